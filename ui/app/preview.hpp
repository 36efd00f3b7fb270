// What files that arrived would bring, before anything of it is kept: what the place Import shows.
#pragma once

#include "core/compare/copies.hpp"
#include "ui/app/library.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace desk::ui {

struct ArrivingRelease {
    std::shared_ptr<const Release> copy;    // all that the files say of it
    std::shared_ptr<const Arrival> arrival; // beside what is here
    bool known_here = false;
};

struct ImportPreview {
    struct File {
        std::string name;
        std::size_t bytes = 0;
    };
    std::vector<File> files;
    std::vector<ArrivingRelease> releases; // those with new conflicts first, then by title
    Absorbed counts;                       // of all of them
    std::size_t conflicts = 0;             // new ones, of all of them
    std::uint64_t revision = 0;            // of the model beside which it was looked at
};

// The releases in a file of one or of several, or what is wrong with it. A guide that the file does not hold may be
// known here; a file without the beginning of its release will do where the release is here.
tl::expected<std::vector<Release>, BadInput> copies_in(std::string_view bytes, const Guides&, const Releases& here);

// What of an arrival is told as new and as known: what people did, without the seals. Versions that stand aside in a
// fork are new as well.
inline std::size_t told_as_new(const Absorbed& counts) { return counts.added - counts.seals + counts.forked; }
inline std::size_t told_as_known(const Absorbed& counts) { return counts.known - counts.known_seals; }

// Puts another file's releases to those that are waiting.
void add_arrived(ImportPreview&, ImportPreview::File, std::vector<Release> copies);

// Looks at all of them beside what is here now.
void look_again(ImportPreview&, const Releases& here, std::uint64_t revision);

} // namespace desk::ui
