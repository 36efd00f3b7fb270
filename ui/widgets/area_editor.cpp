#include "ui/widgets/area_editor.hpp"

#include "ui/semantics/utf16.hpp"
#include "ui/widgets/session.hpp"

#include <algorithm>
#include <cfloat>
#include <utility>

namespace desk::ui {
namespace {

constexpr std::size_t history = 200;

bool blank(char c) { return c == ' ' || c == '\n' || c == '\t'; }

std::size_t word_left(std::string_view text, std::size_t at) {
    while (at > 0 && blank(text[at - 1])) --at;
    while (at > 0 && !blank(text[at - 1])) --at;
    return at;
}

std::size_t word_right(std::string_view text, std::size_t at) {
    while (at < text.size() && !blank(text[at])) ++at;
    while (at < text.size() && blank(text[at])) ++at;
    return at;
}

} // namespace

std::vector<LineSpan> break_lines(Ui& ui, std::string_view text, float width) {
    std::vector<LineSpan> lines;
    each_line(ui, text, width, TextSize::body, Weight::regular, [&](std::string_view line) {
        const auto begin = line.data() == nullptr ? 0 : static_cast<std::size_t>(line.data() - text.data());
        lines.push_back({begin, begin + line.size()});
    });
    return lines;
}

std::size_t line_of(const std::vector<LineSpan>& lines, std::size_t byte) {
    std::size_t found = 0;
    for (std::size_t i = 0; i < lines.size() && lines[i].begin <= byte; ++i) found = i;
    return found;
}

std::size_t byte_at(Ui& ui, std::string_view text, LineSpan line, float x) {
    const std::string_view words = text.substr(line.begin, line.end - line.begin);
    if (!plain(ui, words)) return line.begin + byte_near(ui, words, x, TextSize::body, Weight::regular);
    std::size_t at = 0;
    float left = 0;
    while (at < words.size()) {
        const std::size_t next = next_character(words, at);
        const float right = text_width(ui, words.substr(0, next));
        if (x < (left + right) / 2) break;
        at = next, left = right;
    }
    return line.begin + at;
}

void AreaEditor::replace(std::string& text, std::string_view with, std::size_t anchor, std::size_t caret, double now) {
    remember(text, false);
    text.assign(with);
    select(std::min(anchor, text.size()), std::min(caret, text.size()), now);
}

void AreaEditor::select(std::size_t anchor, std::size_t caret, double now) {
    anchor_ = anchor, caret_ = caret, column_ = -1, moved_at_ = now;
}

void AreaEditor::point(const std::string& text, std::size_t at, bool extend, int clicks, double now) {
    if (clicks >= 2) {
        const auto stops = [clicks](char c) { return clicks == 2 ? blank(c) : c == '\n'; };
        std::size_t begin = at, end = at;
        while (begin > 0 && !stops(text[begin - 1])) --begin;
        while (end < text.size() && !stops(text[end])) ++end;
        select(begin, end, now);
    } else if (!extend) {
        select(at, at, now);
    } else if (at != caret_) {
        select(anchor_, at, now);
    }
}

void AreaEditor::remember(const std::string& text, bool typing) {
    redo_.clear();
    if (!(typing && typing_)) undo_.push_back({text, anchor_, caret_});
    if (undo_.size() > history) undo_.erase(undo_.begin());
    typing_ = typing;
}

void AreaEditor::step(std::string& text, std::vector<State>& from, std::vector<State>& to) {
    if (from.empty()) return;
    to.push_back({std::move(text), anchor_, caret_});
    text = std::move(from.back().text);
    anchor_ = from.back().anchor, caret_ = from.back().caret;
    from.pop_back();
    typing_ = false;
}

void AreaEditor::insert(std::string& text, std::string_view words, bool typing) {
    remember(text, typing && anchor_ == caret_);
    const auto [begin, end] = std::minmax({anchor_, caret_});
    text.replace(begin, end - begin, words);
    anchor_ = caret_ = begin + words.size();
    column_ = -1;
}

void AreaEditor::erase(std::string& text, std::size_t to) {
    if (anchor_ == caret_) anchor_ = to;
    if (anchor_ != caret_) insert(text, {}, false);
}

void AreaEditor::move(std::size_t to, bool extend) {
    caret_ = to;
    if (!extend) anchor_ = to;
    column_ = -1;
    typing_ = false;
}

void AreaEditor::vertical(Ui& ui, const std::string& text, const std::vector<LineSpan>& lines, int by, bool extend) {
    const auto now = static_cast<int>(line_of(lines, caret_));
    const LineSpan here = lines[static_cast<std::size_t>(now)];
    const float column = column_ >= 0
                             ? column_
                             : cursor_x(ui, std::string_view(text).substr(here.begin, here.end - here.begin),
                                        std::min(caret_, here.end) - here.begin, TextSize::body, Weight::regular);
    const int wanted = now + by;
    std::size_t to = 0;
    if (wanted >= static_cast<int>(lines.size()))
        to = text.size();
    else if (wanted >= 0)
        to = byte_at(ui, text, lines[static_cast<std::size_t>(wanted)], column);
    move(to, extend);
    column_ = column;
}

bool AreaEditor::pressed(ImGuiKey key) const { return ImGui::IsKeyPressed(key, ImGuiInputFlags_Repeat, id_); }

void AreaEditor::clipboard(std::string& text) {
    const auto [begin, end] = std::minmax({anchor_, caret_});
    const bool cut = pressed(ImGuiKey_X);
    if ((cut || pressed(ImGuiKey_C)) && begin != end) {
        ImGui::SetClipboardText(text.substr(begin, end - begin).c_str());
        if (cut) insert(text, {}, false);
    } else if (pressed(ImGuiKey_V)) {
        if (const char* words = ImGui::GetClipboardText()) {
            std::string plain(words);
            std::erase(plain, '\r');
            insert(text, plain, false);
        }
    }
}

void AreaEditor::arrows(Ui& ui, const std::string& text, const std::vector<LineSpan>& lines, float page_lines) {
    const ImGuiIO& io = ImGui::GetIO();
    const bool extend = io.KeyShift;
    const auto [begin, end] = std::minmax({anchor_, caret_});
    const bool collapse = begin != end && !extend && !io.KeyCtrl;
    const LineSpan here = lines[line_of(lines, caret_)];
    if (pressed(ImGuiKey_LeftArrow))
        move(collapse ? begin : io.KeyCtrl ? word_left(text, caret_) : previous_character(text, caret_), extend);
    if (pressed(ImGuiKey_RightArrow))
        move(collapse ? end : io.KeyCtrl ? word_right(text, caret_) : next_character(text, caret_), extend);
    if (pressed(ImGuiKey_UpArrow)) vertical(ui, text, lines, -1, extend);
    if (pressed(ImGuiKey_DownArrow)) vertical(ui, text, lines, 1, extend);
    if (pressed(ImGuiKey_PageUp)) vertical(ui, text, lines, -static_cast<int>(page_lines), extend);
    if (pressed(ImGuiKey_PageDown)) vertical(ui, text, lines, static_cast<int>(page_lines), extend);
    if (pressed(ImGuiKey_Home)) move(io.KeyCtrl ? 0 : here.begin, extend);
    if (pressed(ImGuiKey_End)) move(io.KeyCtrl ? text.size() : here.end, extend);
}

AreaEditor::Outcome AreaEditor::keys(Ui& ui, std::string& text, const std::vector<LineSpan>& lines, float page_lines) {
    ImGuiIO& io = ImGui::GetIO();
    const std::size_t anchor = anchor_, caret = caret_, length = text.size();
    const bool command = io.KeyCtrl && !io.KeyAlt;
    if (pressed(ImGuiKey_Escape)) {
        text = before_;
        return Outcome::cancelled;
    }
    if (pressed(ImGuiKey_Enter) || pressed(ImGuiKey_KeypadEnter)) {
        if (command) return Outcome::finished;
        insert(text, "\n", true);
    } else if (pressed(ImGuiKey_Backspace)) {
        erase(text, command ? word_left(text, caret_) : previous_character(text, caret_));
    } else if (pressed(ImGuiKey_Delete)) {
        erase(text, command ? word_right(text, caret_) : next_character(text, caret_));
    } else if (command && pressed(ImGuiKey_A)) {
        anchor_ = 0, caret_ = text.size();
    } else if (command && pressed(ImGuiKey_Z)) {
        io.KeyShift ? step(text, redo_, undo_) : step(text, undo_, redo_);
    } else if (command && pressed(ImGuiKey_Y)) {
        step(text, redo_, undo_);
    } else if (command) {
        clipboard(text);
    }
    // Lines are of the text before this frame's change, so one of both.
    if (text.size() == length) arrows(ui, text, lines, page_lines);
    if (!command)
        for (const ImWchar character : io.InputQueueCharacters) {
            if (character < 32 || character == 127) continue;
            char bytes[5] = {};
            ImTextCharToUtf8(bytes, character);
            insert(text, bytes, true);
        }
    io.InputQueueCharacters.resize(0);
    if (anchor != anchor_ || caret != caret_ || length != text.size()) moved_at_ = ui.now;
    return Outcome::none;
}

} // namespace desk::ui
