// Versions by SemVer 2.0.0.
#pragma once

#include <tl/expected.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace desk {

struct Version {
    std::uint64_t major = 0, minor = 0, patch = 0;
    std::vector<std::string> pre_release; // §9 identifiers
    std::string build;                    // §10; does not count in precedence

    std::string text() const;
};

// The message says what is wrong and how to write it ("no \"v\" before the number: write 1.2.3").
tl::expected<Version, std::string> parse_version(std::string_view text);

// SemVer §11: negative, 0, positive.
int precedence(const Version& a, const Version& b);

enum class Bump { patch, minor, major };
// §6–8: minor resets patch, major resets both. A pre-release of the same number becomes that number.
Version next_version(const Version& last, Bump bump);

} // namespace desk
