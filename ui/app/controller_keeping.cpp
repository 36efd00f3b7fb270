// How safe what is stored is: room, the browser's promise, and the reminder of an export.
#include "core/reminder.hpp"
#include "ui/app/controller.hpp"
#include "ui/door.hpp"

namespace desk::ui {

void Controller::measure() {
    ports_.storage->measure([this, alive = std::weak_ptr<char>(alive_)](StorageRoom room) {
        if (alive.expired()) return;
        model_.room = room;
        changed();
    });
}

void Controller::look_at_exports() {
    door<&UnexportedCache::refresh>(unexported_, model_);
    model_.export_due =
        export_is_due(is_evictable(model_.durability), model_.unexported.since_ms, put_off_at_ms_, model_.now_ms);
}

void Controller::run(intent::AskToKeep&&) {
    ports_.storage->ask_to_keep([this, alive = std::weak_ptr<char>(alive_)](bool kept) {
        if (alive.expired()) return;
        announce({kept ? "The browser keeps it from now on"
                       : "The browser did not agree. Some do once a page is installed, bookmarked or often used",
                  false,
                  0,
                  {},
                  {}});
        changed();
    });
}

void Controller::run(intent::PutOffExport&&) {
    put_off_at_ms_ = ports_.now_ms();
    queue_.put({SettingWrite{"export_put_off", std::to_string(put_off_at_ms_)}});
}

} // namespace desk::ui
