#include "ui/views/bars.hpp"

#include "ui/app/shortcuts.hpp"
#include "ui/views/words.hpp"
#include "ui/widgets/widgets.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace desk::ui {

namespace {

struct PlaceEntry {
    Place place;
    const char* id;
    Icon icon;
};
// The settings are not among them: the user's name at the top right leads there.
constexpr std::array<PlaceEntry, 5> place_entries = {{
    {Place::releases, "releases", Icon::box},
    {Place::my_work, "my-work", Icon::tasks},
    {Place::calendar, "calendar", Icon::calendar},
    {Place::metrics, "metrics", Icon::chart},
    {Place::guide, "guide", Icon::book},
}};

// What has no place of its own in the rail, and belongs to the releases.
bool under_releases(const Model& model) { return !model.route.release.empty() || model.route.place == Place::import; }

bool is_current(const Model& model, Place place) {
    return place == (under_releases(model) ? Place::releases : model.route.place);
}

void draw_mark(Ui& ui, Rect place) {
    const Rect mark = place.middle_left(24, 24);
    fill(ui, mark, ui.theme->accent, 6);
    icon(ui, mark, Icon::check, ui.theme->on_accent);
}

std::string export_words(const Model& model) {
    return model.last_export_ms == 0 ? "Never exported" : "Exported " + age_text(model, model.last_export_ms);
}

void draw_rail_foot(Ui& ui, const Model& model, Rect foot) {
    hairline(ui, foot.x, foot.y, foot.w);
    foot = foot.inset(8, 12);
    if (model.guide)
        text_ellipsis(ui, foot.cut_top(16, 8), model.guide->title(),
                      {.size = TextSize::small, .colour = ui.theme->muted});
    icon_text(ui, foot.cut_top(16), Icon::download, export_words(model),
              {.size = TextSize::small, .colour = ui.theme->muted});
}

// Where I am. On a release, and over what is to be imported, the way back to all releases comes first.
void draw_crumbs(Ui& ui, const Model& model, Rect place, bool phone, Intents& out) {
    const TextStyle strong{.weight = Weight::strong};
    if (phone) {
        draw_mark(ui, place.cut_left(24, 8));
    } else if (under_releases(model)) {
        const float width = text_width(ui, "Releases");
        const Rect spot = place.cut_left(width, 6);
        if (pressable(ui, spot.middle_left(width, 32), "crumb", "All releases",
                      {.role = Role::link, .hover_fill = false}))
            out.emplace_back(intent::Go{model.place(Place::releases)});
        text(ui, spot, "Releases", {.colour = ui.theme->muted, .silent = true});
        icon(ui, place.cut_left(12, 6), Icon::chevron_right, ui.theme->muted, 12);
    }
    std::string here(name_of(model.route.place));
    if (!model.route.release.empty()) {
        const Release* release = model.release(model.route.release);
        here = release ? title_of(release->state()) : "Release";
    }
    text_ellipsis(ui, place, here, strong);
}

SaveState save_of(const Model& model) {
    switch (model.save) {
    case SaveProgress::saved:
        return SaveState::saved;
    case SaveProgress::saving:
        return SaveState::saving;
    case SaveProgress::not_saved:
        return SaveState::not_saved;
    }
    return SaveState::saved;
}

// My role in the release that is shown, else nothing.
std::string my_role(const Model& model) {
    const Release* release = model.release(model.route.release);
    if (!release || model.my_name.empty()) return {};
    const auto roles = release->state().roles_of(model.my_name);
    return roles.empty() ? std::string() : release->guide().role_name(roles.front());
}

float person_width(Ui& ui, const Model& model, bool phone) {
    if (phone) return 24;
    if (model.my_name.empty()) return button_width(ui, "Your name", {.kind = ButtonKind::ghost, .icon = Icon::person});
    const float words = std::max(text_width(ui, model.my_name, TextSize::body, Weight::strong),
                                 text_width(ui, my_role(model), TextSize::small));
    return 24 + 8 + std::min(words, 160.0F);
}

// The way to the settings, at every width.
void draw_who(Ui& ui, const Model& model, Rect place, bool phone, Intents& out) {
    const Intent to_settings = intent::Go{model.place(Place::settings)};
    if (model.my_name.empty()) {
        const ButtonOptions options{
            .kind = ButtonKind::ghost, .icon = Icon::person, .name = "Your name, not given yet: settings"};
        const bool pressed = phone ? icon_button(ui, place.middle(44, 44), "who", Icon::person, options.name,
                                                 {.kind = ButtonKind::ghost})
                                   : button(ui, place.middle_left(place.w, 32), "who", "Your name", options);
        if (pressed) out.push_back(to_settings);
        return;
    }
    const std::string role = my_role(model);
    const std::string name = model.my_name + (role.empty() ? "" : ", " + role) + ": settings";
    const Rect target = phone ? place.middle(44, 44) : Rect{place.x - 6, place.y + 4, place.w + 12, place.h - 8};
    if (pressable(ui, target, "who", name, {.current = is_current(model, Place::settings)})) out.push_back(to_settings);
    Rect at = place;
    avatar(ui, at.cut_left(24, 8), model.my_name, true);
    if (phone) return;
    Rect lines = at.middle_left(at.w, role.empty() ? 20 : 32);
    text_ellipsis(ui, role.empty() ? lines : lines.cut_top(16), model.my_name,
                  {.weight = Weight::strong, .silent = true});
    if (!role.empty())
        text_ellipsis(ui, lines, role, {.size = TextSize::small, .colour = ui.theme->muted, .silent = true});
}

constexpr float search_width = 264, search_crumbs = 180;

// Opens the palette, which has the field.
bool draw_search(Ui& ui, Rect box, bool as_field) {
    const std::string keys = keys_of("find", apple_keys()), tip = "Search, " + keys;
    if (as_field) return search_box(ui, box, "search", "Search", keys);
    return icon_button(ui, box, "search", Icon::search, "Search",
                       {.kind = ButtonKind::ghost, .description = keys, .tooltip = tip});
}

} // namespace

