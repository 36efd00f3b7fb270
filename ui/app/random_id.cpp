#include "ui/app/random_id.hpp"

#include <string_view>

namespace desk::ui {

std::string random_id(const std::function<std::uint64_t()>& random64) {
    constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyz234567";
    std::string id;
    for (int half = 0; half < 2; ++half) {
        std::uint64_t bits = random64();
        for (int i = 0; i < 8; ++i, bits >>= 5) id += letters[bits & 31U];
    }
    return id;
}

} // namespace desk::ui
