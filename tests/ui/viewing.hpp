// A page without a window: Dear ImGui draws into nothing, the accessible tree is what is looked at.
#pragma once

#include "ui/widgets/widgets.hpp"

#include <functional>
#include <string>

struct ImGuiContext;

namespace desk::ui {

class Viewing {
public:
    using View = std::function<void(Ui&)>;

    explicit Viewing(View view);
    ~Viewing();
    Viewing(const Viewing&) = delete;
    Viewing& operator=(const Viewing&) = delete;

    Patch frame(); // one frame
    void settle(); // as many as the view and the requests need
    void resize(float width, float height);
    void click(float x, float y);
    void press(int key, bool control = false, bool shift = false); // an ImGuiKey, down and up
    void type(const char* words);

    void activate(const Node&);
    void edit(const Node&, std::string text, int anchor, int caret);

    // By role and whole name, in the frame that ended last. `find` is null if there is none.
    const Node* find(Role, std::string_view name) const;
    const Node& get(Role, std::string_view name) const;
    const Node* by_id(std::uint32_t id) const;
    Box absolute(const Node&) const;

    Collector collector;

private:
    View view_;
    ImGuiContext* context_;
    ViewSize size_{.width = 1280, .height = 800};
    double now_ = 0;
    std::unique_ptr<Ui> ui_;

public:
    Ui& ui() { return *ui_; }
};

// Ops of one kind in a patch.
int count_ops(const Patch&, PatchOp);

} // namespace desk::ui
