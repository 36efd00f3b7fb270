#include "ui/widgets/status.hpp"

#include "ui/widgets/button.hpp"
#include "ui/widgets/paint.hpp"
#include "ui/widgets/session.hpp"
#include "ui/widgets/surface.hpp"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <cstdio>

namespace desk::ui {
namespace {

constexpr float notice_inset = 10, notice_glyph = 16 + 8;

float words_width(Ui& ui, std::string_view words, TextSize size) { return std::ceil(text_width(ui, words, size)); }

Icon icon_or_usual(Icon icon, StatusKind kind) { return icon == Icon::none ? status_icon(kind) : icon; }

// "7/10"
std::string fraction(int done, int total) { return std::to_string(done) + "/" + std::to_string(total); }

// The first character of a name, whole, as a capital if it is a plain letter.
std::string initial(std::string_view name) {
    if (name.empty()) return "?";
    unsigned int character = 0;
    const int length = ImTextCharFromUtf8(&character, name.data(), name.data() + name.size());
    std::string first(name.substr(0, static_cast<std::size_t>(length)));
    if (first.size() == 1) first[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(first[0])));
    return first;
}

} // namespace

float status_pill_width(Ui& ui, std::string_view word) {
    return 6 + metrics::icon_small + 4 + words_width(ui, word, TextSize::small) + 8;
}

float status_pill(Ui& ui, Rect box, StatusKind kind, std::string_view word, Icon which) {
    const StatusColours& colours = ui.theme->status(kind);
    const Rect pill = box.middle_left(status_pill_width(ui, word), metrics::pill);
    Rect at = pill.inset(6, 2);
    const Rect glyph = at.cut_left(metrics::icon_small, 4);
    at.w -= 2;
    if (visible(ui, pill)) {
        fill(ui, pill, colours.background, metrics::radius_pill);
        icon(ui, glyph, icon_or_usual(which, kind), colours.text, metrics::icon_small);
        draw_line(ui, at.x, at, word, TextSize::small, Weight::regular, colours.text);
    }
    record_text(ui, Role::text, at, word, {.size = TextSize::small});
    return pill.w;
}

float status_word_width(Ui& ui, std::string_view word, TextSize size) {
    return metrics::icon + 4 + words_width(ui, word, size);
}

float status_word(Ui& ui, Rect box, StatusKind kind, std::string_view word, Icon which, TextSize size) {
    const StatusColours& colours = ui.theme->status(kind);
    const Rect whole = box.middle_left(status_word_width(ui, word, size), line_height(size));
    Rect at = whole;
    const Rect glyph = at.cut_left(metrics::icon, 4);
    if (visible(ui, whole)) {
        icon(ui, glyph, icon_or_usual(which, kind), colours.text, metrics::icon);
        draw_line(ui, at.x, at, word, size, Weight::regular, colours.text);
    }
    record_text(ui, Role::text, at, word, {.size = size});
    return whole.w;
}

float badge_width(Ui& ui, std::string_view word) { return 6 + words_width(ui, word, TextSize::small) + 6 + 2; }

float badge(Ui& ui, Rect box, std::string_view word) {
    const Rect frame = box.middle_left(badge_width(ui, word), metrics::pill);
    if (visible(ui, frame)) {
        outline(ui, frame, ui.theme->border, metrics::radius_small);
        draw_line(ui, frame.x + 7, frame, word, TextSize::small, Weight::regular, ui.theme->text);
    }
    record_text(ui, Role::text, frame.inset(7, 2), word, {.size = TextSize::small});
    return frame.w;
}

void avatar(Ui& ui, Rect box, std::string_view name, bool oneself, float size) {
    const Rect disc = box.middle_left(size, size);
    if (!visible(ui, disc)) return;
    const Theme& t = *ui.theme;
    fill(ui, disc, oneself ? t.accent_soft : t.sunken, size / 2);
    if (!oneself) outline(ui, disc, t.border, size / 2);
    text(ui, disc, initial(name),
         {.size = TextSize::small,
          .weight = Weight::strong,
          .colour = oneself ? t.accent_text : t.muted,
          .align = Align::centre,
          .silent = true});
}

float person(Ui& ui, Rect box, std::string_view name, bool oneself, float avatar_size) {
    avatar(ui, box.cut_left(avatar_size, 6), name, oneself, avatar_size);
    return avatar_size + 6 + text_ellipsis(ui, box, name);
}

float progress_width(Ui& ui, int done, int total) {
    return metrics::progress_width + 8 + words_width(ui, fraction(done, total), TextSize::small);
}

