#include "native/window/semantic_output.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <charconv>
#include <string_view>
#include <system_error>

namespace desk::native {

tl::expected<SemanticOutput, std::string> SemanticOutput::open(const std::string& where) {
    int number = -1;
    if (where.compare(0, 3, "fd:") == 0) {
        const char* end = where.data() + where.size();
        const auto read = std::from_chars(where.data() + 3, end, number);
        if (read.ec != std::errc() || read.ptr != end || ::fcntl(number, F_GETFL) < 0)
            return tl::make_unexpected(where + " is not an open descriptor.");
        ::fcntl(number, F_SETFD, FD_CLOEXEC); // dialogs are not to inherit it
    } else {
        number = ::open(where.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
        if (number < 0)
            return tl::make_unexpected(where + " cannot be written: " + std::generic_category().message(errno));
    }
    return SemanticOutput(Descriptor(number));
}

void SemanticOutput::tell(float scale, const std::string& notice) {
    if (!file_) return;
    std::string line = tree_.json(scale, notice);
    if (line == last_) return;
    for (std::string_view rest = line; !rest.empty();) {
        const ssize_t written = ::write(file_.get(), rest.data(), rest.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) {
            file_ = Descriptor();
            return;
        }
        rest.remove_prefix(static_cast<std::size_t>(written));
    }
    last_ = std::move(line);
}

} // namespace desk::native
