#include "ui/views/shell_acts.hpp"

#include "ui/views/shell.hpp"
#include "ui/views/words.hpp"

#include <array>
#include <string>

namespace desk::ui {

namespace {

constexpr std::array places = {Place::releases, Place::my_work, Place::calendar,
                               Place::metrics,  Place::guide,   Place::settings};
constexpr std::array<Icon, 6> place_icons = {Icon::box,   Icon::tasks, Icon::calendar,
                                             Icon::chart, Icon::book,  Icon::person};
constexpr int section_count = static_cast<int>(Section::history) + 1;

struct Making {
    Acts acts;
    const Model& model;
    Intents& out;

    void add(std::string key, std::string label, Icon icon, std::function<void()> run) {
        acts.push_back({std::move(key), std::move(label), icon, {}, {}, std::move(run)});
    }
    // An act that is one intent.
    void say(const char* key, const char* label, Icon icon, Intent intent) {
        add(key, label, icon, [this_out = &out, intent = std::move(intent)] { this_out->push_back(intent); });
    }
    void lead(std::string key, std::string_view label, Icon icon, Route route) {
        add(std::move(key), std::string(label), icon,
            [this_out = &out, route = std::move(route)] { this_out->emplace_back(intent::Go{route}); });
    }
};

// Opens what lies behind a door: at once, or when the rest of the program is here.
void open_later(const Model& model, bool& open, Intents& out) {
    open = true;
    if (model.rest == Rest::here) return;
    if (model.rest == Rest::missing) out.emplace_back(intent::FetchRest{});
    out.emplace_back(intent::Say{"Loading… It opens as soon as it is here."});
}

void add_sections(Making& making) {
    const Route& here = making.model.route;
    if (!making.model.release(here.release)) return;
    const int now = static_cast<int>(here.section);
    const auto to = [&](int section) { return Route{Place::releases, here.release, static_cast<Section>(section)}; };
    for (int i = 0; i < section_count; ++i) {
        const Route route = to(i);
        const std::string address = address_of(route);
        making.lead("section:" + address.substr(address.rfind('/') + 1), name_of(route.section), Icon::chevron_right,
                    route);
    }
    making.lead("section:previous", "The section before", Icon::none, to((now + section_count - 1) % section_count));
    making.lead("section:next", "The next section", Icon::none, to((now + 1) % section_count));
}

} // namespace

Acts shell_acts(const Ui&, const Model& model, ShellState& state, Intents& out) {
    Making making{{}, model, out};
    add_sections(making);
    for (std::size_t i = 0; i < places.size(); ++i) {
        const Route route{places[i], {}, Section::overview};
        making.lead("go:" + address_of(route).substr(2), name_of(places[i]), place_icons[i], route);
    }
    making.add("new", "New release", Icon::plus, [&] {
        if (!model.route.release.empty()) out.emplace_back(intent::Go{{Place::releases, {}, Section::overview}});
        open_later(model, state.new_release.open, out);
    });
    making.say("import", "Import files…", Icon::upload, intent::OpenFiles{});
    if (!model.releases.empty())
        making.add("export-several", "Export several releases…", Icon::download,
                   [&] { open_later(model, state.export_dialog.open, out); });
    making.say("theme", model.dark ? "Use the light theme" : "Use the dark theme", model.dark ? Icon::sun : Icon::moon,
               intent::SetTheme{model.dark ? ThemeChoice::light : ThemeChoice::dark});
    making.say("theme:system", "Use the theme of the system", Icon::sun, intent::SetTheme{ThemeChoice::system});
    making.lead("name", model.my_name.empty() ? "Say who you are" : "Change your name", Icon::pencil,
                {Place::settings, {}, Section::overview});
    making.add("keys", "Show all keys", Icon::tasks, [&] { open_later(model, state.keys_open, out); });
    making.add("find", "Search", Icon::search, [&] {
        if (state.palette.open)
            state.palette.open = false;
        else
            open_later(model, state.palette.open, out);
    });
    if (model.save == SaveProgress::not_saved) {
        making.say("retry", "Save again", Icon::history, intent::RetrySave{});
        making.say("export-unsaved", "Export what is not saved", Icon::download, intent::Export{});
    }
    return std::move(making.acts);
}

void perform(const Ui& ui, const Model& model, ShellState& state, std::string_view key, Intents& out) {
    const bool in_release = model.release(model.route.release) != nullptr;
    if (key == "export" && !in_release) key = "export-several";
    if (run_act(shell_acts(ui, model, state, out), key) || !in_release) return;
    state.release_views[model.route.release].asked = key;
}

} // namespace desk::ui
