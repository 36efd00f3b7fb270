#include "native/window/app.hpp"

#include "core/log/op_line.hpp"
#include "native/files/atomic_write.hpp"
#include "native/system/system.hpp"
#include "native/system/zones.hpp"
#include "native/window/folders.hpp"

#include "imgui.h"
#include "imgui_internal.h"

#include <algorithm>
#include <chrono>
#include <ctime>
#include <utility>

namespace desk::native {

namespace {

constexpr int frames_after_event = 3;  // what an event starts has settled after three
constexpr int most_logical_frames = 8; // of one drawn frame
// Of the store, for what other windows do: what they did is here within a second.
constexpr double seconds_between_polls = 0.5;
constexpr double seconds_between_dialog_looks = 0.1;

double seconds() { return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count(); }

std::int32_t utc_offset_minutes(std::int64_t utc_ms) {
    const auto time = static_cast<std::time_t>(utc_ms / 1000);
    std::tm local{};
    return ::localtime_r(&time, &local) ? static_cast<std::int32_t>(local.tm_gmtoff / 60) : 0;
}

// Dear ImGui takes in what came at once over several frames, so that no press is lost.
bool input_waits() { return !ImGui::GetCurrentContext()->InputEventsQueue.empty(); }

} // namespace

App::App(Window& window, SqliteStorage& storage, ui::Fonts fonts, std::optional<SemanticOutput> semantics)
    : window_(window), storage_(storage), fonts_(fonts), semantics_(std::move(semantics)), desk_(ports(), fonts) {
    window_.connect(events());
}

void App::open(const Wanted& wanted) {
    desk_.start(wanted.address);
    for (const std::string& link : wanted.shared) {
        auto bytes = file_in(link, Limits::file_bytes);
        ui::NamedFile file{ui::shared_link_name, {}};
        (bytes ? file.bytes : file.unreadable) = bytes ? std::move(*bytes) : bytes.error();
        desk_.files_arrived({std::move(file)});
    }
    import(wanted.files);
}

ui::Ports App::ports() {
    ui::Ports ports;
    ports.now_ms = now_ms;
    ports.random64 = random64;
    ports.utc_offset_minutes = utc_offset_minutes;
    ports.zones = system_zones();
    ports.own_zone = own_zone;
    ports.save_file = [this](ui::NamedFile file, std::function<void(ui::FileSaved)> answer) {
        offers_.push_back({std::move(file), std::move(answer)});
        save_offers();
    };
    ports.open_files = [this] { choose_files(); };
    ports.copy_text = [this](const std::string& text) { window_.copy(text); };
    ports.show_address = [this](const std::string& address, bool instead) { history_.visit(address, instead); };
    ports.open_mail = [this](const std::string& link) {
        mail_.reset();
        if (auto started = Process::start({"xdg-open", link})) mail_.emplace(std::move(*started));
    };
    ports.copy_link = [this](const std::string& address) { window_.copy(address); };
    ports.show_title = [this](const std::string& title) { window_.set_title(title); };
    ports.look = [this] {
        const auto& [dark, more_contrast] = theme_.look();
        return ui::SystemLook{dark, more_contrast, std::nullopt};
    };
    ports.storage = &storage_;
    return ports;
}

Window::Events App::events() {
    Window::Events events;
    events.coming = [this] {
        if (input_waits()) logical_frames();
    };
    events.happened = [this] { frames_ = frames_after_event; };
    events.dropped = [this](const std::vector<std::string>& paths) { import(paths); };
    events.focused = [this] {
        look_at_theme_ = true;
        last_poll_ = 0;
    };
    events.typed = [this](const std::string& character, bool command) { return desk_.key_typed(character, command); };
    events.travelled = [this](int steps) {
        if (const auto address = history_.travel(steps)) desk_.address_changed(*address);
    };
    return events;
}

// --- files

void App::import(const std::vector<std::string>& paths) {
    std::vector<ui::NamedFile> files;
    for (const std::string& path : paths) {
        const std::string name = path.substr(path.rfind('/') + 1);
        if (auto bytes = read_whole_file(path, Limits::file_bytes))
            files.push_back({name, std::move(*bytes)});
        else
            files.push_back({name, {}, bytes.error()});
    }
    desk_.files_arrived(std::move(files));
    frames_ = frames_after_event;
}

void App::choose_files() {
    if (dialogs_.active()) return; // the user sees the one that is open
    const auto drop_them = [this] {
        notice_.say("Drop the files into this window. To choose them in a dialog, install zenity or kdialog.",
                    seconds());
        frames_ = frames_after_event;
    };
    const bool asked = dialogs_.open_files([this, drop_them](const FileDialogs::Choice& choice) {
        if (!choice.shown) return drop_them();
        if (!choice.paths.empty()) import(choice.paths);
    });
    if (!asked) drop_them();
}

// An offer stays the first until it is answered.
void App::save_offers() {
    while (!offers_.empty() && !dialogs_.active()) {
        const std::string name = plain_name(offers_.front().file.name);
        const std::string folder = download_folder();
        const bool asked =
            dialogs_.save_file(folder + "/" + name, [this, folder, name](const FileDialogs::Choice& choice) {
                if (!choice.shown) return save_at(free_path(folder, name));
                if (choice.paths.empty()) return finish_offer({});
                save_at(choice.paths.front());
            });
        if (!asked) save_at(free_path(folder, name));
    }
}

void App::save_at(const std::string& path) {
    const auto written = write_atomically(path, offers_.front().file.bytes, Existing::replace);
    finish_offer(written ? ui::FileSaved{true, path, {}}
                         : ui::FileSaved{false, {}, path + " " + written.error() + "."});
}

void App::finish_offer(ui::FileSaved answer) {
    const Offer offer = std::move(offers_.front());
    offers_.pop_front();
    offer.answer(std::move(answer));
    frames_ = frames_after_event;
}

// --- the loop

void App::look_around(double now) {
    dialogs_.poll();
    save_offers();
    if (now - last_poll_ >= seconds_between_polls) {
        last_poll_ = now;
        storage_.poll();
    }
    const DesktopTheme::Look before = theme_.look();
    theme_.poll();
    if (std::exchange(look_at_theme_, false)) theme_.ask();
    if (theme_.look() == before) return;
    desk_.system_theme_changed();
    frames_ = frames_after_event;
}

double App::next_look(double now) const {
    double wait = std::max(0.0, last_poll_ + seconds_between_polls - now);
    if (dialogs_.active()) wait = std::min(wait, seconds_between_dialog_looks);
    if (window_.minimized()) return wait;
    if (const double left = notice_.left(now); left >= 0) wait = std::min(wait, left);
    if (const double wanted = desk_.wants_frame(); wanted >= 0) wait = std::min(wait, wanted);
    return frames_ > 0 || input_waits() ? 0 : wait;
}

bool App::may_close(double now) {
    if (!desk_.unsaved() || close_warned_) return true;
    close_warned_ = true;
    window_.stay_open();
    notice_.say("Not everything is saved. Retry, or export the release; close again to leave without it.", now);
    return false;
}

void App::logical_frames() {
    if (in_frame_) return;
    in_frame_ = true;
    int count = 0;
    do {
        desk_.before_frame();
        window_.begin_frame();
        ImGui::NewFrame();
        const ui::Patch patch = desk_.frame(window_.size());
        notice_.draw(seconds(), desk_.theme(), *fonts_.regular);
        ImGui::Render();
        if (semantics_) semantics_->apply(patch);
    } while ((desk_.pending() || input_waits()) && ++count < most_logical_frames);
    in_frame_ = false;
}

void App::frame() {
    logical_frames();
    window_.draw(desk_.background());
    frames_ = std::max(0, frames_ - 1);
    const bool resting = frames_ == 0 && !input_waits() && desk_.wants_frame() != 0;
    if (semantics_ && resting) semantics_->tell(window_.units_per_pixel(), notice_.text());
}

void App::run() {
    window_.show();
    for (;;) {
        window_.wait(next_look(seconds()));
        const double now = seconds();
        look_around(now);
        if (window_.close_asked() && may_close(now)) return;
        if (window_.minimized()) continue;
        const double wanted = desk_.wants_frame();
        if (frames_ == 0 && !input_waits() && wanted != 0 && notice_.left(now) != 0) continue;
        frame();
    }
}

} // namespace desk::native
