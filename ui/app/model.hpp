// What the views are a function of: the releases and a few facts about this copy. Const for them: they answer intents.
#pragma once

#include "core/commands/command.hpp"
#include "core/release/release.hpp"
#include "core/storage.hpp"
#include "core/time/durations.hpp"
#include "ui/app/chosen_look.hpp"
#include "ui/app/preview.hpp"
#include "ui/app/route.hpp"
#include "ui/theme/theme.hpp"

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace desk::ui {

enum class SaveProgress { saved, saving, not_saved };
// Of a program in two parts: what lies behind its doors (ui/door.hpp).
enum class Rest { coming, here, missing };

// What has just happened, in words: shown as a toast, and told by the polite live region.
struct Announcement {
    std::string text;
    bool bad = false;    // stays until dismissed
    double shown_at = 0; // seconds of the frame clock
    // What takes it back; nothing if it cannot be taken back.
    std::string undo_release;
    std::optional<Command> undo;
    std::size_t undo_at = 0; // entries of the release as long as `undo` takes back this very act; 0: however many
};

// An answer "no" that the user should see where they acted.
struct Refused {
    std::string release; // id; empty: about no release
    std::string about;   // what was tried: key of the item, role or phase
    Refusal refusal;
};

// A file that was not taken, and why. Nothing of it has been changed.
struct ImportProblem {
    std::string file;
    std::size_t line = 0; // from 1; 0: the file as a whole
    std::string text;     // what is wrong and what to do
};

// Characters of a link that carries a release, at most. Browsers take longer addresses, but what passes links on does
// not: a chat's message ends after 40,000 characters (Slack), and mail programs break long lines. A link that was cut
// is worth nothing, and a file does better from here on.
inline constexpr std::size_t longest_link = 32'000;

// A release that is put into a link, or the link.
struct Share {
    std::string release;    // id
    bool making = true;     // the platform has not answered yet
    std::string link;       // empty: there is none
    std::size_t length = 0; // characters that it has, or would have
    std::string problem;    // why there is none, if it is not too long
};

// What the user has done that no export holds.
struct Unexported {
    std::vector<std::string> releases; // ids
    std::optional<std::int64_t> since_ms;
};

struct Model {
    std::map<std::string, std::unique_ptr<Release>> releases; // by id
    std::shared_ptr<const Guide> guide;                       // for new releases
    std::vector<std::shared_ptr<const Guide>> guides;         // all that this copy knows, by title
    std::string guide_shown; // digest of the guide at its place; empty: that for new releases
    std::string guide_live;  // the release whose items stand beside it; empty: none
    Rest rest = Rest::here;
    bool loading = true;
    std::optional<StorageError> store_problem; // the store could not be opened
    std::vector<QuarantinedBytes> quarantined;

    std::uint64_t revision = 0; // goes up with every change of a release; what is derived from them may be kept for it

    SaveProgress save = SaveProgress::saved;
    std::string save_problem; // why not saved, one sentence

    std::string my_name;      // empty until given
    bool name_wanted = false; // something waits for the name: ask for it
    ThemeChoice theme = ThemeChoice::system;
    bool single_keys = true; // keys of one character do something (WCAG 2.1.4: they can be switched off)
    ContrastChoice contrast = ContrastChoice::system;
    bool dark = false, high_contrast = false; // what the choices come to
    std::optional<SystemColours> forced;      // the system gives the colours: the choices wait
    std::int64_t now_ms = 0;
    std::int32_t utc_offset_minutes = 0; // at this moment
    // That of the user's own zone at another moment; as at this one if it is empty.
    std::function<std::int32_t(std::int64_t utc_ms)> utc_offset_at;
    std::int32_t offset_at(std::int64_t utc_ms) const {
        return utc_offset_at ? utc_offset_at(utc_ms) : utc_offset_minutes;
    }
    // What the user's own clocks show at that moment, as a moment of UTC that shows the same.
    std::int64_t own_ms(std::int64_t utc_ms) const { return utc_ms + offset_at(utc_ms) * minute_ms; }
    TimeZones zones;
    std::string own_zone = "UTC";    // the user's, by its IANA name
    std::int64_t last_export_ms = 0; // 0: never
    std::string durability;          // of the store (core/storage.hpp)
    StorageRoom room;                // when it was measured last
    Unexported unexported;
    bool export_due = false; // and was not put off (core/reminder.hpp)

    Route route;
    std::uint64_t visits = 0;    // goes up when the user goes somewhere, be it to where they are
    std::map<Place, Route> left; // the places as they were left
    std::optional<Refused> refused;
    std::optional<Announcement> toast;
    bool can_share = false; // links can be made here
    bool can_save_program = false;
    bool from_file = false; // as in Ports
    bool newer = false;     // another version of the program is ready, and the user has not put it off
    std::optional<Share> share;
    std::optional<ImportPreview> preview;       // of what arrived and is not kept yet
    std::vector<ImportProblem> import_problems; // until dismissed

    // The world around one release, for the core.
    Surroundings around(const Release& release) const;
    // Around a release that is still to come.
    Surroundings around_product(const std::string& product) const;
    const Release* release(const std::string& id) const; // null if it is not here
    // The place as it is, or was left: with what of it was shown.
    Route place(Place) const;
};

} // namespace desk::ui
