#include "core/release/registers.hpp"

#include <algorithm>

namespace desk::registers {

std::string from_field(std::string_view field) {
    std::string about(field);
    if (const auto dot = about.find('.'); dot != std::string::npos) about[dot] = ':';
    return about;
}

std::string to_field(std::string_view about) {
    std::string field(about);
    if (const auto colon = field.find(':'); colon != std::string::npos) field[colon] = '.';
    return field;
}

} // namespace desk::registers
