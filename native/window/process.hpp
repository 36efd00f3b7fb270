// Another program, started with a list of arguments (never a shell), and what it writes to its stdout. What it writes
// to stderr goes nowhere: the desktop's programs chatter there.
#pragma once

#include "native/files/descriptor.hpp"

#include <sys/types.h>

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace desk::native {

class Process {
public:
    struct Result {
        int status = 0; // exit status; 128 + signal
        std::string output;
    };

    // Nothing if there is no such program on PATH or it cannot be started.
    static std::optional<Process> start(const std::vector<std::string>& arguments);
    Process(Process&& other) noexcept;
    Process& operator=(Process&&) = delete;
    ~Process(); // ends a program that is still running

    std::optional<Result> poll(); // the result once it has ended; once
    std::string take_output();    // what it has written so far, which is then no part of the result

private:
    Process(pid_t id, Descriptor output) : id_(id), output_(std::move(output)) {}
    void drain();
    pid_t id_;
    Descriptor output_;
    std::string text_;
};

// Waits for its end, at most that long. Nothing if it cannot be started or takes longer.
std::optional<Process::Result> run(const std::vector<std::string>& arguments, std::chrono::milliseconds longest);

bool on_path(const std::string& program);

} // namespace desk::native
