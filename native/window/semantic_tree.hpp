// The accessible tree as a whole, kept from what the front end says has changed (ui/semantics/patch.hpp).
#pragma once

#include "ui/semantics/node.hpp"
#include "ui/semantics/patch.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace desk::native {

class SemanticTree {
public:
    void apply(const ui::Patch& patch);

    // One line of JSON, in reading order:
    //   {"focus":id,"notice":"…","nodes":[{"id":…,"parent":…,"role":"button","name":"…","value":"…","description":"…",
    //     "states":["checked",…],"box":[x,y,w,h]},…]}
    // Empty parts are left out. Boxes are those of the window, in its own units: view coordinates times `scale`.
    std::string json(float scale, const std::string& notice) const;

private:
    struct Element {
        ui::Node node;
        std::vector<std::uint32_t> children;
    };
    struct Written;
    void write(Written& written, std::uint32_t id, float x, float y) const;

    std::map<std::uint32_t, Element> elements_; // 0 is the page itself
    std::uint32_t focus_ = 0;
};

} // namespace desk::native
