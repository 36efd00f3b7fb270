// What the mirror asks of the view (ui/semantics/request.hpp).
#include "web/app.hpp"
#include "web/exports.hpp"

#include <utility>

using desk::web::App;

DESK_EXPORT void desk_activate(App* app, std::uint32_t id) { app->desk->request(desk::ui::ActivateRequest{id}); }

DESK_EXPORT void desk_focus(App* app, std::uint32_t id, int visible) {
    app->desk->request(desk::ui::FocusRequest{id, visible != 0});
}

DESK_EXPORT void desk_blur(App* app, std::uint32_t id) { app->desk->request(desk::ui::BlurRequest{id}); }

// With `has_text` the inbox holds the whole text of the field.
DESK_EXPORT void desk_edit(App* app, std::uint32_t id, int has_text, int anchor, int caret) {
    desk::ui::EditRequest edit{.id = id, .text = {}, .has_text = has_text != 0, .anchor = anchor, .caret = caret};
    if (edit.has_text) edit.text = std::exchange(app->inbox, {});
    app->desk->request(std::move(edit));
}

DESK_EXPORT void desk_scroll(App* app, std::uint32_t id, float x, float y) {
    app->desk->request(desk::ui::ScrollRequest{id, x, y});
}
