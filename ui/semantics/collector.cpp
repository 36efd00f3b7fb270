#include "ui/semantics/collector.hpp"

#include "ui/semantics/differ.hpp"
#include "ui/semantics/id_table.hpp"

#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace desk::ui {
namespace {

constexpr int patience = 8; // frames that a request may wait for its element

// Where ImGui keeps an element, for requests that name it.
struct NodePlace {
    ImGuiWindow* window = nullptr;
    ImGuiID scope = 0;
    ImGuiNavLayer layer = ImGuiNavLayer_Main;
    ImRect rect;
    bool item = false; // can be focused and activated
};

struct Waiting {
    Request request;
    int age = 0;
};

// Eighths of a pixel: finer than anything that is shown, coarse enough to hide the noise of adding and subtracting.
float tidy(float value) { return std::round(value * 8) / 8; }

} // namespace

struct Collector::Impl {
    // This frame. `nodes` keeps its strings' memory from frame to frame: only the first `used` are of this frame.
    std::vector<Node> nodes;
    std::vector<NodePlace> places;
    std::vector<std::uint32_t> parents; // index of the parent, or no_parent
    std::size_t used = 0;
    std::vector<std::uint32_t> open; // indices
    IdTable ids;

    Differ differ;
    Selection editing;

    std::vector<Waiting> waiting; // all but edits
    std::vector<std::pair<EditRequest, int>> edits;
    int settle = 0; // frames until what was applied is visible

    std::uint32_t index_of(std::uint32_t id) const {
        const auto index = ids.find(id);
        return index && *index < used ? *index : no_parent;
    }

    Node& append(Role role, std::uint32_t id, Box box, std::string_view name, std::uint32_t state);
    bool apply(const ActivateRequest&);
    bool apply(const FocusRequest&);
    bool apply(const BlurRequest&);
    bool apply(const ScrollRequest&);
    static bool apply(const EditRequest&) { return true; }
    void to_content(std::size_t index, Node& node) const;
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
    if (index == no_parent || !places[index].item || g.NavNextActivateId != 0) return false;
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
    if (index == no_parent || !places[index].item) return false;
    const NodePlace& place = places[index];
    if (g.NavId != r.id || g.NavWindow != place.window) {
        ImGui::FocusWindow(place.window);
        ImGui::SetNavID(r.id, place.layer, place.scope, ImGui::WindowRectAbsToRel(place.window, place.rect));
        g.NavInitRequest = false; // ImGui's own choice for a window that just appeared
        g.NavInitResult.ID = 0;
    }
    ImGui::SetNavCursorVisible(r.visible);
    if (r.visible) g.NavHighlightItemUnderNav = true;
    differ.knows_focus(r.id);
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
    if (index == no_parent || places[index].window == nullptr) return false;
    ImGui::SetScrollX(places[index].window, r.x);
    ImGui::SetScrollY(places[index].window, r.y);
    differ.knows_scroll(r.id, r.x, r.y);
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
    m.editing = {};
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
    node.controls = node.active = 0;
    node.box = box;
    node.scroll_x = node.scroll_y = node.scroll_max_x = node.scroll_max_y = 0;
    node.name.assign(name);
    node.value.clear();
    node.description.clear();
    parents.push_back(open.empty() ? no_parent : open.back());
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
    const bool focusable = role == Role::region && (state & state_scrolls) != 0; // as a whole, to be scrolled
    m.places.back() = {window, window->NavRootFocusScopeId, ImGuiNavLayer_Main, r, focusable};
    m.open.push_back(static_cast<std::uint32_t>(m.used - 1));
    return node;
}

void Collector::open(std::uint32_t id) {
    const std::uint32_t index = impl_->index_of(id);
    IM_ASSERT(index != no_parent && "only a recorded node can be opened");
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
    impl_->differ.knows_selection({id, edit->first.anchor, edit->first.caret});
    impl_->settle = std::max(impl_->settle, 1);
    edits.erase(edit);
}

void Collector::editing(std::uint32_t id, int anchor, int caret) { impl_->editing = {id, anchor, caret}; }

// --- what changed

void Collector::Impl::to_content(std::size_t index, Node& node) const {
    if (parents[index] != no_parent) {
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

Patch Collector::end() {
    Impl& m = *impl_;
    IM_ASSERT(m.open.empty() && "every begin of a page part needs its end");
    m.nodes.resize(m.used);
    for (std::size_t i = 0; i < m.used; ++i) {
        const Box& box = m.nodes[i].box;
        m.places[i].rect = {box.x, box.y, box.x + box.w, box.y + box.h};
        m.to_content(i, m.nodes[i]);
    }
    const ImGuiContext& g = *GImGui;
    const FocusTold focus{m.index_of(g.NavId) == no_parent ? 0 : g.NavId, g.NavCursorVisible};
    return m.differ.difference(m.nodes, m.parents, focus, m.editing);
}

const std::vector<Node>& Collector::nodes() const { return impl_->nodes; }

} // namespace desk::ui
