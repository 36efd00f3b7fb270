// What the window is asked to open: files, a place in it, releases in share links. The page has the same links, and so
// here the whole address of a page may be given as well as what follows its "#".
#pragma once

#include <tl/expected.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace desk::native {

struct Wanted {
    std::string address;             // of a place, "#/release/<id>/checklist"; empty: none was named
    std::vector<std::string> shared; // links that carry a file, from "#" on
    std::vector<std::string> files;  // paths
};

// Sorts the arguments. The message says what is wrong with them.
tl::expected<Wanted, std::string> wanted_by(const std::vector<std::string>& arguments);

// The file that a link carries: base64url (RFC 4648 §5) of zlib's format (RFC 1950), as web/platform/share.js makes it.
// Nothing more than a little over `limit` bytes: enough to be refused. An error if the link was cut or changed.
tl::expected<std::string, std::string> file_in(std::string_view link, std::size_t limit);

} // namespace desk::native
