#include "ui/semantics/differ.hpp"

#include <cmath>
#include <cstring>
#include <initializer_list>

namespace desk::ui {
namespace {

constexpr std::uint64_t no_children = 1;

std::uint64_t mix(std::uint64_t hash, std::uint64_t word) {
    hash = (hash ^ word) * 0x9E3779B97F4A7C15ULL;
    return hash ^ (hash >> 29);
}

std::uint64_t mix(std::uint64_t hash, const std::string& text) {
    const char* at = text.data();
    std::size_t left = text.size();
    hash = mix(hash, left);
    for (; left >= 8; at += 8, left -= 8) {
        std::uint64_t word = 0;
        std::memcpy(&word, at, 8);
        hash = mix(hash, word);
    }
    std::uint64_t word = 0;
    std::memcpy(&word, at, left);
    return mix(hash, word);
}

std::int32_t bits(float value) {
    std::int32_t word = 0;
    std::memcpy(&word, &value, sizeof word);
    return word;
}

std::int32_t bits(std::uint32_t value) { return static_cast<std::int32_t>(value); }

std::uint64_t pair(std::int32_t high, std::int32_t low) {
    return static_cast<std::uint64_t>(static_cast<std::uint32_t>(high)) << 32 | static_cast<std::uint32_t>(low);
}

// Of all that an upsert tells.
std::uint64_t hash_of(const Node& node) {
    std::uint64_t hash = mix(0xCBF29CE484222325ULL, pair(bits(node.parent), bits(node.state)));
    hash = mix(hash, pair(static_cast<std::int32_t>(node.role), node.level));
    hash = mix(hash, pair(node.count, node.maximum));
    hash = mix(hash, pair(node.order, bits(node.controls)));
    hash = mix(hash, node.active);
    hash = mix(hash, pair(bits(node.box.x), bits(node.box.y)));
    hash = mix(hash, pair(bits(node.box.w), bits(node.box.h)));
    hash = mix(hash, pair(bits(node.scroll_max_x), bits(node.scroll_max_y)));
    return mix(mix(mix(hash, node.name), node.value), node.description);
}

void put(Patch& patch, PatchOp op, std::initializer_list<std::int32_t> words) {
    patch.words.push_back(static_cast<std::int32_t>(op));
    patch.words.insert(patch.words.end(), words);
}

void put(Patch& patch, const std::string& text) {
    patch.words.push_back(static_cast<std::int32_t>(patch.text.size()));
    patch.words.push_back(static_cast<std::int32_t>(text.size()));
    patch.text += text;
}

void upsert(Patch& patch, const Node& n) {
    put(patch, PatchOp::upsert,
        {bits(n.id), bits(n.parent), static_cast<std::int32_t>(n.role), bits(n.state), n.level, n.count, n.maximum,
         n.order, bits(n.controls), bits(n.active), bits(n.box.x), bits(n.box.y), bits(n.box.w), bits(n.box.h),
         bits(n.scroll_max_x), bits(n.scroll_max_y)});
    put(patch, n.name);
    put(patch, n.value);
    put(patch, n.description);
}

void children(Patch& patch, std::uint32_t parent, std::uint32_t parent_index, const std::vector<Node>& nodes,
              const std::vector<std::uint32_t>& parents) {
    put(patch, PatchOp::children, {bits(parent), 0});
    const std::size_t count_at = patch.words.size() - 1;
    for (std::size_t i = 0; i < nodes.size(); ++i)
        if (parents[i] == parent_index) patch.words.push_back(bits(nodes[i].id)), ++patch.words[count_at];
}

} // namespace

std::uint64_t Differ::hash_children(const std::vector<Node>& nodes, const std::vector<std::uint32_t>& parents) {
    child_hashes_.assign(nodes.size(), no_children);
    std::uint64_t of_page = no_children;
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        std::uint64_t& siblings = parents[i] == no_parent ? of_page : child_hashes_[parents[i]];
        siblings = mix(siblings, nodes[i].id);
    }
    return of_page;
}

Patch Differ::difference(const std::vector<Node>& nodes, const std::vector<std::uint32_t>& parents, FocusTold focus,
                         Selection editing) {
    ++frame_;
    Patch patch;
    const std::uint64_t of_page = hash_children(nodes, parents);
    bool same_order = order_.size() == nodes.size();
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        tell_node(patch, nodes[i]);
        same_order = same_order && order_[i] == nodes[i].id;
    }
    if (!same_order) {
        tell_gone(patch);
        order_.clear();
        for (const Node& node : nodes) order_.push_back(node.id);
    }
    tell_children(patch, nodes, parents, of_page);
    tell_focus(patch, focus);
    tell_selection(patch, editing);
    return patch;
}

void Differ::tell_node(Patch& patch, const Node& node) {
    const auto [entry, fresh] = known_.try_emplace(node.id);
    Known& known = entry->second;
    known.frame = frame_;
    const std::uint64_t hash = hash_of(node);
    if (fresh || known.hash != hash) upsert(patch, node);
    known.hash = hash;
    // A browser keeps fractions of a pixel, ImGui does not: less than one is no news.
    const bool scrolled =
        std::abs(known.scroll_x - node.scroll_x) >= 1 || std::abs(known.scroll_y - node.scroll_y) >= 1;
    if ((node.state & state_scrolls) == 0 || !scrolled) return;
    known.scroll_x = node.scroll_x, known.scroll_y = node.scroll_y;
    put(patch, PatchOp::scroll, {bits(node.id), bits(node.scroll_x), bits(node.scroll_y)});
}

void Differ::tell_gone(Patch& patch) {
    for (auto id = order_.rbegin(); id != order_.rend(); ++id) {
        const auto known = known_.find(*id);
        if (known == known_.end() || known->second.frame == frame_) continue;
        put(patch, PatchOp::remove, {bits(*id)});
        known_.erase(known);
    }
}

void Differ::tell_children(Patch& patch, const std::vector<Node>& nodes, const std::vector<std::uint32_t>& parents,
                           std::uint64_t of_page) {
    if (page_children_ != of_page) children(patch, 0, no_parent, nodes, parents);
    page_children_ = of_page;
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        const std::uint64_t hash = child_hashes_[i];
        Known& known = known_.find(nodes[i].id)->second;
        if (known.children == hash || (known.children == 0 && hash == no_children)) continue;
        known.children = hash;
        children(patch, nodes[i].id, static_cast<std::uint32_t>(i), nodes, parents);
    }
}

void Differ::tell_focus(Patch& patch, FocusTold focus) {
    if (focus.id == focus_ || focus.id == 0) return;
    focus_ = focus.id;
    put(patch, PatchOp::focus, {bits(focus.id), focus.visible ? 1 : 0});
}

void Differ::tell_selection(Patch& patch, Selection now) {
    if (now.id == selection_.id && (now.id == 0 || (now.anchor == selection_.anchor && now.caret == selection_.caret)))
        return;
    selection_ = now;
    put(patch, PatchOp::edit, {bits(now.id), now.anchor, now.caret});
}

void Differ::knows_scroll(std::uint32_t id, float x, float y) {
    if (const auto known = known_.find(id); known != known_.end())
        known->second.scroll_x = x, known->second.scroll_y = y;
}

} // namespace desk::ui
