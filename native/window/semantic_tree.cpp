#include "native/window/semantic_tree.hpp"

#include "core/log/op.hpp"

#include <nlohmann/json.hpp>

#include <array>
#include <bit>
#include <cmath>
#include <string_view>
#include <utility>

namespace desk::native {

namespace {

using namespace std::string_view_literals;

// By number, as WAI-ARIA names them; in the order of ui::Role.
constexpr std::array role_names = {
    "root"sv,    "banner"sv,   "navigation"sv,  "main"sv,         "complementary"sv, "region"sv,   "dialog"sv,
    "group"sv,   "heading"sv,  "text"sv,        "button"sv,       "link"sv,          "checkbox"sv, "radio"sv,
    "textbox"sv, "combobox"sv, "listbox"sv,     "option"sv,       "tablist"sv,       "tab"sv,      "tabpanel"sv,
    "table"sv,   "rowgroup"sv, "row"sv,         "columnheader"sv, "cell"sv,          "list"sv,     "listitem"sv,
    "status"sv,  "alert"sv,    "progressbar"sv, "img"sv,
};
static_assert(role_names.size() == static_cast<std::size_t>(ui::Role::image) + 1);

constexpr std::array<std::pair<std::uint32_t, std::string_view>, 15> state_names = {{
    {ui::state_disabled, "disabled"},
    {ui::state_checked, "checked"},
    {ui::state_expandable, "expandable"},
    {ui::state_expanded, "expanded"},
    {ui::state_selected, "selected"},
    {ui::state_multiline, "multiline"},
    {ui::state_read_only, "readonly"},
    {ui::state_required, "required"},
    {ui::state_invalid, "invalid"},
    {ui::state_modal, "modal"},
    {ui::state_scrolls, "scrolls"},
    {ui::state_virtual, "virtual"},
    {ui::state_current, "current"},
    {ui::state_popup, "popup"},
    {ui::state_toggle, "toggle"},
}};

// Takes the words of a patch one after the other.
struct Words {
    const ui::Patch& patch;
    std::size_t at = 0;

    bool more() const { return at < patch.words.size(); }
    std::int32_t number() { return patch.words.at(at++); }
    std::uint32_t id() { return static_cast<std::uint32_t>(number()); }
    float real() { return std::bit_cast<float>(number()); }
    std::string text() {
        const auto begin = static_cast<std::size_t>(number()), length = static_cast<std::size_t>(number());
        return patch.text.substr(begin, length);
    }
};

ui::Node upserted(Words& words, std::uint32_t id) {
    ui::Node node;
    node.id = id;
    node.parent = words.id();
    node.role = static_cast<ui::Role>(words.number());
    node.state = words.id();
    node.level = words.number();
    node.count = words.number();
    node.maximum = words.number();
    node.order = words.number();
    node.controls = words.id();
    node.active = words.id();
    node.box.x = words.real();
    node.box.y = words.real();
    node.box.w = words.real();
    node.box.h = words.real();
    node.scroll_max_x = words.real();
    node.scroll_max_y = words.real();
    node.name = words.text();
    node.value = words.text();
    node.description = words.text();
    return node;
}

} // namespace

void SemanticTree::apply(const ui::Patch& patch) {
    for (Words words{patch}; words.more();) {
        const auto op = static_cast<ui::PatchOp>(words.number());
        const std::uint32_t id = words.id();
        switch (op) {
        case ui::PatchOp::upsert: {
            ui::Node node = upserted(words, id);
            Element& element = elements_[id];
            node.scroll_x = element.node.scroll_x; // comes by itself, when it changes
            node.scroll_y = element.node.scroll_y;
            element.node = std::move(node);
            break;
        }
        case ui::PatchOp::remove:
            elements_.erase(id);
            break;
        case ui::PatchOp::children: {
            auto& children = elements_[id].children;
            children.resize(static_cast<std::size_t>(words.number()));
            for (std::uint32_t& child : children) child = words.id();
            break;
        }
        case ui::PatchOp::scroll:
            elements_[id].node.scroll_x = words.real();
            elements_[id].node.scroll_y = words.real();
            break;
        case ui::PatchOp::focus:
            focus_ = id;
            words.number();
            break;
        case ui::PatchOp::edit:
            words.number();
            words.number();
            break;
        }
    }
}

struct SemanticTree::Written {
    Json nodes = Json::array();
    float scale = 1;
};

// `x`, `y`: where the content of the parent begins.
void SemanticTree::write(Written& written, std::uint32_t id, float x, float y) const {
    const auto found = elements_.find(id);
    if (found == elements_.end()) return;
    const ui::Node& node = found->second.node;
    if (id != 0) {
        x += node.box.x;
        y += node.box.y;
        const auto unit = [&](float length) { return std::lround(length * written.scale); };
        Json json = {{"id", id}, {"parent", node.parent}, {"role", role_names.at(static_cast<std::size_t>(node.role))}};
        const auto add = [&](const char* key, const std::string& text) {
            if (!text.empty()) json[key] = text;
        };
        add("name", node.name);
        add("value", node.value);
        add("description", node.description);
        for (const auto& [bit, name] : state_names)
            if ((node.state & bit) != 0) json["states"].push_back(name);
        json["box"] = {unit(x), unit(y), unit(node.box.w), unit(node.box.h)};
        written.nodes.push_back(std::move(json));
        if ((node.state & ui::state_scrolls) != 0) {
            x -= node.scroll_x;
            y -= node.scroll_y;
        }
    }
    for (const std::uint32_t child : found->second.children) write(written, child, x, y);
}

std::string SemanticTree::json(float scale, const std::string& notice) const {
    Written written;
    written.scale = scale;
    write(written, 0, 0, 0);
    Json line = {{"focus", focus_}};
    if (!notice.empty()) line["notice"] = notice;
    line["nodes"] = std::move(written.nodes);
    return line.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

} // namespace desk::native
