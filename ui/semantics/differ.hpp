// What the receiver of patches knows, and so what it must be told of a frame (SEMANTICS 2). Private to the collector.
#pragma once

#include "ui/semantics/node.hpp"
#include "ui/semantics/patch.hpp"

#include <cstdint>
#include <unordered_map>
#include <vector>

namespace desk::ui {

// A text field's selection in UTF-16 units; id 0: none is edited.
struct Selection {
    std::uint32_t id = 0;
    int anchor = 0, caret = 0;
};

struct FocusTold {
    std::uint32_t id = 0; // 0, or what is no element: nothing to tell
    bool visible = false;
};

inline constexpr std::uint32_t no_parent = ~0U;

class Differ {
public:
    // `nodes` with boxes relative to the parent's content; `parents` holds the index of each one's parent, or
    // no_parent.
    Patch difference(const std::vector<Node>& nodes, const std::vector<std::uint32_t>& parents, FocusTold focus,
                     Selection editing);

    // The receiver did this itself, or said it: not to be told back.
    void knows_scroll(std::uint32_t id, float x, float y);
    void knows_focus(std::uint32_t id) { focus_ = id; }
    void knows_selection(Selection selection) { selection_ = selection; }

private:
    struct Known {
        std::uint64_t hash = 0;
        std::uint64_t children = 0; // 0: never told
        float scroll_x = 0, scroll_y = 0;
        std::uint32_t frame = 0;
    };

    // The rolling hash of the ids of each one's children; returns that of the page's own.
    std::uint64_t hash_children(const std::vector<Node>& nodes, const std::vector<std::uint32_t>& parents);
    void tell_node(Patch&, const Node&);
    void tell_gone(Patch&);
    void tell_children(Patch&, const std::vector<Node>& nodes, const std::vector<std::uint32_t>& parents,
                       std::uint64_t of_page);
    void tell_focus(Patch&, FocusTold);
    void tell_selection(Patch&, Selection);

    std::unordered_map<std::uint32_t, Known> known_;
    std::vector<std::uint32_t> order_; // ids as they were told, parents first
    std::uint64_t page_children_ = 1;
    std::uint32_t focus_ = 0;
    Selection selection_;
    std::uint32_t frame_ = 0;
    std::vector<std::uint64_t> child_hashes_; // of this frame, by node
};

} // namespace desk::ui
