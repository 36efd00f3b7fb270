// Where this user's files belong (XDG Base Directory and xdg-user-dirs).
#pragma once

#include <tl/expected.hpp>

#include <string>
#include <string_view>

namespace desk::native {

// $XDG_DATA_HOME/octoacme-release-desk, else below ~/.local/share; empty if there is no home.
std::string data_folder();

// Where downloads go: xdg-user-dirs' DOWNLOAD, else ~/Downloads if it is there, else the home folder.
std::string download_folder();

// Makes the folder and those above it, for this user alone. The message says what is wrong.
tl::expected<void, std::string> make_folder(const std::string& path);

// A name in the folder that no file has: "a.release.json", else "a (2).release.json", …
std::string free_path(const std::string& folder, std::string_view name);

// A file's name without anything that would lead elsewhere or hide it.
std::string plain_name(std::string_view name);

} // namespace desk::native
