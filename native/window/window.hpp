// One window with an OpenGL context, and what happens to it. Sizes here are CSS pixels unless they say otherwise.
#pragma once

#include "native/window/placement.hpp"
#include "ui/view_size.hpp"

#include <tl/expected.hpp>

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

struct GLFWwindow;

namespace desk::native {

class Window {
public:
    struct Events {
        // Before a press, release, character or turn of the wheel is told to ImGui: it is to meet what the pointer and
        // keys before it have led to, however fast they came.
        std::function<void()> coming;
        std::function<void()> happened;                              // anything that may change the picture
        std::function<void(std::vector<std::string> paths)> dropped; // files, from a file manager
        std::function<void()> focused;                               // the user came back to it
        // A character that was typed alone, or with Ctrl: true if it meant something by itself and is not to be
        // written.
        std::function<bool(const std::string& character, bool command)> typed;
        std::function<void(int steps)> travelled; // back (-1) or forward (1): keys and mouse buttons
    };

    // Shows nothing yet. The message is one sentence for the user, with what to do.
    // `kept`: where the user has left it, if that is known.
    static tl::expected<std::unique_ptr<Window>, std::string> open(const std::string& title,
                                                                   const std::optional<Placement>& kept);
    ~Window();
    Window(const Window&) = delete;
    Window& operator=(const Window&) = delete;

    // Connects it with the present ImGui context, which must outlive it.
    void connect(Events events);
    void show();

    // Waits for events, at most that many seconds (below 0: for as long as it takes), and tells them.
    void wait(double seconds);
    void begin_frame();             // before ImGui::NewFrame
    void draw(unsigned background); // what ImGui::Render has made; 0xRRGGBB behind it
    ui::ViewSize size() const;
    float units_per_pixel() const; // of the window system, for one CSS pixel
    bool minimized() const;
    const Placement& placement() const { return placement_; } // where it is now

    bool close_asked() const;
    void stay_open(); // the user asked to close it, and it must not yet
    void set_title(const std::string& title);
    void copy(const std::string& text);

private:
    explicit Window(GLFWwindow* window) : window_(window) {}
    void install_callbacks();
    void place(const std::optional<Placement>& kept);
    void note_placement();
    void limit_size();
    void show_icon();
    void tell_pointer(); // to ImGui
    bool typed(int key, int scancode);
    bool typed(unsigned int character);

    GLFWwindow* window_;
    Events events_;
    Placement placement_;
    bool connected_ = false;
};

} // namespace desk::native
