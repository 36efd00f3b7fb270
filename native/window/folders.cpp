#include "native/window/folders.hpp"

#include "native/files/atomic_write.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <system_error>

namespace desk::native {

namespace {

// The specification: a path that is not absolute counts as not set.
std::string absolute_from(const char* variable) {
    const char* value = std::getenv(variable);
    return value && value[0] == '/' ? value : "";
}

bool is_folder(const std::string& path) {
    struct stat about {};
    return ::stat(path.c_str(), &about) == 0 && S_ISDIR(about.st_mode);
}

// XDG_DOWNLOAD_DIR="$HOME/Downloads" in user-dirs.dirs: absolute, or below $HOME.
std::string user_dirs_download(const std::string& home) {
    std::string config = absolute_from("XDG_CONFIG_HOME");
    if (config.empty()) config = home + "/.config";
    const auto text = read_whole_file(config + "/user-dirs.dirs", 1U << 16);
    if (!text) return {};
    constexpr std::string_view key = "\nXDG_DOWNLOAD_DIR=\"";
    const std::string lines = "\n" + *text;
    const auto at = lines.find(key);
    if (at == std::string::npos) return {};
    const auto begin = at + key.size();
    const auto end = lines.find('"', begin);
    if (end == std::string::npos) return {};
    std::string path = lines.substr(begin, end - begin);
    if (path.compare(0, 6, "$HOME/") == 0) path = home + path.substr(5);
    return !path.empty() && path.front() == '/' ? path : "";
}

} // namespace

std::string data_folder() {
    if (const std::string data = absolute_from("XDG_DATA_HOME"); !data.empty()) return data + "/octoacme-release-desk";
    const std::string home = absolute_from("HOME");
    return home.empty() ? "" : home + "/.local/share/octoacme-release-desk";
}

std::string download_folder() {
    const std::string home = absolute_from("HOME");
    if (const std::string named = user_dirs_download(home); is_folder(named)) return named;
    return is_folder(home + "/Downloads") ? home + "/Downloads" : home;
}

tl::expected<void, std::string> make_folder(const std::string& path) {
    for (std::size_t end = path.find('/', 1);; end = path.find('/', end + 1)) {
        const std::string part = path.substr(0, end);
        if (::mkdir(part.c_str(), 0700) != 0 && errno != EEXIST)
            return tl::make_unexpected("The folder " + part +
                                       " cannot be made: " + std::generic_category().message(errno) + ".");
        if (end == std::string::npos) break;
    }
    if (!is_folder(path)) return tl::make_unexpected(path + " is not a folder.");
    return {};
}

std::string free_path(const std::string& folder, std::string_view name) {
    const std::string plain = plain_name(name);
    const auto dot = plain.find(".release.json") != std::string::npos ? plain.find(".release.json") : plain.rfind('.');
    const std::string stem = plain.substr(0, dot), rest = dot == std::string::npos ? "" : plain.substr(dot);
    std::string path = folder + "/" + plain;
    for (int number = 2; ::access(path.c_str(), F_OK) == 0; ++number)
        path = folder + "/" + stem + " (" + std::to_string(number) + ")" + rest;
    return path;
}

std::string plain_name(std::string_view name) {
    std::string plain;
    for (const char c : name) plain += c == '/' || static_cast<unsigned char>(c) < 0x20 ? '-' : c;
    while (!plain.empty() && plain.front() == '.') plain.erase(0, 1);
    return plain.empty() ? "release" : plain;
}

} // namespace desk::native
