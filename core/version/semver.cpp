#include "core/version/semver.hpp"

#include "core/ascii.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <optional>

namespace desk {

namespace {

constexpr std::size_t longest_version = 128;

using Result = tl::expected<Version, std::string>;

Result refuse(std::string message) { return tl::unexpected(std::move(message)); }

bool all_digits(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return is_digit(c); });
}
bool is_identifier(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
        return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-';
    });
}

std::string quoted(std::string_view text) { return "\"" + std::string(text) + "\""; }

std::vector<std::string_view> split(std::string_view text, char by) {
    std::vector<std::string_view> parts;
    for (;;) {
        const std::size_t end = text.find(by);
        parts.push_back(text.substr(0, end));
        if (end == std::string_view::npos) return parts;
        text.remove_prefix(end + 1);
    }
}

std::string_view without_zeros(std::string_view digits) {
    while (digits.size() > 1 && digits[0] == '0') digits.remove_prefix(1);
    return digits;
}

std::optional<std::uint64_t> number_from(std::string_view digits) {
    std::uint64_t number = 0;
    constexpr auto most = std::numeric_limits<std::uint64_t>::max();
    for (const char c : digits) {
        const auto digit = static_cast<std::uint64_t>(c - '0');
        if (number > (most - digit) / 10) return std::nullopt;
        number = number * 10 + digit;
    }
    return number;
}

// The nearest right version, for a message: "1.2" → "1.2.0", "01.2.3" → "1.2.3". `rest` starts at "-" or "+".
std::string nearest(const std::vector<std::string_view>& numbers, std::string_view rest) {
    std::string text;
    for (std::size_t i = 0; i < 3; ++i) {
        if (i > 0) text += '.';
        const bool usable = i < numbers.size() && all_digits(numbers[i]);
        text += usable ? without_zeros(numbers[i]) : std::string_view("0");
    }
    return text += rest;
}

std::string dotted(const std::vector<std::string>& identifiers) {
    std::string text;
    for (const auto& identifier : identifiers) text += (text.empty() ? "" : ".") + identifier;
    return text;
}

// §9 and §10 identifiers; the message, or nothing.
std::optional<std::string> read_identifiers(std::string_view text, const char* what, bool numbers_count,
                                            std::vector<std::string>& into) {
    for (const std::string_view part : split(text, '.')) {
        if (part.empty())
            return "a part of the " + std::string(what) + " is empty: write it like " +
                   (numbers_count ? "1.2.3-rc.1" : "1.2.3+build.5");
        if (!is_identifier(part))
            return quoted(part) + " in the " + what + " may hold letters a–z, digits and \"-\" only";
        if (numbers_count && all_digits(part) && part.size() > 1 && part[0] == '0')
            return "no leading zeros in the " + std::string(what) + ": write " + std::string(without_zeros(part)) +
                   " instead of " + std::string(part);
        into.emplace_back(part);
    }
    return std::nullopt;
}

int compared(std::uint64_t a, std::uint64_t b) { return a < b ? -1 : a > b ? 1 : 0; }

// §11.4: numbers by value and below words, words by their bytes. Digits may be more than an integer holds.
int compare_identifiers(std::string_view a, std::string_view b) {
    const bool a_number = all_digits(a), b_number = all_digits(b);
    if (a_number != b_number) return a_number ? -1 : 1;
    if (a_number && a.size() != b.size()) return compared(a.size(), b.size());
    const int order = a.compare(b);
    return order < 0 ? -1 : order > 0 ? 1 : 0;
}

} // namespace

std::string Version::text() const {
    std::string result = std::to_string(major) + "." + std::to_string(minor) + "." + std::to_string(patch);
    if (!pre_release.empty()) result += "-" + dotted(pre_release);
    if (!build.empty()) result += "+" + build;
    return result;
}

tl::expected<Version, std::string> parse_version(std::string_view text) {
    if (text.empty()) return refuse("a version is missing: write it like 1.2.3");
    if (text.size() > longest_version)
        return refuse("a version may have " + std::to_string(longest_version) + " characters at most");
    if (text.find_first_of(" \t\r\n") != std::string_view::npos)
        return refuse("no spaces in a version: write it like 1.2.3");
    if (text[0] == 'v' || text[0] == 'V') {
        const auto rest = parse_version(text.substr(1));
        return refuse("no \"" + std::string(text.substr(0, 1)) + "\" before the number: write " +
                      (rest ? rest->text() : "1.2.3"));
    }

    const std::size_t numbers_end = std::min(text.find_first_of("-+"), text.size());
    const std::string_view rest = text.substr(numbers_end);
    const auto numbers = split(text.substr(0, numbers_end), '.');
    for (const std::string_view number : numbers)
        if (!all_digits(number))
            return refuse(number.empty() ? "a number is missing in " + quoted(text) + ": write it like 1.2.3"
                                         : quoted(number) + " is not a number: write the version like 1.2.3");
    if (numbers.size() < 3)
        return refuse("three numbers are needed, major.minor.patch: write " + nearest(numbers, rest));
    if (numbers.size() > 3) return refuse("only three numbers, major.minor.patch: write " + nearest(numbers, rest));

    Version version;
    const std::array<std::uint64_t*, 3> fields = {&version.major, &version.minor, &version.patch};
    for (std::size_t i = 0; i < fields.size(); ++i) {
        if (numbers[i].size() > 1 && numbers[i][0] == '0')
            return refuse("no leading zeros: write " + nearest(numbers, rest));
        const auto number = number_from(numbers[i]);
        if (!number) return refuse(std::string(numbers[i]) + " is too large for a version");
        *fields[i] = *number;
    }

    const std::size_t plus = rest.find('+');
    const std::string_view pre = rest.substr(0, plus);
    if (!pre.empty())
        if (auto message = read_identifiers(pre.substr(1), "pre-release", true, version.pre_release))
            return refuse(std::move(*message));
    if (plus != std::string_view::npos) {
        std::vector<std::string> build;
        if (auto message = read_identifiers(rest.substr(plus + 1), "build", false, build))
            return refuse(std::move(*message));
        version.build = dotted(build);
    }
    return version;
}

int precedence(const Version& a, const Version& b) {
    if (const int order = compared(a.major, b.major)) return order;
    if (const int order = compared(a.minor, b.minor)) return order;
    if (const int order = compared(a.patch, b.patch)) return order;
    if (a.pre_release.empty() != b.pre_release.empty()) return a.pre_release.empty() ? 1 : -1;
    const std::size_t shared = std::min(a.pre_release.size(), b.pre_release.size());
    for (std::size_t i = 0; i < shared; ++i)
        if (const int order = compare_identifiers(a.pre_release[i], b.pre_release[i])) return order;
    return compared(a.pre_release.size(), b.pre_release.size());
}

Version next_version(const Version& last, Bump bump) {
    Version next{last.major, last.minor, last.patch, {}, {}};
    const bool pre = !last.pre_release.empty();
    switch (bump) {
    case Bump::patch:
        if (!pre) ++next.patch;
        break;
    case Bump::minor:
        if (!pre || last.patch != 0) ++next.minor;
        next.patch = 0;
        break;
    case Bump::major:
        if (!pre || last.minor != 0 || last.patch != 0) ++next.major;
        next.minor = next.patch = 0;
        break;
    }
    return next;
}

} // namespace desk
