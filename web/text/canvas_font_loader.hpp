// Glyphs drawn by the browser: every script and emoji that the reader's system knows, and no font to download.
//
// What it does: sizes are CSS font sizes (the em), so 14 is what `font-size: 14px` is; rasterizes at the pixel ratio of
// the screen; digits share one advance, so that numbers stand in columns; colour emoji keep their colours. The first
// glyphs of each size come in one picture, the others one by one when they are first seen.
// What has to be shaped together, joined Arabic or a flag made of two letters, comes as one code point for which a name
// was given (ui/widgets/shaping.hpp). What it does not do: kerning and ligatures of other scripts.
#pragma once

#include "ui/app/ports.hpp"

struct ImFontAtlas;
struct ImFontLoader;

namespace desk::web {

// Adds the system's interface font in the weights 400 and 600.
const ImFontLoader& browser_font_loader();
ui::Fonts add_browser_fonts(ImFontAtlas& atlas);

} // namespace desk::web
