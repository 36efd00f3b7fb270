// What the user chose of the look, each apart from the other.
#pragma once

namespace desk::ui {

enum class ThemeChoice { system, light, dark };
enum class ContrastChoice { system, standard, high };

struct ChosenLook {
    ThemeChoice theme = ThemeChoice::system;
    ContrastChoice contrast = ContrastChoice::system;
};

} // namespace desk::ui
