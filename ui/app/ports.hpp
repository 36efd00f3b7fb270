// What the front end needs from the machine it runs on. Each platform (web, native) fills these in; `ui` knows no more.
#pragma once

#include "core/time/zones.hpp"
#include "ui/theme/theme.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

struct ImFont;

namespace desk {
class Storage;
}

namespace desk::ui {

// The two weights of text. `strong` may equal `regular` where there is no second face.
struct Fonts {
    ImFont* regular = nullptr;
    ImFont* strong = nullptr;
    // From now on the fonts draw this code point as these words, which are shaped together (ui/widgets/shaping.hpp).
    // Null where the platform cannot shape: each letter is drawn alone then.
    void (*name_cluster)(std::uint32_t sign, std::string_view words) = nullptr;
};

struct NamedFile {
    std::string name; // without a path
    std::string bytes;
    std::string unreadable = {}; // why the platform could not read it, in words after the name; then there are no bytes
};

// How the person wants everything on this machine to look.
struct SystemLook {
    bool dark = false;
    bool more_contrast = false;
    std::optional<SystemColours> forced; // these and no others
};

// What became of a file that was offered.
struct FileSaved {
    bool saved = false;
    std::string where;   // it was saved: its path, where the platform knows it
    std::string problem; // it was not: why, in a sentence; empty if the user chose not to save it
};

// A link to this page that carries a file.
struct MadeLink {
    std::string link;    // the whole address; empty: there is none
    std::string problem; // why there is none, in a sentence
};

// What a file is called that came in such a link.
inline constexpr const char* shared_link_name = "the shared link";
// Why such a file is `unreadable`.
inline constexpr const char* broken_link = "The link is not complete: it was cut or changed on its way. Ask for it "
                                           "again, or for the file of the release";

struct Ports {
    std::function<std::int64_t()> now_ms;                                // wall clock, ms since 1970 UTC; may jump
    std::function<std::uint64_t()> random64;                             // unpredictable
    std::function<std::int32_t(std::int64_t utc_ms)> utc_offset_minutes; // of the user's own zone at that moment
    TimeZones zones;
    std::function<std::string()> own_zone; // the user's, by its IANA name
    // A download, or a save dialog. Answers once: at once, or when the dialog has been closed. A download is saved when
    // it was handed to the browser.
    std::function<void(NamedFile, std::function<void(FileSaved)>)> save_file;
    // Compresses a file into the fragment of an address, which no browser sends to a server. Answers once, at once or
    // later. When the link is opened, the file arrives at Desk::files_arrived as `shared_link_name`. Empty where there
    // are no links.
    std::function<void(std::string bytes, std::function<void(MadeLink)>)> make_link;
    std::function<void()> open_files; // shows a picker; the answer arrives at Desk::files_arrived
    std::function<void(const std::string&)> copy_text;
    std::function<void(const std::string& link)> open_mail; // "mailto:…" (RFC 6068), in the user's mail program
    // "#/release/<id>/checklist": one more step of the history if it differs, or `instead` of the last one.
    std::function<void(const std::string&, bool instead)> show_address;
    // The address as others can follow it: with that of the page, where there is one.
    std::function<void(const std::string&)> copy_link;
    std::function<void(const std::string&)> show_title;
    std::function<SystemLook()> look; // asked in every frame: it must be cheap
    // Something changed outside of a frame (the store has answered): ask Desk::wants_frame again. May be empty where
    // the platform asks after every storage answer anyway.
    std::function<void()> wake;
    // Fetches the part of the program that lies behind its doors (ui/door.hpp) once more; the answer arrives at
    // Desk::rest_arrived. Empty where all of it is here from the start.
    std::function<void()> fetch_rest;
    // Goes over to the version of the program that Desk::version_ready told of; this one ends with it. Only while
    // nothing is unsaved. Empty where versions do not come by themselves.
    std::function<void()> renew;
    // Offers this program as one file that runs without a server. Answers once, as save_file does. Empty where there is
    // no such file, or where this is it.
    std::function<void(std::function<void(FileSaved)>)> save_program;
    // The page was opened from a file: it has no address of its own, and its store is not its own.
    bool from_file = false;
    Storage* storage = nullptr; // outlives the Desk
};

} // namespace desk::ui
