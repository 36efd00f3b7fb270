// The program's icon in pixels, for window systems that want it so. It is drawn from the picture that everything else
// shows (web/icon.svg), of which it reads what that has: a square with round corners and one line with round ends.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

namespace desk::native {

struct IconPixels {
    int side = 0;
    std::vector<unsigned char> rgba; // not multiplied by its alpha
};

// Nothing if the picture has other shapes.
std::optional<IconPixels> icon_pixels(std::string_view svg, int side);

} // namespace desk::native
