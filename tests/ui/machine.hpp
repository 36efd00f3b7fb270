// A machine for the front end without one: a clock that a test moves, numbers that never repeat, files that are caught.
#pragma once

#include "fake_storage.hpp"
#include "ui/app/ports.hpp"

#include <string>
#include <vector>

namespace desk::ui {

struct Machine {
    FakeStorage* store = nullptr;
    std::int64_t now_ms = 1'764'000'000'000;
    std::uint64_t last_random = 0;
    SystemLook look;
    std::vector<NamedFile> saved;
    FileSaved save_answer = {true, {}, {}}; // that saving gives
    std::string address, title, copied, mail;
    std::vector<std::string> before; // addresses that "back" would lead to, the last one last
    bool makes_links = false;
    std::string in_link; // the file of the link that was asked for last
    std::function<void(MadeLink)> answer_link;
    bool of_site = false; // versions of the program come by themselves, and it can be had as a file
    bool from_file = false;
    int renewals = 0;
    std::function<void(FileSaved)> answer_program;
    int pickers = 0, wakes = 0;

    Ports ports();
};

} // namespace desk::ui
