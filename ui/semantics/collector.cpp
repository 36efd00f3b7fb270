#include "ui/semantics/collector.hpp"

#include "ui/semantics/id_table.hpp"

#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <unordered_map>
#include <utility>

namespace desk::ui {
namespace {

constexpr int patience = 8; // frames that a request may wait for its element
constexpr std::uint32_t no_index = ~0U;

// Where ImGui keeps an element, for requests that name it.
struct Place {
    ImGuiWindow* window = nullptr;
    ImGuiID scope = 0;
    ImGuiNavLayer layer = ImGuiNavLayer_Main;
    ImRect rect;
    bool item = false; // can be focused and activated
};

// What the receiver knows of an element.
struct Sent {
    std::uint64_t hash = 0;
    std::uint64_t children = 0;
    float scroll_x = 0, scroll_y = 0;
    std::uint32_t frame = 0;
};

struct Waiting {
    Request request;
    int age = 0;
};

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

std::uint64_t hash_of(const Node& node) {
    std::uint64_t hash = mix(0xCBF29CE484222325ULL, pair(bits(node.parent), bits(node.state)));
    hash = mix(hash, pair(static_cast<std::int32_t>(node.role), node.level));
    hash = mix(hash, pair(node.count, node.maximum));
    hash = mix(hash, pair(node.order, bits(node.controls)));
    hash = mix(hash, pair(bits(node.box.x), bits(node.box.y)));
    hash = mix(hash, pair(bits(node.box.w), bits(node.box.h)));
    hash = mix(hash, pair(bits(node.scroll_max_x), bits(node.scroll_max_y)));
    return mix(mix(mix(hash, node.name), node.value), node.description);
}

// Eighths of a pixel: finer than anything that is shown, coarse enough to hide the noise of adding and subtracting.
float tidy(float value) { return std::round(value * 8) / 8; }

} // namespace

struct Collector::Impl {
    // This frame. `nodes` keeps its strings' memory from frame to frame: only the first `used` are of this frame.
    std::vector<Node> nodes;
    std::vector<Place> places;
    std::vector<std::uint32_t> parents; // index of the parent, or no_index
    std::size_t used = 0;
    std::vector<std::uint32_t> open; // indices
    IdTable ids;
    std::uint32_t frame = 0;
    bool recording = false;

    // What the receiver knows.
    std::unordered_map<std::uint32_t, Sent> sent;
    std::vector<std::uint32_t> sent_order; // ids, parents first
    std::uint64_t root_children = 0;
    std::uint32_t focus_sent = 0;
    EditRequest edit_sent; // its id, anchor and caret
    EditRequest edit_now;

    std::vector<Waiting> waiting; // all but edits
    std::vector<std::pair<EditRequest, int>> edits;
    int settle = 0; // frames until what was applied is visible

    std::vector<std::uint64_t> child_hashes; // scratch

    std::uint32_t index_of(std::uint32_t id) const {
        const auto index = ids.find(id);
        return index && *index < used ? *index : no_index;
    }

