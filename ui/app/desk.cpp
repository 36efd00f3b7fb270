#include "ui/app/desk.hpp"

#include "ui/app/controller.hpp"
#include "ui/app/shortcuts.hpp"
#include "ui/ui.hpp"
#include "ui/views/shell.hpp"

#include <algorithm>
#include <utility>

namespace desk::ui {

struct Desk::Impl {
    Impl(Ports ports, Fonts fonts) : controller(std::move(ports)), ui(collector, fonts) {}

    Controller controller;
    Collector collector;
    Ui ui;
    SystemColours forced_from{};
    Theme forced{}; // made of them
    ShellState shell;
    Keystrokes keys;
    bool toast_held = false;
    bool stale = true; // what the user sees is older than the model

    const Theme& theme_now();
};

const Theme& Desk::Impl::theme_now() {
    const Model& model = controller.model();
    if (!model.forced) return theme_of(model.dark, model.high_contrast);
    if (forced_from != *model.forced) {
        forced_from = *model.forced;
        forced = forced_theme(forced_from);
    }
    return forced;
}

Desk::Desk(Ports ports, Fonts fonts) : impl_(std::make_unique<Impl>(std::move(ports), fonts)) {}
Desk::~Desk() = default;

void Desk::start(const std::string& address, ChosenLook chosen) { impl_->controller.start(address, chosen); }

void Desk::before_frame() { impl_->collector.apply(); }

Patch Desk::frame(const ViewSize& size) {
    Impl& desk = *impl_;
    desk.controller.tick(desk.toast_held);
    desk.controller.take_changed();
    desk.stale = false;
    const Model& model = desk.controller.model();
    desk.ui.theme = &desk.theme_now();
    begin_frame(desk.ui, size, desk.controller.seconds());
    Intents intents;
    desk.toast_held = draw_shell(desk.ui, model, desk.shell, intents);
    Patch patch = end_frame(desk.ui);
    desk.controller.carry_out(std::move(intents));
    return patch;
}

double Desk::wants_frame() const {
    if (pending()) return 0;
    double soonest = ui::wants_frame(impl_->ui);
    const double toast = impl_->toast_held ? -1 : impl_->controller.toast_left();
    if (toast >= 0) soonest = soonest < 0 ? toast : std::min(soonest, toast);
    return soonest;
}

bool Desk::pending() const { return impl_->stale || impl_->controller.has_changed() || impl_->collector.pending(); }

void Desk::request(Request r) { impl_->collector.request(std::move(r)); }
bool Desk::key_typed(std::string_view key, bool command) {
    Impl& desk = *impl_;
    if (typing() && !command) return false;
    desk.controller.tick(desk.toast_held);
    const Keystrokes::Stroke stroke = desk.keys.typed(key, command, desk.controller.seconds());
    if (!command && !desk.controller.model().single_keys) return false;
    if (stroke.act == "down" || stroke.act == "up") {
        press_arrow(stroke.act == "down");
        return true;
    }
    if (stroke.act == "undo" && typing()) return false;
    // What lies over the page is answered first. The palette's own key closes it again.
    const bool finds = stroke.act == "find";
    if (covered(desk.ui) && !(finds && desk.shell.palette.open)) return command && finds;
    if (!stroke.act.empty()) {
        desk.shell.asked = stroke.act;
        desk.stale = true;
    }
    return stroke.taken;
}

void Desk::files_arrived(std::vector<NamedFile> files) { impl_->controller.files_arrived(std::move(files)); }
void Desk::address_changed(const std::string& address) { impl_->controller.address_changed(address); }
void Desk::rest_arrived(bool here) { impl_->controller.rest_arrived(here); }
void Desk::version_ready() { impl_->controller.version_ready(); }
void Desk::system_theme_changed() { impl_->stale = true; }
bool Desk::unsaved() const { return impl_->controller.unsaved(); }
std::string Desk::unsaved_entries() const { return impl_->controller.unsaved_entries(); }

const Theme& Desk::theme() const { return *impl_->ui.theme; }

unsigned Desk::background() const {
    const Colour colour = theme().background;
    return (colour & 0xFFU) << 16 | (colour & 0xFF00U) | (colour >> 16 & 0xFFU);
}

std::optional<ChosenLook> Desk::chosen_look() const {
    const Model& model = impl_->controller.model();
    if (model.loading || model.store_problem) return std::nullopt;
    return ChosenLook{model.theme, model.contrast};
}

} // namespace desk::ui
