// Where the window stands on the desktop, and its sign there.
#include "native/window/icon.hpp"
#include "native/window/window.hpp"

#include "embedded/icon.hpp"

#include <GLFW/glfw3.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace desk::native {

namespace {

constexpr int least_width = 360, least_height = 480;
constexpr int in_reach = 100; // of a window, so that it can be taken hold of

struct Area {
    int x = 0, y = 0, width = 0, height = 0;
};

// Of the monitor, without the desktop's own bars.
Area work_area(GLFWmonitor* monitor) {
    Area area;
    if (monitor) glfwGetMonitorWorkarea(monitor, &area.x, &area.y, &area.width, &area.height);
    return area;
}

bool meets(const Area& area, const Placement& placement) {
    return placement.x + in_reach <= area.x + area.width && placement.x + in_reach >= area.x &&
           placement.y + in_reach <= area.y + area.height && placement.y >= area.y;
}

// `pixels` of CSS in the window system's units.
int in_units(const Window& window, int pixels) {
    return static_cast<int>(std::lround(static_cast<float>(pixels) * window.units_per_pixel()));
}

} // namespace

// Monitors come and go: a place that none of them shows is not taken, and no size that does not fit.
void Window::place(const std::optional<Placement>& kept) {
    limit_size();
    GLFWmonitor* monitor = glfwGetPrimaryMonitor();
    bool shown = false;
    int count = 0;
    GLFWmonitor** monitors = glfwGetMonitors(&count);
    for (int at = 0; at < count && kept && !shown; ++at)
        if ((shown = meets(work_area(monitors[at]), *kept))) monitor = monitors[at];
    const Area screen = work_area(monitor);
    const auto fitting = [&](int pixels, int room) {
        const int units = in_units(*this, pixels);
        return room > 0 ? std::min(units, room) : units;
    };
    glfwSetWindowSize(window_, fitting(kept ? kept->width : Placement::first_width, screen.width),
                      fitting(kept ? kept->height : Placement::first_height, screen.height));
    if (shown) glfwSetWindowPos(window_, kept->x, kept->y);
    note_placement();
    if (!kept || !kept->maximized) return;
    placement_ = *kept;
    glfwMaximizeWindow(window_);
}

void Window::note_placement() {
    placement_.maximized = glfwGetWindowAttrib(window_, GLFW_MAXIMIZED) != 0;
    if (placement_.maximized || minimized()) return; // it keeps what it goes back to
    glfwGetWindowPos(window_, &placement_.x, &placement_.y);
    const ui::ViewSize now = size();
    placement_.width = static_cast<int>(std::lround(now.width));
    placement_.height = static_cast<int>(std::lround(now.height));
}

void Window::limit_size() {
    glfwSetWindowSizeLimits(window_, in_units(*this, least_width), in_units(*this, least_height), GLFW_DONT_CARE,
                            GLFW_DONT_CARE);
}

void Window::show_icon() {
    std::vector<IconPixels> icons;
    for (const int side : {16, 32, 48, 128})
        if (auto icon = icon_pixels(embedded::icon, side)) icons.push_back(std::move(*icon));
    std::vector<GLFWimage> images;
    images.reserve(icons.size());
    for (IconPixels& icon : icons) images.push_back({icon.side, icon.side, icon.rgba.data()});
    glfwSetWindowIcon(window_, static_cast<int>(images.size()), images.data());
}

} // namespace desk::native
