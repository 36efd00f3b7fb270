// A guide as a document to be read: sections of lines, for the window, the page and Markdown alike.
#pragma once

#include "core/guide/guide.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace desk {

struct GuideLine {
    std::string lead;  // printed strong before the text: "Patch", "From"; may be empty
    std::string text;  // "Deployment window scheduled"
    std::string aside; // "if needed"; may be empty
    std::string who;   // "Release Manager + Developers"; may be empty
    std::string item;  // key of the requirement, checklist item or playbook step; empty for other lines
};

struct GuideSection {
    std::string title;
    std::string intro; // a sentence; may be empty
    std::vector<GuideLine> lines;
};

// In the order of OctoAcme's guide; a section without content is left out.
std::vector<GuideSection> guide_document(const Guide& guide);

// The document as Markdown; items of the checklist as "- [ ]".
std::string guide_markdown(const Guide& guide);

} // namespace desk
