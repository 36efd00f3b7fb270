// What the first picture of the page does without.
#pragma once

#include <type_traits>
#include <utility>

namespace desk::ui {

// Calls `what`, a function or a member of the first argument, through a door. A page may come in two parts: what is
// only reached through doors is then in the second one, which scripts/split.mjs makes, and a door may be passed only
// once that has arrived (ui/app/model.hpp Rest). Elsewhere this is a call like any other.
template <auto what, typename... Given> decltype(auto) door(Given&&... given) {
    auto* behind =
        +[](Given&&... passed) -> decltype(auto) { return std::invoke(what, std::forward<Given>(passed)...); };
    asm("" : "+r"(behind)); // no optimiser looks through it: what lies behind stays in one piece
    return behind(std::forward<Given>(given)...);
}

} // namespace desk::ui
