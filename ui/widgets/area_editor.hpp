// Private to the widgets: the editor of a text of several lines. ImGui's own neither wraps lines nor gives them the
// height that the design wants. One area is edited at a time.
#pragma once

#include "ui/ui.hpp"

#include <imgui.h>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace desk::ui {

// One line as it is shown: bytes of the text. A blank at which a line was broken belongs to none.
struct LineSpan {
    std::size_t begin = 0, end = 0;
};
std::vector<LineSpan> break_lines(Ui&, std::string_view text, float width);

class AreaEditor {
public:
    AreaEditor(ImGuiID id, const std::string& text)
        : id_(id), before_(text), anchor_(text.size()), caret_(text.size()) {}

    ImGuiID id() const { return id_; }
    const std::string& before() const { return before_; } // what the text was when the editing began
    std::size_t anchor() const { return anchor_; }
    std::size_t caret() const { return caret_; }
    double moved_at() const { return moved_at_; } // when the caret moved last

    // The same as typing it, from outside: the whole text and the selection.
    void replace(std::string& text, std::string_view with, std::size_t anchor, std::size_t caret, double now);
    void select(std::size_t anchor, std::size_t caret, double now);

    // What the keyboard did in this frame. Ctrl+Enter finishes, Escape takes everything back.
    enum class Outcome { none, finished, cancelled };
    Outcome keys(Ui&, std::string& text, const std::vector<LineSpan>& lines, float page_lines);
    // The pointer went down for the `clicks`-th time in a row: a place, a word, a line up to its feeds. Or it moves
    // while it is down: `extend`.
    void point(const std::string& text, std::size_t at, bool extend, int clicks, double now);

private:
    struct State {
        std::string text;
        std::size_t anchor, caret;
    };

    void insert(std::string& text, std::string_view words, bool typing);
    void remember(const std::string& text, bool typing);
    void step(std::string& text, std::vector<State>& from, std::vector<State>& to);
    void move(std::size_t to, bool extend);
    void erase(std::string& text, std::size_t to);
    void vertical(Ui&, const std::string& text, const std::vector<LineSpan>& lines, int by, bool extend);
    void clipboard(std::string& text);
    void arrows(Ui&, const std::string& text, const std::vector<LineSpan>& lines, float page_lines);
    bool pressed(ImGuiKey key) const;

    ImGuiID id_;
    std::string before_;
    std::size_t anchor_, caret_;
    float column_ = -1;   // where up and down aim, in pixels; < 0: where the caret is
    bool typing_ = false; // the last change was a typed character: the next joins it in the undo history
    double moved_at_ = 0;
    std::vector<State> undo_, redo_;
};

// The line that holds the byte, and the byte of a line nearest to x pixels from its start.
std::size_t line_of(const std::vector<LineSpan>& lines, std::size_t byte);
std::size_t byte_at(Ui&, std::string_view text, LineSpan line, float x);

} // namespace desk::ui
