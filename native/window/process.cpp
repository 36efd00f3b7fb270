#include "native/window/process.hpp"

#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdlib>
#include <string_view>
#include <thread>

extern char** environ;

namespace desk::native {

namespace {

constexpr std::size_t longest_output = 1U << 20;

int status_of(int waited) { return WIFEXITED(waited) ? WEXITSTATUS(waited) : 128 + WTERMSIG(waited); }

pid_t wait_for(pid_t id, int& status, int options) {
    pid_t ended = 0;
    do ended = ::waitpid(id, &status, options);
    while (ended < 0 && errno == EINTR);
    return ended;
}

} // namespace

std::optional<Process> Process::start(const std::vector<std::string>& arguments) {
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) return std::nullopt;
    Descriptor reading(ends[0]);
    const Descriptor writing(ends[1]);
    ::fcntl(reading.get(), F_SETFL, O_NONBLOCK);

    std::vector<char*> argv;
    argv.reserve(arguments.size() + 1);
    for (const std::string& argument : arguments)
        argv.push_back(const_cast<char*>(argument.c_str())); // posix_spawn does not write to them
    argv.push_back(nullptr);

    posix_spawn_file_actions_t actions;
    ::posix_spawn_file_actions_init(&actions);
    ::posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    ::posix_spawn_file_actions_adddup2(&actions, writing.get(), STDOUT_FILENO);
    ::posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    pid_t id = 0;
    const int failed = ::posix_spawnp(&id, argv.front(), &actions, nullptr, argv.data(), environ);
    ::posix_spawn_file_actions_destroy(&actions);
    if (failed != 0) return std::nullopt;
    return Process(id, std::move(reading));
}

Process::Process(Process&& other) noexcept
    : id_(std::exchange(other.id_, -1)), output_(std::move(other.output_)), text_(std::move(other.text_)) {}

Process::~Process() {
    if (id_ <= 0) return;
    ::kill(id_, SIGTERM);
    int status = 0;
    wait_for(id_, status, 0);
}

void Process::drain() {
    std::array<char, 4096> part;
    for (ssize_t got = 0; (got = ::read(output_.get(), part.data(), part.size())) > 0;)
        if (text_.size() < longest_output) text_.append(part.data(), static_cast<std::size_t>(got));
}

std::string Process::take_output() {
    drain();
    return std::exchange(text_, {});
}

std::optional<Process::Result> Process::poll() {
    if (id_ <= 0) return std::nullopt;
    drain();
    int status = 0;
    if (wait_for(id_, status, WNOHANG) == 0) return std::nullopt;
    drain(); // what it wrote before it ended
    id_ = -1;
    return Result{status_of(status), std::move(text_)};
}

std::optional<Process::Result> run(const std::vector<std::string>& arguments, std::chrono::milliseconds longest) {
    auto process = Process::start(arguments);
    const auto end = std::chrono::steady_clock::now() + longest;
    while (process && std::chrono::steady_clock::now() < end) {
        if (auto result = process->poll()) return result;
        std::this_thread::sleep_for(std::chrono::milliseconds(2));
    }
    return std::nullopt;
}

bool on_path(const std::string& program) {
    const char* path = std::getenv("PATH");
    std::string_view rest = path ? path : "";
    while (!rest.empty()) {
        const std::string_view folder = rest.substr(0, rest.find(':'));
        rest.remove_prefix(std::min(rest.size(), folder.size() + 1));
        if (!folder.empty() && ::access((std::string(folder) + "/" + program).c_str(), X_OK) == 0) return true;
    }
    return false;
}

} // namespace desk::native
