// The keys of a keyboard event, as Dear ImGui names them.
#pragma once

#include "imgui.h"

#include <string_view>

namespace desk::web {

// By place (`KeyboardEvent.code`); some keyboards of phones send none, then by meaning (`KeyboardEvent.key`).
// ImGuiKey_None if Dear ImGui has no such key.
ImGuiKey key_of(std::string_view code, std::string_view key);

} // namespace desk::web
