// Choosing files with the dialogs of the user's desktop: `zenity` or `kdialog`, whichever is there.
#pragma once

#include "native/window/process.hpp"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace desk::native {

class FileDialogs {
public:
    struct Choice {
        std::vector<std::string> paths; // empty: the user chose nothing
        bool shown = true;              // false: the dialog's program gave up
    };
    using Chosen = std::function<void(const Choice&)>; // called once, by poll()

    // False if no dialog can be shown. One dialog at a time: none is shown while another one is active.
    bool open_files(Chosen chosen);
    bool save_file(const std::string& suggested_path, Chosen chosen);

    bool active() const { return dialog_.has_value(); }
    void poll(); // about ten times a second while active

private:
    bool start(std::vector<std::string> zenity, std::vector<std::string> kdialog, Chosen chosen);

    std::optional<Process> dialog_;
    Chosen chosen_;
};

} // namespace desk::native
