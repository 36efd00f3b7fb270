#include "ui/views/palette.hpp"

#include "core/search/fold.hpp"
#include "ui/app/shortcuts.hpp"
#include "ui/views/item_look.hpp"
#include "ui/views/shell.hpp"
#include "ui/views/shell_acts.hpp"
#include "ui/views/words.hpp"
#include "ui/widgets/widgets.hpp"

#include <algorithm>
#include <utility>

namespace desk::ui {

namespace {

constexpr float wide = 640, most_high = 480;
constexpr std::size_t most_recent = 8;

PaletteEntry entry_of(Act&& act) {
    PaletteEntry entry{
        std::move(act.key), std::move(act.label), std::move(act.note), std::move(act.why), "Action", act.icon};
    if (entry.key.starts_with("go:")) entry.kind = "Place";
    if (entry.key.starts_with("section:")) entry.kind = "Section";
    return entry;
}

bool listed(const std::vector<PaletteEntry>& entries, std::string_view label) {
    return std::any_of(entries.begin(), entries.end(), [&](const PaletteEntry& entry) { return entry.label == label; });
}

// Acts that would open the palette in itself, or that mean a key alone.
bool only_a_key(std::string_view key) { return key == "find" || key == "section:previous" || key == "section:next"; }

void gather_items(PaletteState& palette, const Release& release, std::int64_t now_ms) {
    const auto add = [&](const std::vector<Item>& items, const char* key) {
        for (const Item& item : items)
            palette.entries.push_back({std::string(key) + item.spec->key,
                                       item.spec->text,
                                       requirement_look(item, now_ms).word,
                                       {},
                                       "Item",
                                       Icon::circle,
                                       true});
    };
    add(release.state().requirements, "item:readiness:");
    add(release.state().checklist, "item:checklist:");
}

const Node* node_called(Ui& ui, std::uint32_t id) {
    for (std::size_t i = 0; id != 0 && i < ui.semantics.count(); ++i)
        if (ui.semantics.at(i).id == id) return &ui.semantics.at(i);
    return nullptr;
}

// In which part of the page it stands; nothing if it is no part that is offered: the bars, and rows that are found by
// themselves.
bool offered(Ui& ui, const Node& node, std::string& where) {
    for (const Node* up = node_called(ui, node.parent); up; up = node_called(ui, up->parent)) {
        if (up->role == Role::banner || up->role == Role::navigation || up->role == Role::cell) return false;
        if (where.empty() && up->role != Role::main && up->name != node.name) where = up->name;
    }
    return true;
}

// Whatever can be pressed or filled in on the page, as it was recorded in this frame.
void gather_controls(Ui& ui, PaletteState& palette) {
    const std::size_t count = ui.semantics.count();
    for (std::size_t i = 0; i < count; ++i) {
        const Node& node = ui.semantics.at(i);
        const bool press = node.role == Role::button || node.role == Role::link;
        const bool fill = node.role == Role::text_field || node.role == Role::combobox;
        if ((!press && !fill) || node.name.empty() || (node.state & state_disabled) != 0) continue;
        if (press && ((node.state & state_popup) != 0 || listed(palette.entries, node.name))) continue;
        PaletteEntry entry{"control:" + node.name,
                           node.name,
                           {},
                           {},
                           fill ? "Field" : "On this page",
                           fill ? Icon::pencil : Icon::arrow_right,
                           true,
                           node.id,
                           fill};
        if (!offered(ui, node, entry.note)) continue;
        if (press && !node.description.empty()) entry.note = node.description;
        palette.entries.push_back(std::move(entry));
    }
}

void gather(Ui& ui, const Model& model, ShellState& state, Intents& out) {
    PaletteState& palette = state.palette;
    palette.gathered = true, palette.revision = model.revision, palette.route = model.route;
    palette.entries.clear();
    if (const Release* release = model.release(model.route.release)) {
        for (Act& act : acts_of_release(ui, model, *release, state.release_views[release->id()])) {
            palette.entries.push_back(entry_of(std::move(act)));
            PaletteEntry& entry = palette.entries.back();
            entry.quiet = entry.label.find(": ") != std::string::npos;
        }
        for (Act& act : shell_acts(ui, model, state, out))
            if (!only_a_key(act.key)) palette.entries.push_back(entry_of(std::move(act)));
        gather_items(palette, *release, model.now_ms);
    } else {
        for (Act& act : shell_acts(ui, model, state, out))
            if (!only_a_key(act.key)) palette.entries.push_back(entry_of(std::move(act)));
    }
    gather_controls(ui, palette);
    for (PaletteEntry& entry : palette.entries) entry.folded = fold(entry.label);
    palette.index.refresh(model);
}

struct Words {
    std::string label, note, keys;
};

FinderRow row_of(const Found& found, Words& words) {
    FinderRow row;
    if (found.entry) {
        const PaletteEntry& entry = *found.entry;
        words.keys = keys_of(entry.key, apple_keys());
        row = {entry.label,       entry.why.empty() ? entry.note : entry.why, entry.kind, words.keys, entry.icon,
               !entry.why.empty()};
    } else if (found.item) {
        row = {found.item->text, found.release->title, "Item", {}, Icon::circle};
    } else {
        row = {found.release->title, found.release->note, "Release", {}, Icon::box};
    }
    return row;
}

void show_item(ShellState& state, const std::string& release, std::string_view item, Section section, Intents& out) {
    state.release_views[release].show_item = item;
    out.emplace_back(intent::Go{{Place::releases, release, section}});
}

void take(Ui& ui, const Model& model, ShellState& state, const Found& found, Intents& out) {
    PaletteState& palette = state.palette;
    if (found.item) return show_item(state, found.release->id, found.item->key, found.item->section, out);
    if (found.release) {
        const Section section = state.release_views[found.release->id].section.value_or(Section::overview);
        out.emplace_back(intent::Go{{Place::releases, found.release->id, section}});
        return;
    }
    const PaletteEntry& entry = *found.entry;
    remember(palette, entry.key);
    if (entry.control != 0) {
        ui.semantics.request(FocusRequest{entry.control, true});
        if (!entry.writes) ui.semantics.request(ActivateRequest{entry.control});
    } else if (entry.key.starts_with("item:")) {
        const std::string_view where = std::string_view(entry.key).substr(5);
        const std::size_t colon = where.find(':');
        show_item(state, model.route.release, where.substr(colon + 1),
                  where.substr(0, colon) == "checklist" ? Section::checklist : Section::readiness, out);
    } else {
        state.asked = entry.key;
    }
}

void close(PaletteState& palette) {
    palette.open = palette.gathered = false;
    palette.text.clear();
    palette.found.clear(), palette.entries.clear();
    palette.marked = 0;
}

} // namespace

void remember(PaletteState& palette, std::string key) {
    auto& recent = palette.recent;
    std::erase(recent, key);
    recent.insert(recent.begin(), std::move(key));
    if (recent.size() > most_recent) recent.pop_back();
}

void draw_palette(Ui& ui, const Model& model, ShellState& state, Intents& out) {
    PaletteState& palette = state.palette;
    if (!palette.open) {
        if (palette.gathered) close(palette);
        return;
    }
    bool anew = !palette.gathered;
    if (anew || palette.revision != model.revision || palette.route != model.route) {
        gather(ui, model, state, out);
        anew = true;
    }
    Dialog dialog = begin_dialog(ui, "palette", "What are you looking for?", wide);
    if (anew) palette.found = palette.index.find(palette.text, palette.entries, palette.recent, model.route.release);
    std::vector<Words> words(palette.found.size());
    std::vector<FinderRow> rows;
    for (std::size_t i = 0; i < palette.found.size(); ++i) rows.push_back(row_of(palette.found[i], words[i]));
    const float high = std::min(most_high, ui.size.height - 2 * metrics::space_l - 72);
    const Rect area = dialog.content.with_height(high);
    const FinderResult result = finder(ui, area, "finder", "Search", palette.text, rows, palette.marked,
                                       "A release, a place, an item, an action");
    if (rows.empty()) {
        const Rect line{area.x, area.y + control_height(ui) + 24, area.w, 40};
        text_wrapped(ui, line,
                     "Nothing is called that. Look for a product, a version, a person, or what you want to do.",
                     {.colour = ui.theme->muted});
    }
    live_message(ui, "count", palette.text.empty() ? "" : counted(rows.size(), "result", "results"));
    end_dialog(ui, area.bottom());
    if (result.changed) {
        palette.found = palette.index.find(palette.text, palette.entries, palette.recent, model.route.release);
        palette.marked = 0;
        wake_in(ui, 0);
    }
    if (result.taken >= 0 && !result.changed) {
        const Found taken = palette.found[static_cast<std::size_t>(result.taken)];
        palette.open = false;
        take(ui, model, state, taken, out);
        close(palette);
        wake_in(ui, 0);
    } else if (dialog.close_asked) {
        close(palette);
    }
}

} // namespace desk::ui
