// The WebGL2 context of the page's canvas and Dear ImGui's renderer on it.
#pragma once

namespace desk::web {

class Surface {
public:
    // False if the browser gives no WebGL2. `selector` is a CSS selector of the canvas. Needs an ImGui context.
    bool open(const char* selector);

    // Draws the last logical frame on a page of this colour (0xRRGGBB). Nothing while the context is lost.
    void draw(unsigned background);

    // The browser took the context away, or gave it back: everything on the graphics card is made anew.
    void lost();
    void restored();

private:
    bool drawable_ = false;
};

} // namespace desk::web
