// What an assistive tool, the keyboard or a test asks of the view through the mirror (SEMANTICS 4, 6, 7).
//
// Requests are queued by the platform and consumed by the collector: `Collector::apply` before ImGui::NewFrame, the
// text field itself for edits. One that names an element which is gone is dropped after a few frames.
#pragma once

#include <cstdint>
#include <string>
#include <variant>

namespace desk::ui {

struct ActivateRequest { // a click without a pointer
    std::uint32_t id = 0;
};
struct FocusRequest {
    std::uint32_t id = 0;
    bool visible = true; // by keyboard: show the ring
};
struct BlurRequest {
    std::uint32_t id = 0;
};
struct EditRequest { // the mirrored field is the editor: its whole text and selection, in UTF-16 units
    std::uint32_t id = 0;
    std::string text; // valid if has_text
    bool has_text = false;
    int anchor = 0;
    int caret = 0;
};
struct ScrollRequest {
    std::uint32_t id = 0;
    float x = 0, y = 0;
};

using Request = std::variant<ActivateRequest, FocusRequest, BlurRequest, EditRequest, ScrollRequest>;

} // namespace desk::ui
