#include "native/system/system.hpp"

#include <sys/random.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <cstdlib>

namespace desk::native {

namespace {

// Ends the program if the kernel gives no randomness: a guessable or repeated actor would tear releases apart.
void fill_random(void* bytes, std::size_t count) {
    auto* at = static_cast<unsigned char*>(bytes);
    while (count > 0) {
        const ssize_t got = ::getrandom(at, count, 0);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) std::abort();
        at += got;
        count -= static_cast<std::size_t>(got);
    }
}

} // namespace

std::int64_t now_ms() {
    using namespace std::chrono;
    return duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
}

std::uint64_t random64() {
    std::uint64_t value = 0;
    fill_random(&value, sizeof value);
    return value;
}

std::string fresh_name() {
    constexpr char letters[] = "abcdefghijklmnopqrstuvwxyz234567";
    std::array<unsigned char, 16> bytes{};
    fill_random(bytes.data(), bytes.size());
    std::string name;
    for (const unsigned char byte : bytes) name += letters[byte & 31U];
    return name;
}

} // namespace desk::native
