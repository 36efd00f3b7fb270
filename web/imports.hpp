// What the page's JavaScript does for C++. `web/bridge.js` hands each call to the object `platform` that web/page.js
// made; pointers are offsets into the heap, strings are a pointer and a length in bytes, UTF-8.
#pragma once

#include <cstdint>

extern "C" {

// Lets the page see the heap, also after it has grown. Once, before anything else.
void page_share_heap();

// The mirror of the accessible tree (ui/semantics/patch.hpp).
void page_apply_patch(const std::int32_t* words, int word_count, const char* text, int text_bytes);

// Something arrived by itself: a frame is to follow, as soon as what runs now has returned.
void page_wake();

// Fetch the second part of the program again.
void page_fetch_rest();

// There is no memory left: the page says so. Does not come back.
[[noreturn]] void page_out_of_memory();

// 0: a page of the site. 1: one file, opened as such, with no address of its own. 2: one file, from a server.
int page_home();
// Go over to the newer version of the program.
void page_renew();
// Offers the program as one file; desk_program_saved (web/arrivals.cpp) gets `answer` back with what became of it.
void page_save_program(void* answer);

// The number that a text of JSON's grammar stands for.
double page_number(const char* text, int text_bytes);

// Ports.
double page_now_ms();
int page_utc_offset_minutes(double utc_ms);
// Of an IANA zone; NaN: there is no such zone.
double page_zone_offset_minutes(const char* zone, int zone_bytes, double utc_ms);
int page_own_zone(char* out, int room); // the bytes of its name, at most `room`
void page_random(void* bytes, int count);
void page_save_file(const char* name, int name_bytes, const char* bytes, int byte_count);
// Puts the bytes into a link; desk_link_made (web/arrivals.cpp) gets `answer` back with it.
void page_make_link(void* answer, const char* bytes, int byte_count);
void page_open_files();
void page_copy_text(const char* text, int text_bytes);
void page_show_address(const char* text, int text_bytes, int instead);
void page_open_mail(const char* link, int link_bytes);
void page_copy_link(const char* text, int text_bytes);
void page_show_title(const char* text, int text_bytes);
// How the person wants everything to look (web/platform/preferences.js): bits (1 dark, 2 more contrast, 4 forced
// colours), then eight colours as 0xRRGGBB in the order of ui::SystemColours.
void page_look(std::uint32_t* bits_and_colours);

// Glyphs, in device pixels relative to the pen on the baseline, y downwards (web/text/glyphs.js). `weight` is that of
// CSS, `px` the font size in device pixels.
struct PageGlyph {
    float advance;
    std::int32_t left, top, width, height; // of the ink with its smooth edge; width 0: nothing to draw
    std::int32_t x, y;                     // where page_draw_glyphs puts its left top corner
};
// From now on this code point is drawn as these words.
void page_name_cluster(std::uint32_t codepoint, const char* words, int word_bytes);
void page_font_metrics(int weight, float px, float* ascent_and_descent);
void page_measure_glyphs(int weight, float px, const std::uint32_t* codepoints, int count, PageGlyph* out);
// Draws all of them into one picture of width × height and stores it as RGBA, not premultiplied.
void page_draw_glyphs(int weight, float px, const std::uint32_t* codepoints, int count, const PageGlyph* glyphs,
                      int width, int height, unsigned char* rgba);
}
