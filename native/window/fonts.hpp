// The fonts of this machine, in the two weights of the interface, with others for what the first lacks.
#pragma once

#include "native/window/font_file.hpp"
#include "ui/app/ports.hpp"

#include <map>
#include <string>

struct ImFontAtlas;

namespace desk::native {

class SystemFonts {
public:
    // Adds them to the atlas, which must not outlive this. `regular` is null if the machine has no font at all.
    ui::Fonts add_to(ImFontAtlas& atlas);

private:
    const MappedFile* file(const std::string& path);
    std::map<std::string, MappedFile> files_;
};

} // namespace desk::native
