// Gathers the nodes of one frame and tells what changed since the last (SEMANTICS 1, 2, 4).
//
// A frame:  collector.apply(); ImGui::NewFrame(); collector.begin(); …widgets record…; Patch p = collector.end();
// The collector knows ImGui (ids, windows, focus) and no platform.
#pragma once

#include "ui/semantics/node.hpp"
#include "ui/semantics/patch.hpp"
#include "ui/semantics/request.hpp"

#include <memory>
#include <string_view>
#include <vector>

struct ImGuiWindow;

namespace desk::ui {

class Collector {
public:
    Collector();
    ~Collector();
    Collector(const Collector&) = delete;
    Collector& operator=(const Collector&) = delete;

    // --- the frame
    void request(Request r); // from the platform, any time between frames
    void apply();            // before ImGui::NewFrame: turns requests into ImGui focus, activation and scroll
    void begin();            // after ImGui::NewFrame
    Patch end();             // before ImGui::Render
    // True while a request or a just-applied activation needs another logical frame to take effect.
    bool pending() const;

    // --- recording, by widgets only
    // Adds a node under the innermost open one. Equal ids in one frame are made distinct, in order. The reference is
    // valid until the next add.
    Node& add(Role role, std::uint32_t id, Box absolute, std::string_view name, std::uint32_t state = 0);
    // The same for the last ImGui item: id, rectangle, window and disabled state come from ImGui; it is then
    // reachable by Activate and Focus requests, clipped or not.
    Node& add_item(Role role, std::string_view name, std::uint32_t state = 0);
    // The same for an ImGui window (page part, scroll region, dialog, list); opens it as the parent.
    Node& open_window(Role role, ImGuiWindow* window, std::string_view name, std::uint32_t state = 0);
    void open(std::uint32_t id); // the node with this id becomes the parent of what follows
    void close();
    std::uint32_t parent() const; // the innermost open one, or 0
    // What was recorded so far in this frame, by position, for what is known only after the next nodes.
    std::size_t count() const;
    Node& at(std::size_t position);

    // --- text fields: the pending edit for this id, or null; consume() after it was put into ImGui's buffer
    const EditRequest* edit_for(std::uint32_t id) const;
    void consume_edit(std::uint32_t id);
    // The field that ImGui edits this frame, with its selection in UTF-16 units.
    void editing(std::uint32_t id, int anchor, int caret);

    // --- for keyboard help and native tests: the nodes of the frame that ended last, in order, as they were sent
    const std::vector<Node>& nodes() const;

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

} // namespace desk::ui
