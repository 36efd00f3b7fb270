// The WebGL2 context of the page's canvas and Dear ImGui's renderer on it.
#pragma once

#include <cstdint>

namespace desk::web {

class Surface {
public:
    // False if the browser gives no WebGL2. `selector` is a CSS selector of the canvas. Needs an ImGui context.
    bool open(const char* selector);

    // Draws the last logical frame on a page of this colour (0xRRGGBB). Nothing while the context is lost, nor while
    // the same picture is there already: most frames after an event change none of it.
    void draw(unsigned background);

    // What was drawn may not be there any more: the canvas has another size, or the page was hidden.
    void forget_picture() { drawn_ = 0; }

    // The browser took the context away, or gave it back: everything on the graphics card is made anew.
    void lost();
    void restored();

private:
    bool drawable_ = false;
    std::uint64_t drawn_ = 0; // names the picture that is there; 0: none
};

} // namespace desk::web
