#include "ui/views/shell.hpp"

#include "ui/door.hpp"
#include "ui/views/bars.hpp"
#include "ui/views/keys_dialog.hpp"
#include "ui/views/shell_acts.hpp"
#include "ui/views/words.hpp"
#include "ui/widgets/widgets.hpp"

#include <string>
#include <string_view>
#include <utility>

namespace desk::ui {

namespace {

// Where a view will stand: its heading, and a line that says what it waits for.
Rect begin_waiting(Ui& ui, Rect page, std::string_view title) {
    begin_region(ui, Role::main, "main", title, page);
    Rect body = page.inset(gutter(ui), 14);
    heading(ui, body.cut_top(32, 12), 1, title);
    return body;
}

// A link to a release that this copy does not have, or has not loaded yet.
void draw_absent(Ui& ui, const Model& model, Rect page, Intents& out) {
    Rect body = begin_waiting(ui, page, model.loading ? "Release" : "This release is not here");
    if (model.loading) {
        waiting(ui, body, "Loading your releases…");
    } else {
        const Rect card = body.cut_top(220);
        begin_card(ui, card, "absent");
        const int pressed = empty_state(ui, card.inset(16), Icon::box, "This copy does not hold it",
                                        "Ask for its file and import it, or go to the releases that are here.",
                                        {{"import", "Import", {.icon = Icon::upload}}, {"all", "All releases", {}}});
        end_card(ui);
        if (pressed == 0) out.emplace_back(intent::OpenFiles{});
        if (pressed == 1) out.emplace_back(intent::Go{{Place::releases, {}, Section::overview}});
    }
    end_region(ui);
}

constexpr const char* rest_missing = "A part of Release Desk could not be loaded.";
constexpr const char* newer_ready = "A new version is ready.";

// What can be brought out without the rest of the program: the release that is shown, else all of them.
Intent export_of_place(const Model& model) {
    if (model.release(model.route.release)) return intent::Export{model.route.release};
    intent::ExportTogether all;
    for (const auto& [id, release] : model.releases) all.releases.push_back(id);
    return all;
}

// A place that lies behind a door, before the rest of the program is here.
void draw_closed_door(Ui& ui, const Model& model, Rect page, Intents& out) {
    Rect body = begin_waiting(ui, page, place_title(model));
    if (model.rest == Rest::coming) {
        waiting(ui, body, "Loading…");
    } else {
        const Rect card = body.cut_top(220);
        begin_card(ui, card, "missing");
        const int pressed = empty_state(
            ui, card.inset(16), Icon::warning, rest_missing,
            "Check the connection. What is stored here is not touched by it.",
            {{"again", "Try again", {.icon = Icon::history}}, {"export", "Export", {.icon = Icon::download}}});
        end_card(ui);
        if (pressed == 0) out.emplace_back(intent::FetchRest{});
        if (pressed == 1) out.emplace_back(export_of_place(model));
    }
    end_region(ui);
}

void draw_place(Ui& ui, const Model& model, ShellState& state, Rect page, Intents& out) {
    const Route& route = model.route;
    if (!route.release.empty()) {
        const IdScope scope(route.release);
        const Release* release = model.release(route.release);
        if (!release) return draw_absent(ui, model, page, out);
        if (model.rest != Rest::here) return draw_closed_door(ui, model, page, out);
        return door<draw_release>(ui, model, *release, state.release_views[release->id()], page, out);
    }
    if (route.place == Place::releases) {
        const IdScope scope("releases");
        const ReleasesAnswer answer =
            draw_releases(ui, model, state.portfolio, state.calendar.agenda, state.releases, page, out);
        if (answer.new_release) state.new_release.open = true;
        if (answer.exporting) state.export_dialog.open = true;
        return;
    }
    if (model.rest != Rest::here) return draw_closed_door(ui, model, page, out);
    const IdScope scope(name_of(route.place));
    if (route.place == Place::settings) return door<draw_settings>(ui, model, state.settings, page, out);
    if (route.place == Place::calendar) return door<draw_calendar>(ui, model, state.calendar, page, out);
    if (route.place == Place::metrics) return door<draw_metrics>(ui, model, state.metrics, page, out);
    if (route.place == Place::guide) return door<draw_guide>(ui, model, state.guide, page, out);
    if (route.place == Place::import) return door<draw_import>(ui, model, state.import, page, out);
    door<draw_my_work>(ui, model, state.my_work, page, out);
}

bool at_releases(const Model& model) { return model.route.release.empty() && model.route.place == Place::releases; }

void draw_newer(Ui& ui, bool& held, float bottom, Intents& out) {
    const Toast look{.kind = StatusKind::active,
                     .icon = Icon::download,
                     .words = newer_ready,
                     .action = "Reload",
                     .second = "Later"};
    const ToastResult result = toast(ui, "newer", look, bottom);
    if (result.action) out.emplace_back(intent::Renew{});
    if (result.second) out.emplace_back(intent::LeaveNewer{});
    held = result.held;
}

// One at a time; "Not saved" stays until it is solved, and comes before all others.
bool draw_toast(Ui& ui, const Model& model, ShellState& state, float bottom, Intents& out) {
    // The releases say by themselves that the store could not be opened, with the way out.
    const bool told = model.store_problem && at_releases(model);
    if (model.save == SaveProgress::not_saved && !told) {
        const std::string words = model.save_problem.empty() ? "Not saved" : "Not saved. " + model.save_problem;
        const ToastResult result = toast(ui, "not-saved",
                                         {.kind = StatusKind::incident,
                                          .icon = Icon::warning,
                                          .words = words,
                                          .action = "Retry",
                                          .second = "Export now"},
                                         bottom);
        if (result.action) out.emplace_back(intent::RetrySave{});
        if (result.second) out.emplace_back(intent::Export{});
        return result.held;
    }
    // Other places say it themselves.
    if (model.rest == Rest::missing && at_releases(model)) {
        const Toast look{
            .kind = StatusKind::incident, .icon = Icon::warning, .words = rest_missing, .action = "Try again"};
        const ToastResult result = toast(ui, "rest", look, bottom);
        if (result.action) out.emplace_back(intent::FetchRest{});
        return result.held;
    }
    // A click on it may end what was being written, which says so in a toast: that must not come under the pointer.
    if (model.newer && (!model.toast || state.newer_held)) {
        draw_newer(ui, state.newer_held, bottom, out);
        return false;
    }
    if (!model.toast) return false;
    const Announcement& said = *model.toast;
    Toast look{.kind = said.bad ? StatusKind::incident : StatusKind::done, .words = said.text};
    const Release* release = model.release(said.undo_release);
    const bool undo = said.undo && (said.undo_at == 0 || (release && release->log().size() == said.undo_at));
    if (undo) {
        look.action = "Undo";
        look.action_icon = Icon::undo;
    } else if (said.bad) {
        look.action = "Dismiss";
    }
    const ToastResult result = toast(ui, "toast", look, bottom);
    if (result.action) {
        if (undo) out.emplace_back(intent::Do{said.undo_release, *said.undo, "Taken back", {}, true});
        out.emplace_back(intent::DismissToast{});
    }
    return result.held;
}

std::string live_words(const Model& model) {
    if (model.save == SaveProgress::not_saved) return "Not saved. " + model.save_problem;
    if (model.rest == Rest::missing) return rest_missing;
    if (model.toast) return model.toast->text;
    return model.newer ? newer_ready : "";
}

} // namespace

bool draw_shell(Ui& ui, const Model& model, ShellState& state, Intents& out) {
    state.portfolio.refresh(model);
    if (model.rest == Rest::here && !door<&MyWork::refresh>(state.my_work, model)) wake_in(ui, 0);
    // Sections of a release are tabs of one view: there the focus is on the tab, or on what the address points at.
    if (state.shown && (state.shown->place != model.route.place || state.shown->release != model.route.release))
        focus_heading(ui);
    else if (state.shown && state.shown->section != model.route.section && model.route.item.empty())
        focus_tab(ui);
    if (!state.shown || *state.shown != model.route)
        remember(state.palette, model.route.release.empty() ? "go:" + address_of(model.route).substr(2)
                                                            : "release:" + model.route.release);
    state.shown = model.route;
    if (const std::string asked = std::exchange(state.asked, {}); !asked.empty()) perform(ui, model, state, asked, out);
    bool search = false;
    const Columns width = columns(ui.size);
    Rect page{0, 0, ui.size.width, ui.size.height};
    float toast_bottom = metrics::gutter;
    if (width == Columns::one) {
        const Rect top = page.cut_top(metrics::top_bar);
        const Rect bottom = page.cut_bottom(metrics::bottom_bar);
        search = draw_top_bar(ui, model, top, out);
        draw_place(ui, model, state, page, out);
        draw_bottom_bar(ui, model, bottom, out);
        toast_bottom = metrics::bottom_bar + metrics::gutter_phone;
        if (model.release(model.route.release)) toast_bottom += state.release_views[model.route.release].dock;
    } else {
        const Rect rail = page.cut_left(width == Columns::two ? metrics::rail_collapsed : metrics::rail);
        const Rect top = page.cut_top(metrics::top_bar);
        draw_rail(ui, model, rail, {state.portfolio.active(), static_cast<int>(state.my_work.due())}, out);
        search = draw_top_bar(ui, model, top, out);
        draw_place(ui, model, state, page, out);
    }
    if (model.route.release.empty() && model.route.place == Place::import && model.preview)
        toast_bottom += state.import.bar;
    const bool held = draw_toast(ui, model, state, toast_bottom, out);
    live_message(ui, "said", live_words(model));
    if (model.rest == Rest::here) {
        door<draw_new_release>(ui, model, state.new_release, out);
        const PresentRows rows{state.portfolio, state.releases.choice};
        door<draw_export_dialog>(ui, model, rows, state.export_dialog, out);
        door<draw_share_dialog>(ui, model, state.share_dialog, out);
        door<draw_keys_dialog>(ui, model, state.keys_open, out);
    }
    draw_name_dialog(ui, model, state.name_dialog, out);
    draw_import_dialog(ui, model, out);
    if (search) perform(ui, model, state, "find", out);
    if (model.rest == Rest::here) door<draw_palette>(ui, model, state, out);
    if (std::exchange(state.settings.keys_asked, false)) perform(ui, model, state, "keys", out);
    if (!state.asked.empty() || search) wake_in(ui, 0);
    return held;
}

} // namespace desk::ui
