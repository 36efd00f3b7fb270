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
    using Chosen = std::function<void(std::vector<std::string> paths)>; // not called if the user chose nothing

    // False if no dialog can be shown. One dialog at a time: a second one waits for nothing and is left out.
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