float progress(Ui& ui, Rect box, Id id, std::string_view name, int done, int total, bool with_words) {
    const Theme& t = *ui.theme;
    const Rect whole = box;
    const Rect bar =
        box.cut_left(metrics::progress_width, 8).middle_left(metrics::progress_width, metrics::progress_height);
    const bool full = total > 0 && done >= total;
    const float share = total > 0 ? std::clamp(static_cast<float>(done) / static_cast<float>(total), 0.0F, 1.0F) : 0;
    if (visible(ui, bar)) {
        fill(ui, bar, t.sunken, 3);
        if (share > 0)
            fill(ui, bar.with_width(std::max(bar.w * share, 6.0F)), full ? t.status(StatusKind::done).text : t.accent,
                 3);
    }
    const std::string words = fraction(done, total);
    float width = bar.w;
    if (with_words) {
        text(ui, box, words, {.size = TextSize::small, .colour = full ? t.text : t.muted, .silent = true});
        width = progress_width(ui, done, total);
    }
    Node& node = ui.semantics.add(Role::progress, id_of(id), {whole.x, bar.y, width, bar.h}, name);
    node.count = done;
    node.maximum = total;
    node.value = std::to_string(done) + " of " + std::to_string(total);
    return width;
}

float notice_height(Ui& ui, float width, std::string_view words, std::string_view strong) {
    const float room = width - 2 * notice_inset - notice_glyph;
    const float head = strong.empty() ? 0 : wrapped_height(ui, strong, room, TextSize::small, Weight::strong);
    return 8 + head + (words.empty() ? 0 : wrapped_height(ui, words, room, TextSize::small)) + 8;
}

float notice(Ui& ui, Rect box, Id id, StatusKind kind, std::string_view words, Icon which, std::string_view strong) {
    const StatusColours& colours = ui.theme->status(kind);
    const float height = notice_height(ui, box.w, words, strong);
    const Rect whole = box.with_height(height);
    fill(ui, whole, colours.background, metrics::radius_control);
    Rect at = whole.inset(notice_inset, 8);
    icon(ui, at.cut_left(16, 8).with_height(16), icon_or_usual(which, kind), colours.text);
    const TextStyle style{.size = TextSize::small, .colour = colours.text};
    if (strong.empty()) {
        const IdScope scope(id);
        text_wrapped(ui, at, words, style);
        return height;
    }
    begin_group(ui, Role::group, id, strong, whole);
    at.cut_top(
        text_wrapped(ui, at, strong, {.size = TextSize::small, .weight = Weight::strong, .colour = colours.text}));
    if (!words.empty()) text_wrapped(ui, at, words, style);
    end_group(ui);
    return height;
}

namespace {

struct Saving {
    StatusKind kind;
    Icon icon;
    std::string_view words;
};

Saving saving_of(SaveState state) {
    switch (state) {
    case SaveState::saving:
        return {StatusKind::not_applicable, Icon::half, "Saving…"};
    case SaveState::saved:
        return {StatusKind::done, Icon::check, "Saved"};
    case SaveState::not_saved:
        return {StatusKind::incident, Icon::warning, "Not saved"};
    }
    return {};
}

constexpr ButtonOptions retry{.kind = ButtonKind::secondary, .compact = true};
constexpr ButtonOptions export_now{.kind = ButtonKind::ghost, .compact = true};

} // namespace

float save_state_width(Ui& ui, SaveState state, bool with_buttons) {
    float width = std::ceil(16 + 4 + text_width(ui, saving_of(state).words, TextSize::small));
    if (with_buttons && state == SaveState::not_saved)
        width += 8 + button_width(ui, "Retry", retry) + 4 + button_width(ui, "Export now", export_now);
    return width;
}

SaveAnswer save_state(Ui& ui, Rect box, SaveState state, bool with_buttons) {
    const Saving s = saving_of(state);
    const Colour colour = ui.theme->status(s.kind).text;
    Rect at = box.middle_right(save_state_width(ui, state, with_buttons), box.h);
    const Rect words = at.cut_left(save_state_width(ui, state, false), 8);
    // One element whose words change, so that the change itself is announced.
    ui.semantics.add(Role::status, id_of("save state"), box_of(words), s.words);
    Rect inside = words;
    icon(ui, inside.cut_left(16, 4), s.icon, colour);
    text(ui, inside, s.words, {.size = TextSize::small, .colour = colour, .silent = true});
    if (!with_buttons || state != SaveState::not_saved) return SaveAnswer::none;
    const float height = compact_height(ui);
    Rect first = at.cut_left(button_width(ui, "Retry", retry), 4);
    const bool again = button(ui, first.middle_left(first.w, height), "retry", "Retry", retry);
    const bool out = button(ui, at.middle_left(button_width(ui, "Export now", export_now), height), "export now",
                            "Export now", export_now);
    return again ? SaveAnswer::retry : out ? SaveAnswer::export_now : SaveAnswer::none;
}

} // namespace desk::ui
