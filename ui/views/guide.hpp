// The guide as a document to be read, with its items as they stand in a release; other guides, what they change, and
// how a release comes to follow one.
#pragma once

#include "core/guide/guide_document.hpp"
#include "core/rules/adoption.hpp"
#include "ui/app/intent.hpp"
#include "ui/app/model.hpp"
#include "ui/ui.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace desk::ui {

// What is worked out once and kept while it is the same.
struct GuideViewState {
    std::string digest, base, release;
    std::uint64_t revision = 0;
    std::vector<GuideSection> sections;
    std::vector<GuideChange> changes; // against the guide for new releases
    Adoption adoption;                // by the release that is shown
    std::vector<std::string> live;    // ids of the releases to choose from
    std::size_t followers = 0;        // releases that follow it
    std::uint64_t visit = 0;          // of the model, when the user came here last
    bool show_pointed = false;        // what the address points at is to be brought into view
};

void draw_guide(Ui&, const Model&, GuideViewState&, Rect page, Intents&);

} // namespace desk::ui
