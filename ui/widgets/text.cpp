#include "ui/widgets/text.hpp"

#include "ui/widgets/paint.hpp"
#include "ui/widgets/session.hpp"

#include <algorithm>
#include <cctype>
#include <cfloat>
#include <cmath>

namespace desk::ui {
namespace {

constexpr std::string_view dots = "…";

float aligned_x(Rect box, float width, Align align) {
    switch (align) {
    case Align::left:
        return box.x;
    case Align::centre:
        return box.x + (box.w - width) / 2;
    case Align::right:
        return box.right() - width;
    }
    return box.x;
}

Rect line_box(Rect box, float x, float width, TextSize size) {
    return {x, box.centre_y() - line_height(size) / 2, width, line_height(size)};
}

// The longest beginning, in whole characters, that fits with the dots after it.
std::size_t fitting(Ui& ui, std::string_view words, float room, TextSize size, Weight weight) {
    std::vector<std::size_t> origin;
    const bool as_it_is = plain(ui, words);
    const std::string shaped = as_it_is ? std::string() : with_signs(ui, words, &origin);
    const std::string_view drawn = as_it_is ? words : std::string_view(shaped);
    const char* stop = nullptr;
    font_of(ui, weight)
        ->CalcTextSizeA(pixels_of(size), room - text_width(ui, dots, size, weight), 0, drawn.data(),
                        drawn.data() + drawn.size(), &stop);
    std::size_t length = static_cast<std::size_t>(stop - drawn.data());
    if (!as_it_is) length = origin[length];
    while (length > 0 && words[length - 1] == ' ') --length;
    return length;
}

// ImGui ends a line after a full stop wherever it stands. "4.1.3", "2,5 h" and addresses stay in one piece if a blank
// stands before them in the line.
const char* in_one_piece(const char* begin, const char* cut, const char* end) {
    const auto in_word = [](char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0; };
    if (cut - begin < 2 || cut == end || !in_word(*cut) || !in_word(cut[-2])) return cut;
    if (std::string_view(".,;!?\"").find(cut[-1]) == std::string_view::npos) return cut;
    const char* word = cut;
    while (word != begin && word[-1] != ' ') --word;
    while (word != begin && word[-1] == ' ') --word;
    return word == begin ? cut : word;
}

// A heading is no item of ImGui's unless it has the focus or is to get it: arrows and Tab pass over it.
void hold_focus(Ui& ui, ImGuiID id, Rect line) {
    const bool asked = ui.session->focus_heading && GImGui->OpenPopupStack.empty();
    if ((!asked && GImGui->NavId != id) || GImGui->CurrentWindow->SkipItems) return;
    ImGui::ItemAdd(im_rect(line), id, nullptr, ImGuiItemFlags_NoTabStop);
    if (!asked) return;
    ui.session->focus_heading = false;
    take_focus(ui, id, GImGui->CurrentWindow);
}

} // namespace

float line_height(TextSize size) {
    constexpr float heights[] = {16, 20, 24, 28};
    return heights[static_cast<int>(size)];
}

float pixels_of(TextSize size) {
    constexpr float pixels[] = {12, 14, 16, 22};
    return pixels[static_cast<int>(size)];
}

ImFont* font_of(const Ui& ui, Weight weight) { return weight == Weight::strong ? ui.fonts.strong : ui.fonts.regular; }

Colour colour_of(const Ui& ui, const TextStyle& style) { return style.colour.value_or(ui.theme->text); }

float text_width(Ui& ui, std::string_view words, TextSize size, Weight weight) {
    if (words.empty()) return 0;
    std::string shaped;
    if (!plain(ui, words)) shaped = with_signs(ui, words), words = shaped;
    return font_of(ui, weight)->CalcTextSizeA(pixels_of(size), FLT_MAX, 0, words.data(), words.data() + words.size()).x;
}

const char* line_end(Ui& ui, const char* begin, const char* end, float width, TextSize size, Weight weight) {
    ImFont* font = font_of(ui, weight);
    const std::string_view words(begin, static_cast<std::size_t>(end - begin));
    if (plain(ui, words))
        return in_one_piece(begin, font->CalcWordWrapPosition(pixels_of(size), begin, end, width), end);
    std::vector<std::size_t> origin;
    const std::string shaped = with_signs(ui, words, &origin);
    const char* cut = font->CalcWordWrapPosition(pixels_of(size), shaped.data(), shaped.data() + shaped.size(), width);
    return in_one_piece(begin, begin + origin[static_cast<std::size_t>(cut - shaped.data())], end);
}

float wrapped_height(Ui& ui, std::string_view words, float width, TextSize size, Weight weight) {
    float height = 0;
    each_line(ui, words, width, size, weight, [&](std::string_view) { height += line_height(size); });
    return height;
}

void draw_line(Ui& ui, float x, Rect line, std::string_view words, TextSize size, Weight weight, Colour colour) {
    if (words.empty()) return;
    std::string shaped;
    if (!plain(ui, words)) shaped = as_drawn(ui, words), words = shaped;
    ImFont* font = font_of(ui, weight);
    const ImFontBaked* baked = font->GetFontBaked(pixels_of(size));
    const float body = baked->Ascent - baked->Descent;
    const ImVec2 at{snap(ui, x), snap(ui, line.centre_y() - body / 2)};
    ImDrawList& list = draw_list();
    const int first = list.VtxBuffer.Size;
    list.AddText(font, pixels_of(size), at, colour, words.data(), words.data() + words.size());
    // ImGui starts text at whole CSS pixels; it is moved on to the device pixel that it belongs to.
    const ImVec2 rest{at.x - std::trunc(at.x), at.y - std::trunc(at.y)};
    if (rest.x != 0 || rest.y != 0)
        for (int i = first; i < list.VtxBuffer.Size; ++i)
            list.VtxBuffer[i].pos.x += rest.x, list.VtxBuffer[i].pos.y += rest.y;
}

float text(Ui& ui, Rect box, std::string_view words, const TextStyle& style) {
    const float width = text_width(ui, words, style.size, style.weight);
    const float x = aligned_x(box, width, style.align);
    const Rect line = line_box(box, x, width, style.size);
    if (visible(ui, line)) draw_line(ui, x, line, words, style.size, style.weight, colour_of(ui, style));
    if (!style.silent && !words.empty()) record_text(ui, Role::text, line, words, style);
    return width;
}

float muted(Ui& ui, Rect box, std::string_view words, TextSize size) {
    return text(ui, box, words, {.size = size, .colour = ui.theme->muted});
}

float text_wrapped(Ui& ui, Rect box, std::string_view words, const TextStyle& style) {
    const float height = line_height(style.size);
    Rect line{box.x, box.y, box.w, height};
    each_line(ui, words, box.w, style.size, style.weight, [&](std::string_view part) {
        if (visible(ui, line)) {
            const float width = style.align == Align::left ? 0 : text_width(ui, part, style.size, style.weight);
            draw_line(ui, aligned_x(line, width, style.align), line, part, style.size, style.weight,
                      colour_of(ui, style));
        }
        line.y += height;
    });
    if (!style.silent && !words.empty())
        record_text(ui, Role::text, {box.x, box.y, box.w, line.y - box.y}, words, style);
    return line.y - box.y;
}

float text_clamped(Ui& ui, Rect box, std::string_view words, int most, const TextStyle& style, bool draw) {
    std::size_t last = 0; // where the last line begins that may stand
    int lines = 0;
    each_line(ui, words, box.w, style.size, style.weight, [&](std::string_view part) {
        if (++lines == most) last = static_cast<std::size_t>(part.data() - words.data());
    });
    TextStyle silent = style;
    silent.silent = true;
    const float height = line_height(style.size) * static_cast<float>(std::min(lines, most));
    if (!draw) return height;
    if (lines <= most) {
        text_wrapped(ui, box, words, silent);
    } else {
        std::string_view rest = words.substr(last);
        rest = rest.substr(0, rest.find('\n'));
        std::string shown(words.substr(0, last));
        // Whatever follows, it is more than the line holds.
        const std::size_t kept = fitting(ui, rest, box.w, style.size, style.weight);
        shown.append(rest.substr(0, kept)).append(dots);
        text_wrapped(ui, box, shown, silent);
    }
    if (!style.silent && !words.empty()) record_text(ui, Role::text, box.with_height(height), words, style);
    return height;
}

float text_spans(Ui& ui, Rect box, std::span<const MarkdownSpan> spans, const TextStyle& style, bool draw) {
    const float height = line_height(style.size);
    Rect line{box.x, box.y, box.w, height};
    std::string all;
    for (const MarkdownSpan& span : spans) {
        all += span.text;
        const Weight weight = span.kind == MarkdownSpan::Kind::strong ? Weight::strong : style.weight;
        // Nobody follows a link from here, but where it leads is to be seen before it is sent to others.
        const Colour colour = span.kind == MarkdownSpan::Kind::address ? ui.theme->muted : colour_of(ui, style);
        const char* at = span.text.data();
        const char* const end = at + span.text.size();
        while (at < end) {
            const char* const word_end = std::find(at + (*at == ' ' ? 1 : 0), end, ' ');
            const std::string_view word(at, static_cast<std::size_t>(word_end - at));
            // A word that would fit on a line of its own is not broken for being late.
            const bool next = line.x > box.x && text_width(ui, word, style.size, weight) > line.w;
            const char* const cut =
                next ? at : line_end(ui, at, end, std::max(line.w, 1.0F) + 0.5F, style.size, weight);
            const std::string_view part(at, static_cast<std::size_t>(cut - at));
            const float width = text_width(ui, part, style.size, weight);
            if (draw && !next) {
                if (span.kind == MarkdownSpan::Kind::code)
                    fill(ui, {line.x - 2, line.y + 1, width + 4, height - 2}, ui.theme->sunken, metrics::radius_small);
                draw_line(ui, line.x, line, part, style.size, weight, colour);
            }
            line.cut_left(width);
            at = cut;
            if (at == end) break;
            line = {box.x, line.y + height, box.w, height};
            while (at < end && *at == ' ') ++at;
        }
    }
    const float taken = line.y + height - box.y;
    if (draw && !all.empty()) record_text(ui, Role::text, {box.x, box.y, box.w, taken}, all, style);
    return taken;
}

std::string shortened(Ui& ui, std::string_view words, float width, TextSize size, Weight weight) {
    if (text_width(ui, words, size, weight) <= width) return std::string(words);
    std::string kept(words.substr(0, fitting(ui, words, width, size, weight)));
    return kept.append(dots);
}

float text_ellipsis(Ui& ui, Rect box, std::string_view words, const TextStyle& style) {
    const float width = text_width(ui, words, style.size, style.weight);
    if (width <= box.w) return text(ui, box, words, style);
    const Rect line = line_box(box, box.x, std::max(box.w, 0.0F), style.size);
    if (visible(ui, line))
        draw_line(ui, line.x, line, shortened(ui, words, line.w, style.size, style.weight), style.size, style.weight,
                  colour_of(ui, style));
    if (!style.silent) record_text(ui, Role::text, line, words, {.size = style.size, .weight = style.weight});

    const Rect& focus = ui.session->focused_box;
    const bool inside_focus = GImGui->NavCursorVisible && focus.contains(line.centre_x(), line.centre_y()) &&
                              GImGui->NavWindow != nullptr &&
                              GImGui->NavWindow->RootWindow == GImGui->CurrentWindow->RootWindow;
    const bool hovered = ImGui::IsWindowHovered(ImGuiHoveredFlags_AllowWhenBlockedByActiveItem) &&
                         ImGui::IsMouseHoveringRect(min_of(line), max_of(line));
    const ImGuiID id = ImHashData(words.data(), words.size(), GImGui->CurrentWindow->IDStack.back());
    tip_for(ui, id, line, hovered, words);
    if (inside_focus) {
        ui.session->tip.wanted = true;
        ui.session->tip.words.assign(words);
        ui.session->tip.anchor = line;
    }
    return line.w;
}

float heading(Ui& ui, Rect box, int level, std::string_view words, const TextStyle& style) {
    TextStyle drawn = style;
    drawn.silent = true;
    const float width = std::min(text_width(ui, words, style.size, style.weight), std::max(box.w, 0.0F));
    const Rect line = line_box(box, aligned_x(box, width, style.align), width, style.size);
    Node& node = record_text(ui, Role::heading, line, words, style);
    node.level = level;
    if (level == 1) hold_focus(ui, node.id, line);
    return text_ellipsis(ui, box, words, drawn);
}

float heading(Ui& ui, Rect box, int level, std::string_view words) {
    const TextSize size = level <= 1 ? TextSize::display : level == 2 ? TextSize::title : TextSize::body;
    return heading(ui, box, level, words, {.size = size, .weight = Weight::strong});
}

void focus_heading(Ui& ui) {
    ui.session->focus_heading = true;
    ui.session->focus_tab = false; // another view has other tabs, or none
    ui.session->again = std::max(ui.session->again, 1);
}

float icon_text_width(Ui& ui, std::string_view words, TextSize size, Weight weight) {
    const float glyph = size == TextSize::small ? metrics::icon_small : metrics::icon;
    return glyph + (words.empty() ? 0 : metrics::space_xs + text_width(ui, words, size, weight));
}

float icon_text(Ui& ui, Rect box, Icon which, std::string_view words, const TextStyle& style) {
    const float glyph = style.size == TextSize::small ? metrics::icon_small : metrics::icon;
    const float width = icon_text_width(ui, words, style.size, style.weight);
    Rect at = box;
    at.x = aligned_x(box, width, style.align);
    at.w = width;
    icon(ui, at.cut_left(glyph, metrics::space_xs), which, colour_of(ui, style), glyph);
    TextStyle drawn = style;
    drawn.align = Align::left;
    drawn.silent = true;
    text(ui, at, words, drawn);
    if (!style.silent && !words.empty())
        record_text(ui, Role::text, line_box(at, at.x, at.w, style.size), words, drawn);
    return width;
}

void figure(Ui& ui, Rect box, Id id, std::string_view description) {
    ui.semantics.add(Role::image, id_of(id), box_of(box), description);
}

} // namespace desk::ui
