// Files on this machine, read whole and replaced whole.
//
// A replaced file is either the old one or the new one, also after a crash: the bytes go to a temporary file beside it,
// are forced to the disk, and take the name by a rename; then the folder is forced to the disk too. The old file's
// permissions are kept, and a symbolic link stays one: what it names is replaced.
#pragma once

#include "native/files/descriptor.hpp"

#include <tl/expected.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

namespace desk::native {

// The message says what is wrong, without the name of the file.
template <typename T> using FileResult = tl::expected<T, std::string>;

enum class Existing { replace, refuse };
FileResult<void> write_atomically(const std::string& path, std::string_view bytes, Existing existing);

// The whole file. One that is larger than `limit` bytes is refused without being read.
FileResult<std::string> read_whole_file(const std::string& path, std::size_t limit);

// A file that no other copy of this program changes meanwhile: from reading it to replacing it.
class HeldFile {
public:
    // Waits for as long as another one holds it.
    static FileResult<HeldFile> open(const std::string& path);

    FileResult<std::string> read(std::size_t limit) const;
    FileResult<void> replace(std::string_view bytes) const;

private:
    HeldFile(std::string path, Descriptor file) : path_(std::move(path)), file_(std::move(file)) {}

    std::string path_;
    Descriptor file_;
};

} // namespace desk::native
