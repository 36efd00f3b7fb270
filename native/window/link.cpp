#include "native/window/link.hpp"

#include "ui/app/ports.hpp"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <optional>

namespace desk::native {

namespace {

constexpr std::string_view place_start = "#/", share_start = "#/share/", file_scheme = "file://";

// RFC 3986 §3.1: a scheme and "://".
bool is_uri(std::string_view text) {
    const auto letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
    const auto end = text.find("://");
    if (end == std::string_view::npos || end == 0 || !letter(text.front())) return false;
    return std::all_of(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(end),
                       [&](char c) { return letter(c) || (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.'; });
}

int hex(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

// The path of file://HOST/PATH (RFC 8089), whose host is this one.
std::string path_of(std::string_view uri) {
    uri.remove_prefix(file_scheme.size());
    uri.remove_prefix(std::min(uri.find('/'), uri.size()));
    std::string path;
    for (std::size_t at = 0; at < uri.size(); ++at) {
        const bool escaped = uri[at] == '%' && at + 2 < uri.size() && hex(uri[at + 1]) >= 0 && hex(uri[at + 2]) >= 0;
        path += escaped ? static_cast<char>(hex(uri[at + 1]) << 4 | hex(uri[at + 2])) : uri[at];
        if (escaped) at += 2;
    }
    return path;
}

int base64url_value(char c) {
    if (c >= 'A' && c <= 'Z') return c - 'A';
    if (c >= 'a' && c <= 'z') return c - 'a' + 26;
    if (c >= '0' && c <= '9') return c - '0' + 52;
    return c == '-' ? 62 : c == '_' ? 63 : -1;
}

// Up to the first character that is none of it: a full stop or a bracket was put there by what passed the link on.
std::string decoded(std::string_view text) {
    std::string bytes;
    unsigned bits = 0;
    int count = 0;
    for (const char c : text) {
        const int value = base64url_value(c);
        if (value < 0) break;
        bits = bits << 6 | static_cast<unsigned>(value);
        count += 6;
        if (count >= 8) bytes += static_cast<char>(bits >> (count -= 8) & 0xFFU);
    }
    return bytes;
}

struct Inflation {
    z_stream stream{};
    bool ready = inflateInit(&stream) == Z_OK;
    ~Inflation() {
        if (ready) inflateEnd(&stream);
    }
};

// Nothing if the data end too early or their checksum is another one.
std::optional<std::string> inflated(std::string& packed, std::size_t limit) {
    Inflation inflation;
    z_stream& stream = inflation.stream;
    stream.next_in = reinterpret_cast<Bytef*>(packed.data());
    stream.avail_in = static_cast<uInt>(packed.size());
    std::string out;
    std::array<char, 1U << 16> part;
    for (int status = Z_OK; inflation.ready && out.size() <= limit;) {
        stream.next_out = reinterpret_cast<Bytef*>(part.data());
        stream.avail_out = static_cast<uInt>(part.size());
        status = inflate(&stream, Z_NO_FLUSH);
        out.append(part.data(), part.size() - stream.avail_out);
        if (status == Z_STREAM_END) return out;
        if (status != Z_OK) return std::nullopt;
    }
    if (!inflation.ready) return std::nullopt;
    out.resize(limit + 1);
    return out;
}

} // namespace

tl::expected<Wanted, std::string> wanted_by(const std::vector<std::string>& arguments) {
    Wanted wanted;
    for (const std::string& argument : arguments) {
        const bool uri = is_uri(argument);
        const std::size_t fragment = uri ? argument.find(place_start) : 0;
        const std::string link = fragment < argument.size() ? argument.substr(fragment) : std::string();
        if (link.compare(0, share_start.size(), share_start) == 0) {
            wanted.shared.push_back(link);
        } else if (link.compare(0, place_start.size(), place_start) == 0) {
            if (!wanted.address.empty()) return tl::make_unexpected("One window shows one place; two were named.");
            wanted.address = link;
        } else if (uri && argument.compare(0, file_scheme.size(), file_scheme) == 0) {
            wanted.files.push_back(path_of(argument));
        } else if (uri) {
            return tl::make_unexpected(argument + " leads to no place of Release Desk: nothing in it begins with #/.");
        } else {
            wanted.files.push_back(argument);
        }
    }
    return wanted;
}

tl::expected<std::string, std::string> file_in(std::string_view link, std::size_t limit) {
    std::string packed = decoded(link.substr(std::min(link.size(), share_start.size())));
    auto bytes = inflated(packed, limit);
    if (!bytes) return tl::make_unexpected(ui::broken_link);
    return *std::move(bytes);
}

} // namespace desk::native
