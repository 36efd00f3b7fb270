// What every part of the release's views is given, and what they share.
#pragma once

#include "ui/views/release/release_view.hpp"
#include "ui/views/stack.hpp"
#include "ui/views/words.hpp"
#include "ui/widgets/widgets.hpp"

#include <string>
#include <string_view>

namespace desk::ui {

struct Part {
    Ui& ui;
    const Model& model;
    const Release& release;
    ReleaseViewState& view;
    Intents& out;
    const Surroundings& around;
    Phase phase; // with the clock taken into account

    const desk::State& state() const { return release.state(); }
    const Guide& guide() const { return release.guide(); }
    const std::string& me() const { return model.my_name; }
    bool hold(std::string_view role) const { return !me().empty() && state().holds(role, me()); }
    bool ended() const { return phase == Phase::closed || phase == Phase::cancelled; }
    // "Chen, Kofi"; empty if nobody holds the role.
    std::string people_of(std::string_view role) const;
    // The same, or "Nobody yet".
    std::string people_or_nobody(std::string_view role) const;

    void act(Command command, std::string done_text = {}, std::optional<Command> undo = {}) const;
    // To a section, and what it points at there (ui/app/route.hpp).
    void go(Section section, std::string_view thing = {}) const;
    // Empties one of the view's lines when its text is used. Not at once: the editor of a field that has just lost the
    // focus still writes its text back in the frame after.
    void empty_line(const std::string& key) const { view.done_lines[key] = 2; }
    void ask(Question question) const;
};

// The core's "no" to what was tried there, with a button that takes it away; 0 high if there is none.
const Refused* refused_about(const Part&, std::string_view about);
void lay_refusal(const Part&, Stack&, std::string_view about, float gap = 8);

// A heading over a part of the page, 24 high; returns what is left at the right of the words.
Rect section_title(const Part&, Rect& body, std::string_view title);

// Without "https://", for people.
std::string link_words(std::string_view url);
// "15 Dec" of "2026-12-15"; the text itself if it is no such day.
std::string day_text(const Model&, std::string_view day);
bool looks_like_link(std::string_view text);
std::string lower_first(std::string text);

} // namespace desk::ui
