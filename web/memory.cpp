#include "web/memory.hpp"

#include "web/imports.hpp"

#include "imgui.h"

#include <cstdlib>
#include <new>

namespace desk::web {

void stop_when_out_of_memory() {
    std::set_new_handler([] { page_out_of_memory(); });
    // Dear ImGui does not look at what malloc answers; 0 is an address like any other here.
    ImGui::SetAllocatorFunctions(
        [](std::size_t bytes, void*) {
            void* memory = std::malloc(bytes);
            if (!memory) page_out_of_memory();
            return memory;
        },
        [](void* memory, void*) { std::free(memory); });
}

} // namespace desk::web
