// One release: head, stepper, tabs, and the section that the route names, with its side panel.
#pragma once

#include "core/history/history.hpp"
#include "ui/app/intent.hpp"
#include "ui/app/model.hpp"
#include "ui/layout.hpp"
#include "ui/ui.hpp"
#include "ui/views/acts.hpp"
#include "ui/views/release/question.hpp"

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace desk::ui {

// A text that is being changed, and is not the release's yet.
struct Draft {
    std::string text;
    bool changed = false; // by the user, since it was last the release's
    bool sent = false;    // asked of the core in the frame before
    std::string problem;  // why the core did not take it; until it is changed again
    // What keeps the text; empty: SetField of the register.
    std::function<Command(const std::string& text)> command;
};

// What the views of one release remember between frames: drafts, open panels. Kept for each release until the front end
// ends, so that a half-written text survives a look elsewhere.
struct ReleaseViewState {
    std::map<std::string, Draft> drafts; // by register
    // Texts of fields that are no registers: a person to add, a result to record.
    std::map<std::string, std::string> lines;
    std::map<std::string, int> done_lines; // of those, the ones to empty, and in how many frames
    std::optional<Question> question;
    // What stood in questions that Escape closed: asked again, they begin with it.
    std::map<std::string, std::vector<QuestionField>> unsent;
    bool why_open = false;          // of the next step
    bool why_focus = false;         // the button beside it takes the focus
    std::string asked;              // key of an act to be done (ui/views/release/acts.hpp)
    bool details_open = false;      // the rest of the side panel, where there is none
    bool people_open = false;       // all roles and people
    std::string people_role;        // where a person is to be named first; empty: nowhere
    int people_frames = 0;          // since the dialog opened
    std::uint64_t visit = 0;        // of the model, when the user came here last
    std::string pointed;            // what the address points at, as its section calls it; empty: nothing
    std::string show_item;          // the same until it has been brought into view
    bool not_here = false;          // the section does not know it
    std::optional<Section> section; // of the frame before
    float dock = 0;                 // height of what is docked at the bottom of a phone, in the frame before

    std::string incident; // that is shown; empty: the present one

    std::size_t audience = 0; // whose announcement is shown

    HistoryFilter history;
    struct HistoryRows { // what the filter leaves, kept for a revision of the releases
        std::uint64_t revision = ~std::uint64_t{0};
        HistoryFilter filter;
        std::vector<HistoryEntry> entries;
        std::vector<std::string> people;
        std::vector<HistoryKind> kinds; // that there are
    } history_rows;
    struct LastAct { // mine, in words
        std::uint64_t revision = ~std::uint64_t{0};
        std::string person, words;
        std::string why; // it cannot be taken back
    } last_act;
    // A moment of the past that is looked at (core/history/history.hpp), and the release as it stood then.
    std::optional<std::size_t> moment;
    std::shared_ptr<const Release> past;
    std::size_t past_moment = 0;
};

// `page` is all of the view but the rail, the top bar and the bottom bar. Draws the landmark `main` with the page's one
// heading of level 1, and the side panel.
void draw_release(Ui&, const Model&, const Release&, ReleaseViewState&, Rect page, Intents&);

// What can be done in it now, to be shown elsewhere: ReleaseViewState::asked has one of them done in the next frame.
Acts acts_of_release(Ui&, const Model&, const Release&, ReleaseViewState&);

} // namespace desk::ui
