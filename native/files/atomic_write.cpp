#include "native/files/atomic_write.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <system_error>

namespace desk::native {

namespace {

constexpr mode_t mode_of_new_files = 0666; // less what the user's umask takes away

std::string reason(int code) {
    switch (code) {
    case ENOENT:
        return "there is no such file or folder";
    case EACCES:
    case EPERM:
        return "you may not do that here: look at the permissions";
    case ENOSPC:
    case EDQUOT:
        return "the disk is full: make room and try again";
    case EROFS:
        return "the disk is read-only";
    case EISDIR:
        return "it is a folder, not a file";
    case EEXIST:
        return "it exists already: choose another name";
    default:
        return std::generic_category().message(code);
    }
}

tl::unexpected<std::string> failed(const char* act) {
    return tl::make_unexpected(std::string(act) + ": " + reason(errno));
}

// Where the bytes are in the end; the path itself if there is nothing yet.
std::string followed(const std::string& path) {
    const std::unique_ptr<char, decltype(&std::free)> real(::realpath(path.c_str(), nullptr), &std::free);
    return real ? std::string(real.get()) : path;
}

std::string folder_of(const std::string& path) {
    const auto slash = path.rfind('/');
    if (slash == std::string::npos) return ".";
    return slash == 0 ? "/" : path.substr(0, slash);
}

std::string name_of(const std::string& path) { return path.substr(path.rfind('/') + 1); }

bool write_all(int file, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(file, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

// Removes the temporary file unless it got its name.
struct Temporary {
    std::string path;
    Descriptor file;

    ~Temporary() {
        if (!path.empty()) ::unlink(path.c_str());
    }
};

// Takes the name unless somebody has it.
bool take_free_name(const std::string& from, const std::string& to) {
    if (::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) == 0) return true;
    if (errno != EINVAL && errno != ENOSYS) // a file system that cannot: a second link can
        return false;
    return ::link(from.c_str(), to.c_str()) == 0 && ::unlink(from.c_str()) == 0;
}

mode_t permissions_at(const std::string& path) {
    struct stat now {};
    if (::stat(path.c_str(), &now) == 0) return now.st_mode & 07777;
    const mode_t mask = ::umask(0);
    ::umask(mask);
    return mode_of_new_files & ~mask;
}

FileResult<std::string> read_descriptor(int file, std::size_t limit) {
    struct stat about {};
    if (::fstat(file, &about) != 0) return failed("cannot be read");
    if (S_ISDIR(about.st_mode)) {
        errno = EISDIR;
        return failed("cannot be read");
    }
    std::string bytes;
    std::array<char, 1U << 16> part;
    for (;;) {
        const ssize_t got = ::read(file, part.data(), part.size());
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return failed("cannot be read");
        if (got == 0) return bytes;
        bytes.append(part.data(), static_cast<std::size_t>(got));
        if (bytes.size() > limit)
            return tl::make_unexpected("is larger than " + std::to_string(limit >> 20) + " MB, the limit for one file");
    }
}

} // namespace

FileResult<void> write_atomically(const std::string& given, std::string_view bytes, Existing existing) {
    constexpr const char* act = "cannot be written";
    const std::string path = followed(given);
    const bool there = ::access(path.c_str(), F_OK) == 0;
    if (there && existing == Existing::refuse) {
        errno = EEXIST;
        return failed(act);
    }
    // A rename would go past the file's own protection.
    if (there && ::access(path.c_str(), W_OK) != 0) return failed(act);

    Temporary temporary;
    std::string pattern = folder_of(path) + "/." + name_of(path) + ".XXXXXX";
    temporary.file = Descriptor(::mkostemp(pattern.data(), O_CLOEXEC));
    if (!temporary.file) return failed(act);
    temporary.path = pattern;
    const int file = temporary.file.get();
    if (::fchmod(file, permissions_at(path)) != 0 || !write_all(file, bytes) || ::fsync(file) != 0) return failed(act);
    const bool named = existing == Existing::refuse ? take_free_name(temporary.path, path)
                                                    : ::rename(temporary.path.c_str(), path.c_str()) == 0;
    if (!named) return failed(act);
    temporary.path.clear();

    const Descriptor folder(::open(folder_of(path).c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (folder && ::fsync(folder.get()) != 0 && errno != EINVAL) // some file systems have nothing to force there
        return failed("may not be on the disk yet");
    return {};
}

FileResult<std::string> read_whole_file(const std::string& path, std::size_t limit) {
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (!file) return failed("cannot be read");
    return read_descriptor(file.get(), limit);
}

FileResult<HeldFile> HeldFile::open(const std::string& given) {
    const std::string path = followed(given);
    for (;;) {
        Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
        if (!file) return failed("cannot be read");
        while (::flock(file.get(), LOCK_EX) != 0)
            if (errno != EINTR) return failed("cannot be locked");
        // Who held it before may have put another file in its place.
        struct stat held {
        }, present{};
        if (::fstat(file.get(), &held) != 0 || ::stat(path.c_str(), &present) != 0) return failed("cannot be read");
        if (held.st_dev == present.st_dev && held.st_ino == present.st_ino) return HeldFile(path, std::move(file));
    }
}

FileResult<std::string> HeldFile::read(std::size_t limit) const { return read_descriptor(file_.get(), limit); }

FileResult<void> HeldFile::replace(std::string_view bytes) const {
    return write_atomically(path_, bytes, Existing::replace);
}

} // namespace desk::native
