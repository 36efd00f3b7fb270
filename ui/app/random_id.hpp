// Ids that no other copy will make: 16 characters of a–z, 2–7, which is 80 random bits.
#pragma once

#include <cstdint>
#include <functional>
#include <string>

namespace desk::ui {

std::string random_id(const std::function<std::uint64_t()>& random64);

} // namespace desk::ui