void draw_rail(Ui& ui, const Model& model, Rect rail, const PlaceCounts& counts, Intents& out) {
    const bool collapsed = columns(ui.size) == Columns::two;
    fill(ui, rail, ui.theme->surface);
    hairline_vertical(ui, rail.right() - 1, rail.y, rail.h);
    begin_region(ui, Role::navigation, "places", "Places", rail);
    Rect inside = rail.inset(8, 0);
    Rect brand = inside.cut_top(metrics::top_bar).inset(8, 0);
    draw_mark(ui, brand.cut_left(24, 8));
    if (!collapsed) {
        Rect words = brand.middle_left(brand.w, 32);
        text(ui, words.cut_top(16), "OctoAcme", {.weight = Weight::strong});
        text(ui, words, "Release Desk", {.size = TextSize::small, .colour = ui.theme->muted});
        draw_rail_foot(ui, model, Rect{inside.x, inside.bottom() - 65, inside.w, 65});
    }
    for (const PlaceEntry& entry : place_entries) {
        const Rect place = inside.cut_top(32, 4);
        const bool work = entry.place == Place::my_work;
        const int count = entry.place == Place::releases ? counts.active : work ? counts.due : 0;
        NavCount counted;
        if (count > 0) counted = {std::to_string(count), std::to_string(count) + (work ? " due" : " active")};
        if (nav_item(ui, place, entry.id, entry.icon, name_of(entry.place), counted, is_current(model, entry.place),
                     collapsed))
            out.emplace_back(intent::Go{model.place(entry.place)});
    }
    end_region(ui);
}

void draw_bottom_bar(Ui& ui, const Model& model, Rect bar, Intents& out) {
    fill(ui, bar, ui.theme->surface);
    hairline(ui, bar.x, bar.y, bar.w);
    begin_region(ui, Role::navigation, "places", "Places", bar);
    int index = 0;
    for (const PlaceEntry& entry : place_entries) {
        const Rect place = bar.column(index++, static_cast<int>(place_entries.size()));
        if (bottom_nav_item(ui, place, entry.id, entry.icon, name_of(entry.place), is_current(model, entry.place)))
            out.emplace_back(intent::Go{model.place(entry.place)});
    }
    end_region(ui);
}

bool draw_top_bar(Ui& ui, const Model& model, Rect bar, Intents& out) {
    const bool phone = columns(ui.size) == Columns::one;
    fill(ui, bar, ui.theme->surface);
    hairline(ui, bar.x, bar.bottom() - 1, bar.w);
    begin_region(ui, Role::banner, "top", "", bar);
    Rect inside = bar.inset(gutter(ui), 0);
    const Rect who = inside.cut_right(person_width(ui, model, phone), 12);
    const float square = control_height(ui);
    const Rect theme = model.forced ? Rect{} : inside.cut_right(square, phone ? 4 : 8).middle(square, square);
    const Rect save = inside.cut_right(save_state_width(ui, save_of(model), false), 12);
    const bool as_field = inside.w >= search_width + search_crumbs;
    const Rect find = inside.cut_right(as_field ? search_width : square, phone ? 4 : 12);
    draw_crumbs(ui, model, inside, phone, out);
    const bool search = draw_search(ui, find.middle(find.w, square), as_field);
    if (!model.loading) save_state(ui, save, save_of(model), false);
    const char* theme_name = model.dark ? "Use the light theme" : "Use the dark theme";
    if (!model.forced &&
        icon_button(ui, theme, "theme", model.dark ? Icon::sun : Icon::moon, theme_name, {.kind = ButtonKind::ghost}))
        out.emplace_back(intent::SetTheme{model.dark ? ThemeChoice::light : ThemeChoice::dark});
    draw_who(ui, model, who, phone, out);
    end_region(ui);
    return search;
}

} // namespace desk::ui
