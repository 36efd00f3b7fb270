// What scripts/bench measures of the core, natively and as wasm: one task a process, and what it took on the last line.
#include "history.hpp"

#include "core/file/release_file.hpp"

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#ifdef __GLIBC__
#include <malloc.h>
#endif

using namespace desk;

namespace {

[[noreturn]] void give_up(const std::string& why) {
    std::fprintf(stderr, "core_bench: %s\n", why.c_str());
    std::exit(2);
}

std::string path_of(const std::string& folder, std::size_t number, const char* which) {
    return folder + '/' + std::to_string(number) + '.' + which + ".release.json";
}

std::string read_whole(const std::string& path) {
    std::FILE* file = std::fopen(path.c_str(), "rb");
    if (!file) give_up("cannot read " + path);
    std::string bytes;
    char part[1 << 16];
    while (const std::size_t count = std::fread(part, 1, sizeof part, file)) bytes.append(part, count);
    std::fclose(file);
    return bytes;
}

std::vector<std::string> read_all(const std::string& folder, const char* which, std::size_t count) {
    std::vector<std::string> files;
    for (std::size_t i = 0; i < count; ++i) files.push_back(read_whole(path_of(folder, i, which)));
    return files;
}

Release opened(const std::string& bytes) {
    auto release = open_release_file(bytes);
    if (!release) give_up(release.error().text);
    return std::move(*release);
}

std::vector<Release> opened_all(const std::vector<std::string>& files) {
    std::vector<Release> releases;
    releases.reserve(files.size());
    for (const std::string& bytes : files) releases.push_back(opened(bytes));
    return releases;
}

class Clock {
public:
    double ms() const {
        return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start_).count();
    }

private:
    std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

void make(const std::string& folder, std::size_t count) {
    for (std::size_t i = 0; i < count; ++i) {
        const bench::Diverged copies = bench::diverged(i);
        const auto write = [&](const char* which, const Release& release) {
            std::ofstream file(path_of(folder, i, which), std::ios::binary);
            file << write_release_file(release);
            if (!file.flush()) give_up("cannot write into " + folder);
        };
        write("ours", copies.ours);
        write("theirs", copies.theirs);
        Release whole = opened(write_release_file(copies.ours));
        whole.absorb(copies.theirs);
        write("whole", whole);
    }
}

// From the bytes of the files to releases of which everything shown is derived.
double load(const std::vector<std::string>& files) {
    const Clock clock;
    const auto releases = opened_all(files);
    return clock.ms();
}

// Both copies are in memory; afterwards the first holds both, with its state derived.
double merge(const std::vector<std::string>& ours, const std::vector<std::string>& theirs) {
    auto into = opened_all(ours);
    const auto from = opened_all(theirs);
    const Clock clock;
    for (std::size_t i = 0; i < into.size(); ++i) into[i].absorb(from[i]);
    return clock.ms();
}

void tell_conflicts(const std::vector<std::string>& ours, const std::vector<std::string>& theirs) {
    for (std::size_t i = 0; i < ours.size(); ++i) {
        Release release = opened(ours[i]);
        release.absorb(opened(theirs[i]));
        for (const Conflict& conflict : release.state().conflicts) std::printf("%zu %s\n", i, conflict.about.c_str());
    }
}

// The first time warms caches and compilers up and does not count.
template <class Task> void measure(std::size_t rounds, Task task) {
    task();
    for (std::size_t i = 0; i < rounds; ++i) std::printf("%.3f\n", task());
}

} // namespace

int main(int argc, char** argv) {
    if (argc != 5) give_up("core_bench make|load|merge|conflicts FOLDER RELEASES ROUNDS");
#ifdef __GLIBC__
    // What was used in the first time stays with the process, as it does with wasm and with the engine of the peers.
    mallopt(M_TRIM_THRESHOLD, 1 << 30);
    mallopt(M_MMAP_THRESHOLD, 1 << 30);
#endif
    const std::string_view task = argv[1];
    const std::string folder = argv[2];
    const auto count = static_cast<std::size_t>(std::atoi(argv[3]));
    const auto rounds = static_cast<std::size_t>(std::atoi(argv[4]));
    if (task == "make") {
        make(folder, count);
    } else if (task == "load") {
        const auto files = read_all(folder, "whole", count);
        measure(rounds, [&] { return load(files); });
    } else {
        const auto ours = read_all(folder, "ours", count), theirs = read_all(folder, "theirs", count);
        if (task == "merge")
            measure(rounds, [&] { return merge(ours, theirs); });
        else
            tell_conflicts(ours, theirs);
    }
    return 0;
}
