#include "ui/views/settings.hpp"

#include "ui/views/reminder.hpp"
#include "ui/views/words.hpp"
#include "ui/widgets/widgets.hpp"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace desk::ui {

namespace {

constexpr float column_width = 640, fact_label = 96;

// A card around what `content` draws into its inside, which is as high as `content_height`.
template <typename Content>
void card(Ui& ui, Rect& body, Id id, std::string_view title, float content_height, Content content) {
    Rect box = body.cut_top(metrics::card_head + 2 * metrics::card_padding + content_height, metrics::card_gap);
    begin_card(ui, box, id, title);
    card_head(ui, box, title, 2);
    box.cut_top(metrics::card_head);
    content(box.inset(metrics::card_padding));
    end_card(ui);
}

void draw_name(Ui& ui, const Model& model, SettingsViewState& view, Rect& body, Intents& out) {
    if (!view.name_touched) view.name = model.my_name;
    const char* hint = "Others see it beside what you do. It is what you say: nobody checks it.";
    const FieldOptions options{.kind = FieldKind::name, .placeholder = "Ana Souza", .description = hint};
    const float use_width = button_width(ui, "Use this name");
    const float width = std::min(body.w - 24 - use_width - 8, 360.0F);
    const float field = field_height(ui, width, options);
    const float hint_height = wrapped_height(ui, hint, body.w - 24, TextSize::small);
    card(ui, body, "name", "Who you are", field + 8 + hint_height, [&](Rect at) {
        Rect line = at.cut_top(field, 8);
        const FieldResult typed = text_field(ui, line.cut_left(width, 8), "name", "Your name", view.name, options);
        view.name_touched |= typed.changed;
        bool use = typed.entered;
        if (view.name != model.my_name && !view.name.empty()) {
            const Rect place{line.x, typed.box.y, use_width, typed.box.h};
            use |= button(ui, place, "use", "Use this name");
        }
        text_wrapped(ui, at, hint, {.size = TextSize::small, .colour = ui.theme->muted});
        if (!use || view.name == model.my_name) return;
        out.emplace_back(intent::SetMyName{view.name});
        view.name_touched = false;
    });
}

constexpr std::array<std::string_view, 3> themes = {"System", "Light", "Dark"},
                                          contrasts = {"System", "Standard", "High"};

// A label, and one of three beside it or under it; returns the choice that was pressed, or -1.
template <typename Choice>
int draw_choice(Ui& ui, Rect at, bool beside, std::string_view name, const std::array<std::string_view, 3>& labels,
                Choice chosen) {
    muted(ui, beside ? at.cut_left(fact_label) : at.cut_top(20), name);
    return segmented(ui, at.with_width(segmented_width(ui, labels)), name, name, labels, static_cast<int>(chosen));
}

void draw_look(Ui& ui, const Model& model, Rect& body, Intents& out) {
    const float width = body.w - 2 * metrics::card_padding;
    const bool beside = fact_label + std::max(segmented_width(ui, themes), segmented_width(ui, contrasts)) <= width;
    const float high = control_height(ui) + (beside ? 0 : 20);
    const char* forced = model.forced ? "Your system gives all colours now; these choices wait until it does not." : "";
    const float note = model.forced ? 8 + wrapped_height(ui, forced, width, TextSize::small) : 0;
    card(ui, body, "theme", "Look", 2 * high + 8 + note, [&](Rect at) {
        const int theme = draw_choice(ui, at.cut_top(high, 8), beside, "Theme", themes, model.theme);
        const int contrast = draw_choice(ui, at.cut_top(high, 8), beside, "Contrast", contrasts, model.contrast);
        if (model.forced) text_wrapped(ui, at, forced, {.size = TextSize::small, .colour = ui.theme->muted});
        if (theme >= 0) out.emplace_back(intent::SetTheme{static_cast<ThemeChoice>(theme)});
        if (contrast >= 0) out.emplace_back(intent::SetContrast{static_cast<ContrastChoice>(contrast)});
    });
}

void draw_keys(Ui& ui, const Model& model, SettingsViewState& view, Rect& body, Intents& out) {
    const char* hint = "Such as N for a new release. Off, only keys with Ctrl or Cmd do something.";
    const float hint_height = wrapped_height(ui, hint, body.w - 24, TextSize::small), row = control_height(ui);
    card(ui, body, "keys", "Keyboard", row + hint_height + 12 + row, [&](Rect at) {
        if (checkbox(ui, at.cut_top(row), "single", "Keys of one character", model.single_keys, {.description = hint}))
            out.emplace_back(intent::SetSingleKeys{!model.single_keys});
        at.cut_top(text_wrapped(ui, at, hint, {.size = TextSize::small, .colour = ui.theme->muted, .silent = true}),
                   12);
        if (button(ui, at.cut_top(row).with_width(button_width(ui, "Show all keys")), "all", "Show all keys"))
            view.keys_asked = true;
    });
}

std::string where_text(const Model& model) {
    if (model.store_problem) return "Only in this window, until the store can be opened: " + model.store_problem->text;
    if (model.from_file && !model.durability.empty())
        return "In this browser, together with whatever other pages it opens from files. Another browser does not find "
               "it, nor may this one once the file has another name or folder, or the history is cleared. Export what "
               "matters.";
    if (model.durability == "persisted") return "In this browser, which keeps it until you remove it.";
    if (model.durability == "evictable")
        return "In this browser, which may remove it when space is short or after weeks without a visit. Export what "
               "matters.";
    if (is_evictable(model.durability))
        return "In this browser, which removes it after seven days of use without a visit to this page: Safari's rule. "
               "A page that is on the home screen or in the Dock is spared. Export what matters.";
    if (model.durability.empty()) return "Not known yet.";
    return "In " + model.durability;
}

std::string room_text(const Model& model) {
    if (model.room.used == 0) return "Not known";
    if (model.room.most == 0) return size_words(model.room.used);
    return size_words(model.room.used) + "; the browser gives this page up to " + size_words(model.room.most);
}

void draw_data(Ui& ui, const Model& model, Rect& body, Intents& out) {
    const std::string where = where_text(model);
    const std::string exported = model.last_export_ms == 0 ? "Nothing has been exported from this copy yet."
                                                           : time_text(model, model.last_export_ms) + ", " +
                                                                 age_text(model, model.last_export_ms);
    const std::string count = counted(model.releases.size(), "release", "releases");
    const std::string room = room_text(model);
    const bool evictable = is_evictable(model.durability);
    std::string not_exported = evictable ? unexported_words(model) : std::string();
    if (evictable && not_exported.empty()) not_exported = "All changes of yours are in an export.";
    std::vector<std::pair<const char*, const std::string*>> rows = {
        {"Where", &where}, {"Room taken", &room}, {"Releases", &count}, {"Last export", &exported}};
    if (evictable && !model.releases.empty()) rows.emplace_back("Not exported", &not_exported);
    const float width = body.w - 2 * metrics::card_padding - fact_label;
    float height = 0;
    for (const auto& [name, words] : rows) height += wrapped_height(ui, *words, width) + 4;
    const bool wide =
        button_width(ui, "Export everything", download_button) + 8 + button_width(ui, "Ask the browser to keep it") <=
        body.w - 2 * metrics::card_padding;
    const int buttons = (model.releases.empty() ? 0 : 1) + (evictable ? 1 : 0);
    const int lines = buttons == 2 && !wide ? 2 : std::min(buttons, 1);
    const float high = control_height(ui);
    card(ui, body, "data", "Your data", height - 4 + static_cast<float>(lines) * (high + 8), [&](Rect at) {
        for (const auto& [name, words] : rows) {
            Rect row = at.cut_top(wrapped_height(ui, *words, width), 4);
            muted(ui, row.cut_left(fact_label).with_height(20), name);
            text_wrapped(ui, row, *words);
        }
        at.cut_top(4);
        Rect line = at.cut_top(high, 8);
        if (!model.releases.empty() &&
            button(ui, line.cut_left(button_width(ui, "Export everything", download_button), 8), "export",
                   "Export everything", download_button)) {
            intent::ExportTogether all;
            for (const auto& [id, release] : model.releases) all.releases.push_back(id);
            out.emplace_back(std::move(all));
        }
        if (lines == 2) line = at.cut_top(high);
        if (evictable && button(ui, line.cut_left(button_width(ui, "Ask the browser to keep it")), "keep",
                                "Ask the browser to keep it"))
            out.emplace_back(intent::AskToKeep{});
    });
}

// How the program itself is kept: on a site by the browser, and as a file by whoever wants one.
void draw_program(Ui& ui, const Model& model, Rect& body, Intents& out) {
    if (!model.can_save_program) return;
    const char* why = "Opened once over HTTPS, this page works without a connection. As one file it opens from a "
                      "folder or an e-mail, where no site can be reached. The file holds the program, none of your "
                      "releases.";
    const float why_height = wrapped_height(ui, why, body.w - 24, TextSize::small);
    card(ui, body, "program", "Without a connection", control_height(ui) + 8 + why_height, [&](Rect at) {
        const char* label = "Save Release Desk as one file";
        const Rect place = at.cut_top(control_height(ui), 8);
        if (button(ui, place.with_width(button_width(ui, label, download_button)), "save", label, download_button))
            out.emplace_back(intent::SaveProgram{});
        text_wrapped(ui, at, why, {.size = TextSize::small, .colour = ui.theme->muted});
    });
}

void draw_aside(Ui& ui, const Model& model, Rect& body, Intents& out) {
    if (model.quarantined.empty()) return;
    constexpr float row_height = 44;
    const char* why = "These bytes could not be read. They are kept as they are; everything else is in use.";
    const float why_height = wrapped_height(ui, why, body.w - 24, TextSize::small);
    const float height = why_height + 8 + row_height * static_cast<float>(model.quarantined.size());
    card(ui, body, "aside", "Put aside", height, [&](Rect at) {
        text_wrapped(ui, at.cut_top(why_height, 8), why, {.size = TextSize::small, .colour = ui.theme->muted});
        for (std::size_t i = 0; i < model.quarantined.size(); ++i) {
            const QuarantinedBytes& bytes = model.quarantined[i];
            Rect row = at.cut_top(row_height);
            const IdScope scope(static_cast<int>(i));
            hairline(ui, row.x, row.y, row.w);
            Rect place = row.cut_right(button_width(ui, "Save a copy", download_button), 8);
            const std::string words = bytes.where + ", " + counted(bytes.bytes.size(), "byte", "bytes");
            text_ellipsis(ui, row, words, {.size = TextSize::small});
            if (button(ui, place.middle_left(place.w, control_height(ui)), "save", "Save a copy", download_button))
                out.emplace_back(intent::SaveText{"put-aside-" + std::to_string(i + 1) + ".txt", bytes.bytes});
        }
    });
}

} // namespace

void draw_settings(Ui& ui, const Model& model, SettingsViewState& view, Rect page, Intents& out) {
    begin_region(ui, Role::main, "main", "Settings", page);
    Rect body = begin_scroll(ui, "scroll", page).inset(gutter(ui), 14);
    body = body.with_width(std::min(body.w, column_width));
    heading(ui, body.cut_top(control_height(ui), 12), 1, "Settings");
    draw_name(ui, model, view, body, out);
    draw_look(ui, model, body, out);
    draw_keys(ui, model, view, body, out);
    draw_data(ui, model, body, out);
    draw_program(ui, model, body, out);
    draw_aside(ui, model, body, out);
    end_scroll(ui, body.y + 4);
    end_region(ui);
}

} // namespace desk::ui
