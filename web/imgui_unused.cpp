// What Dear ImGui refers to and the page never reaches, so that it is not loaded (16 KB of wasm): its tables and
// columns. imgui_tables.cpp is not compiled for the page; ui/widgets/table.cpp draws ours. Were they used after all,
// the page would stop at once in its own tests.
#include "imgui.h"
#include "imgui_internal.h"

#include <cstdlib>

namespace {

[[noreturn]] void used_after_all() { std::abort(); }

} // namespace

namespace ImGui {

// Looked at in every frame; without tables there is nothing to do.
void TableSettingsAddSettingsHandler() {}
void TableGcCompactTransientBuffers(ImGuiTable*) {}
void TableGcCompactTransientBuffers(ImGuiTableTempData*) {}
void TableGcCompactSettings() {}

// Only between BeginTable or BeginColumns and its end.
void TablePushColumnChannel(int) { used_after_all(); }
void TablePopColumnChannel() { used_after_all(); }
void EndTable() { used_after_all(); }
void EndColumns() { used_after_all(); }

} // namespace ImGui
