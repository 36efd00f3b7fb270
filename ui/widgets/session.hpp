// Private to the widgets: what they remember between frames, and the steps that all of them share.
#pragma once

#include "ui/theme/metrics.hpp"
#include "ui/ui.hpp"
#include "ui/widgets/shaping.hpp"
#include "ui/widgets/text.hpp"

#include <imgui.h>
#include <imgui_internal.h>

#include <cstring>
#include <string>
#include <unordered_map>
#include <vector>

namespace desk::ui {

class AreaEditor;

struct Session {
    // The ring round the focused thing, drawn when its window ends.
    struct Ring {
        ImGuiWindow* window = nullptr;
        Rect box;
        float radius = 0;
    };
    Ring ring;
    Rect focused_box; // of the last frame: what the keyboard's focus is on, if that is shown
    Rect focused_box_now;

    struct Tip {
        std::string words;
        Rect anchor;
        bool wanted = false;
    };
    Tip tip;
    ImGuiID tip_over = 0; // what the pointer rests on, and since when
    double tip_since = 0;
    bool tip_touched = false; // something under the pointer has a tip, in this frame

    bool focus_next = false;
    bool focus_visible = true;  // of a window that just opened: by keyboard, or by pointer
    bool focus_heading = false; // another view is shown: its heading takes the focus
    bool focus_tab = false;     // another section is shown: its tab does

    struct Opened { // a dialog, menu or list
        float height = 0;
        int frame = -2; // last shown
    };
    std::unordered_map<ImGuiID, Opened> opened;
    std::unordered_map<ImGuiID, int> focused_rows; // of tables
    std::unique_ptr<AreaEditor> area;              // the one that is being edited
    std::unordered_map<ImGuiID, float> area_scroll;
    Clusters clusters; // of all words drawn so far

    std::vector<bool> card_nodes; // of the open cards: has it a node?
    std::vector<Rect> dialogs;    // the open ones
    int popups = 0;               // open when the last frame ended

    int again = 0;     // frames wanted at once: something was measured for the first time
    double wants = -1; // seconds until the next frame is wanted

    Session();
    ~Session();
    void want(double seconds) { wants = wants < 0 || seconds < wants ? seconds : wants; }
};

inline ImVec2 min_of(Rect r) { return {r.x, r.y}; }
inline ImVec2 max_of(Rect r) { return {r.right(), r.bottom()}; }
inline ImRect im_rect(Rect r) { return {min_of(r), max_of(r)}; }
inline Rect rect_of(const ImRect& r) { return {r.Min.x, r.Min.y, r.GetWidth(), r.GetHeight()}; }
inline Box box_of(Rect r) { return {r.x, r.y, r.w, r.h}; }

// Ids are hashed from what stands before them on ImGui's stack, without the meaning that ImGui gives to "##".
ImGuiID id_of(Id);
ImGuiID id_of(ImGuiID seed, std::string_view);

float snap(const Ui&, float);
Rect snap(const Ui&, Rect);
ImDrawList& draw_list();
bool touch(const Ui&);

ImFont* font_of(const Ui&, Weight);
float pixels_of(TextSize);
Colour colour_of(const Ui&, const TextStyle&);
// Draws one line whose text starts at x, in the middle of the height.
void draw_line(Ui&, float x, Rect line, std::string_view, TextSize, Weight, Colour);
// Where the first line of the words ends, broken at `width`.
const char* line_end(Ui&, const char* begin, const char* end, float width, TextSize, Weight);
// Splits text into lines of at most `width`; calls back with each.
template <typename Each>
void each_line(Ui& ui, std::string_view words, float width, TextSize size, Weight weight, Each&& each) {
    const char* at = words.data();
    const char* const end = at + words.size();
    while (true) {
        const char* feed =
            at == end ? nullptr : static_cast<const char*>(std::memchr(at, '\n', static_cast<std::size_t>(end - at)));
        const char* const stop = feed != nullptr ? feed : end;
        do {
            const char* cut = at == stop ? stop : line_end(ui, at, stop, width + 0.5F, size, weight);
            each(std::string_view(at, static_cast<std::size_t>(cut - at)));
            at = cut;
            while (at < stop && *at == ' ') ++at;
        } while (at < stop);
        if (feed == nullptr) return;
        at = feed + 1;
    }
}

// Records words that stand for themselves, with the look that they are drawn in; repeated ones keep their ids by order.
Node& record_text(Ui&, Role, Rect, std::string_view, const TextStyle&);

struct Press {
    ImGuiID id = 0;
    bool pressed = false, hovered = false, held = false;
    bool shown = false; // not clipped: draw it
};
struct PressStyle {
    float radius = metrics::radius_control;
    bool disabled = false;
    bool overlap = false; // things drawn later may lie on it and are hit first
    Box box = {};         // of the node, if it is another than the target
};
// Makes the rectangle a thing to press, records it under the role and name, and draws the focus ring. The node is
// the last one added: `recorded` gives it for more to be said.
Press press(Ui&, Rect, ImGuiID, Role, std::string_view name, std::uint32_t state, const PressStyle& = {},
            std::string_view description = {});
// The same steps for what is not a button: after ItemAdd and recording.
void focus_ring(Ui&, ImGuiID, Rect, float radius, bool always = false);
void draw_ring(Ui&, ImGuiWindow*); // when the window ends
bool has_focus_ring(ImGuiID);
void take_focus(Ui&, ImGuiID, ImGuiWindow*, bool visible = true);

// A tooltip for the rectangle's thing.
void tip_for(Ui&, ImGuiID, Rect, bool hovered, std::string_view words);

// A floating window: where it lies, and whether it opened just now. Ends with end_floating.
struct Floating {
    bool open = false;
    bool appearing = false;
    ImGuiID window = 0;
};
Floating begin_floating(Ui&, ImGuiID popup, Rect, Role, std::string_view name, bool modal, std::uint32_t state);
void end_floating(Ui&);

// Opens below the anchor, above it where there is no room below.
Rect place_below(const Ui&, Rect anchor, float width, float height);

std::uint32_t expanded_state(const std::optional<bool>&);

} // namespace desk::ui