    Node& append(Role role, std::uint32_t id, Box box, std::string_view name, std::uint32_t state);
    bool apply(const ActivateRequest&);
    bool apply(const FocusRequest&);
    bool apply(const BlurRequest&);
    bool apply(const ScrollRequest&);
    static bool apply(const EditRequest&) { return true; }
    void to_content(std::size_t index, Node& node) const;
    void write_node(Patch&, const Node&) const;
    void write_children(Patch&, std::uint32_t parent, std::uint32_t parent_index) const;
    void write_focus(Patch&);
    void write_edit(Patch&);
    void forget_gone(Patch&);
};

Collector::Collector() : impl_(std::make_unique<Impl>()) {}
Collector::~Collector() = default;

// --- requests

void Collector::request(Request r) {
    if (auto* edit = std::get_if<EditRequest>(&r)) {
        for (auto& [known, age] : impl_->edits) {
            if (known.id != edit->id) continue;
            if (edit->has_text) known.text = std::move(edit->text), known.has_text = true;
            known.anchor = edit->anchor, known.caret = edit->caret, age = 0;
            return;
        }
        impl_->edits.emplace_back(std::move(*edit), 0);
        return;
    }
    impl_->waiting.push_back({std::move(r)});
}

bool Collector::Impl::apply(const ActivateRequest& r) {
    ImGuiContext& g = *GImGui;
    const std::uint32_t index = index_of(r.id);
    if (index == no_index || !places[index].item || g.NavNextActivateId != 0) return false;
    if ((nodes[index].state & state_disabled) != 0) return true;
    // NewFrame turns this into NavActivateId, which ButtonBehavior and InputText take for a press, clipped or not.
    g.NavNextActivateId = r.id;
    g.NavNextActivateFlags =
        nodes[index].role == Role::text_field ? ImGuiActivateFlags_PreferInput : ImGuiActivateFlags_None;
    settle = 2;
    return true;
}

bool Collector::Impl::apply(const FocusRequest& r) {
    ImGuiContext& g = *GImGui;
    const std::uint32_t index = index_of(r.id);
    if (index == no_index || !places[index].item) return false;
    const Place& place = places[index];
    if (g.NavId != r.id || g.NavWindow != place.window) {
        ImGui::FocusWindow(place.window);
        ImGui::SetNavID(r.id, place.layer, place.scope, ImGui::WindowRectAbsToRel(place.window, place.rect));
        g.NavInitRequest = false; // ImGui's own choice for a window that just appeared
        g.NavInitResult.ID = 0;
    }
    ImGui::SetNavCursorVisible(r.visible);
    if (r.visible) g.NavHighlightItemUnderNav = true;
    focus_sent = r.id;
    settle = std::max(settle, 1);
    return nodes[index].role != Role::text_field || g.ActiveId == r.id || apply(ActivateRequest{r.id});
}

bool Collector::Impl::apply(const BlurRequest& r) {
    if (GImGui->ActiveId == r.id) ImGui::ClearActiveID();
    settle = std::max(settle, 1);
    return true;
}

bool Collector::Impl::apply(const ScrollRequest& r) {
    const std::uint32_t index = index_of(r.id);
    if (index == no_index || places[index].window == nullptr) return false;
    ImGui::SetScrollX(places[index].window, r.x);
    ImGui::SetScrollY(places[index].window, r.y);
    if (const auto known = sent.find(r.id); known != sent.end())
        known->second.scroll_x = r.x, known->second.scroll_y = r.y;
    settle = std::max(settle, 1);
    return true;
}

void Collector::apply() {
    Impl& m = *impl_;
    std::erase_if(m.waiting, [&m](Waiting& w) {
        return std::visit([&m](const auto& r) { return m.apply(r); }, w.request) || ++w.age > patience;
    });
    std::erase_if(m.edits, [](auto& edit) { return ++edit.second > patience; });
}

bool Collector::pending() const { return impl_->settle > 0 || !impl_->waiting.empty() || !impl_->edits.empty(); }

// --- recording

void Collector::begin() {
    Impl& m = *impl_;
    m.used = 0;
    m.open.clear();
    m.ids.clear();
    m.places.clear();
    m.parents.clear();
    m.edit_now = {};
    m.recording = true;
    ++m.frame;
    if (m.settle > 0) --m.settle;
}

Node& Collector::Impl::append(Role role, std::uint32_t id, Box box, std::string_view name, std::uint32_t state) {
    if (used == nodes.size()) nodes.emplace_back();
    id = ids.add(id, static_cast<std::uint32_t>(used));
    Node& node = nodes[used++];
    node.id = id;
    node.role = role;
    node.state = state;
    node.level = node.count = node.maximum = node.order = 0;
    node.controls = 0;
    node.box = box;
    node.scroll_x = node.scroll_y = node.scroll_max_x = node.scroll_max_y = 0;
    node.name.assign(name);
    node.value.clear();
    node.description.clear();
    parents.push_back(open.empty() ? no_index : open.back());
    node.parent = open.empty() ? 0 : nodes[open.back()].id;
    places.emplace_back();
    return node;
}

Node& Collector::add(Role role, std::uint32_t id, Box absolute, std::string_view name, std::uint32_t state) {
    return impl_->append(role, id, absolute, name, state);
}

Node& Collector::add_item(Role role, std::string_view name, std::uint32_t state) {
    const ImGuiContext& g = *GImGui;
    const ImGuiLastItemData& item = g.LastItemData;
    if ((item.ItemFlags & ImGuiItemFlags_Disabled) != 0) state |= state_disabled;
    const ImRect& r = item.NavRect;
    Node& node = impl_->append(role, item.ID, {r.Min.x, r.Min.y, r.GetWidth(), r.GetHeight()}, name, state);
    ImGuiWindow* window = g.CurrentWindow;
    impl_->places.back() = {window, g.CurrentFocusScopeId, window->DC.NavLayerCurrent, r, true};
    return node;
}

Node& Collector::open_window(Role role, ImGuiWindow* window, std::string_view name, std::uint32_t state) {
    Impl& m = *impl_;
    const ImRect r = window->Rect();
    const bool floating = (window->Flags & ImGuiWindowFlags_Popup) != 0;
    // A dialog or menu belongs to the page, whoever opened it.
    const std::vector<std::uint32_t> around = floating ? std::exchange(m.open, {}) : std::vector<std::uint32_t>{};
    Node& node = m.append(role, window->ID, {r.Min.x, r.Min.y, r.GetWidth(), r.GetHeight()}, name, state);
    if (floating) {
        m.open = around;
        node.order = 10 * GImGui->BeginPopupStack.Size;
    }
    if ((state & state_scrolls) != 0) {
        node.scroll_x = window->Scroll.x;
        node.scroll_y = window->Scroll.y;
        node.scroll_max_x = window->ScrollMax.x;
        node.scroll_max_y = window->ScrollMax.y;
    }
    m.places.back() = {window, window->NavRootFocusScopeId, ImGuiNavLayer_Main, r, false};
    m.open.push_back(static_cast<std::uint32_t>(m.used - 1));
    return node;
}

void Collector::open(std::uint32_t id) {
    const std::uint32_t index = impl_->index_of(id);
    IM_ASSERT(index != no_index && "only a recorded node can be opened");
    impl_->open.push_back(index);
}

void Collector::close() {
    IM_ASSERT(!impl_->open.empty());
    impl_->open.pop_back();
}

std::uint32_t Collector::parent() const { return impl_->open.empty() ? 0 : impl_->nodes[impl_->open.back()].id; }

std::size_t Collector::count() const { return impl_->used; }

Node& Collector::at(std::size_t position) {
    IM_ASSERT(position < impl_->used);
    return impl_->nodes[position];
}

// --- text fields

const EditRequest* Collector::edit_for(std::uint32_t id) const {
    for (const auto& [edit, age] : impl_->edits)
        if (edit.id == id) return &edit;
    return nullptr;
}

void Collector::consume_edit(std::uint32_t id) {
    auto& edits = impl_->edits;
    const auto edit = std::find_if(edits.begin(), edits.end(), [id](const auto& e) { return e.first.id == id; });
    if (edit == edits.end()) return;
    impl_->edit_sent = {id, {}, false, edit->first.anchor, edit->first.caret};
    impl_->settle = std::max(impl_->settle, 1);
    edits.erase(edit);
}

void Collector::editing(std::uint32_t id, int anchor, int caret) { impl_->edit_now = {id, {}, false, anchor, caret}; }

// --- what changed

void Collector::Impl::to_content(std::size_t index, Node& node) const {
    if (parents[index] != no_index) {
        const Node& parent = nodes[parents[index]];
        const ImRect& around = places[parents[index]].rect; // absolute, put there before the parent moved
        node.box.x -= around.Min.x;
        node.box.y -= around.Min.y;
        if ((parent.state & state_scrolls) != 0) {
            node.box.x += parent.scroll_x;
            node.box.y += parent.scroll_y;
        }
    }
    node.box = {tidy(node.box.x), tidy(node.box.y), tidy(node.box.w), tidy(node.box.h)};
}

void Collector::Impl::write_node(Patch& patch, const Node& node) const {
    auto text = [&patch](const std::string& s) {
        patch.words.push_back(static_cast<std::int32_t>(patch.text.size()));
        patch.words.push_back(static_cast<std::int32_t>(s.size()));
        patch.text += s;
    };
    const std::int32_t head[] = {static_cast<std::int32_t>(PatchOp::upsert),
                                 bits(node.id),
                                 bits(node.parent),
                                 static_cast<std::int32_t>(node.role),
                                 bits(node.state),
                                 node.level,
                                 node.count,
                                 node.maximum,
                                 node.order,
                                 bits(node.controls),
                                 bits(node.box.x),
                                 bits(node.box.y),
                                 bits(node.box.w),
                                 bits(node.box.h),
                                 bits(node.scroll_max_x),
                                 bits(node.scroll_max_y)};
    patch.words.insert(patch.words.end(), std::begin(head), std::end(head));
    text(node.name);
    text(node.value);
    text(node.description);
}

void Collector::Impl::write_children(Patch& patch, std::uint32_t parent, std::uint32_t parent_index) const {
    patch.words.push_back(static_cast<std::int32_t>(PatchOp::children));
    patch.words.push_back(bits(parent));
    const std::size_t count_at = patch.words.size();
    patch.words.push_back(0);
    for (std::size_t i = 0; i < used; ++i)
        if (parents[i] == parent_index) patch.words.push_back(bits(nodes[i].id)), ++patch.words[count_at];
}

void Collector::Impl::forget_gone(Patch& patch) {
    for (auto id = sent_order.rbegin(); id != sent_order.rend(); ++id) {
        const auto known = sent.find(*id);
        if (known == sent.end() || known->second.frame == frame) continue;
        patch.words.push_back(static_cast<std::int32_t>(PatchOp::remove));
        patch.words.push_back(bits(*id));
        sent.erase(known);
    }
}

void Collector::Impl::write_focus(Patch& patch) {
    const ImGuiContext& g = *GImGui;
    if (g.NavId == focus_sent || index_of(g.NavId) == no_index) return;
    focus_sent = g.NavId;
    patch.words.push_back(static_cast<std::int32_t>(PatchOp::focus));
    patch.words.push_back(bits(g.NavId));
    patch.words.push_back(g.NavCursorVisible ? 1 : 0);
}

void Collector::Impl::write_edit(Patch& patch) {
    const bool same = edit_now.id == edit_sent.id &&
                      (edit_now.id == 0 || (edit_now.anchor == edit_sent.anchor && edit_now.caret == edit_sent.caret));
    if (same) return;
    edit_sent = edit_now;
    patch.words.push_back(static_cast<std::int32_t>(PatchOp::edit));
    patch.words.push_back(bits(edit_now.id));
    patch.words.push_back(edit_now.anchor);
    patch.words.push_back(edit_now.caret);
}

Patch Collector::end() {
    Impl& m = *impl_;
    IM_ASSERT(m.open.empty() && "every begin of a page part needs its end");
    m.recording = false;
    m.nodes.resize(m.used);
    m.child_hashes.assign(m.used, 1);
    std::uint64_t root_children = 1;
    bool same_order = m.sent_order.size() == m.used;
    for (std::size_t i = 0; i < m.used; ++i) {
        Node& node = m.nodes[i];
        m.places[i].rect = {node.box.x, node.box.y, node.box.x + node.box.w, node.box.y + node.box.h};
        m.to_content(i, node);
        std::uint64_t& siblings = m.parents[i] == no_index ? root_children : m.child_hashes[m.parents[i]];
        siblings = mix(siblings, node.id);
        same_order = same_order && m.sent_order[i] == node.id;
    }

    Patch patch;
    for (const Node& node : m.nodes) {
        const auto [known, fresh] = m.sent.try_emplace(node.id);
        Sent& sent = known->second;
        sent.frame = m.frame;
        const std::uint64_t hash = hash_of(node);
        if (fresh || sent.hash != hash) m.write_node(patch, node);
        sent.hash = hash;
        const bool scrolls = (node.state & state_scrolls) != 0;
        // A browser keeps fractions of a pixel, ImGui does not: less than one is no news.
        if (scrolls && (std::abs(sent.scroll_x - node.scroll_x) >= 1 || std::abs(sent.scroll_y - node.scroll_y) >= 1)) {
            sent.scroll_x = node.scroll_x, sent.scroll_y = node.scroll_y;
            const std::int32_t words[] = {static_cast<std::int32_t>(PatchOp::scroll), bits(node.id),
                                          bits(node.scroll_x), bits(node.scroll_y)};
            patch.words.insert(patch.words.end(), std::begin(words), std::end(words));
        }
    }
    if (!same_order) m.forget_gone(patch);
    if (root_children != m.root_children) {
        m.root_children = root_children;
        m.write_children(patch, 0, no_index);
    }
    for (std::size_t i = 0; i < m.used; ++i) {
        Sent& sent = m.sent.find(m.nodes[i].id)->second;
        if (sent.children == m.child_hashes[i] || (sent.children == 0 && m.child_hashes[i] == 1)) continue;
        sent.children = m.child_hashes[i];
        m.write_children(patch, m.nodes[i].id, static_cast<std::uint32_t>(i));
    }
    if (!same_order) {
        m.sent_order.clear();
        for (const Node& node : m.nodes) m.sent_order.push_back(node.id);
    }
    m.write_focus(patch);
    m.write_edit(patch);
    return patch;
}

const std::vector<Node>& Collector::nodes() const { return impl_->nodes; }

} // namespace desk::ui
