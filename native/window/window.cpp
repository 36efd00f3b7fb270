#include "native/window/window.hpp"

#include "backends/imgui_impl_glfw.h"
#include "backends/imgui_impl_opengl3.h"
#include "imgui.h"

#include <GLFW/glfw3.h>

#include <algorithm>

namespace desk::native {

namespace {

constexpr const char* desktop_id = "org.octoacme.ReleaseDesk";

std::string last_problem() {
    const char* text = nullptr;
    glfwGetError(&text);
    return text ? std::string(" (") + text + ")" : std::string();
}

Window& of(GLFWwindow* window) { return *static_cast<Window*>(glfwGetWindowUserPointer(window)); }

} // namespace

tl::expected<std::unique_ptr<Window>, std::string> Window::open(const std::string& title,
                                                                const std::optional<Placement>& kept) {
    if (!glfwInit())
        return tl::make_unexpected(
            "Release Desk needs a display, and there is none. Start it in a graphical session, or use "
            "`releasectl`, which needs no window." +
            last_problem());
    glfwWindowHint(GLFW_VISIBLE, GLFW_FALSE);
    glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
    glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 0);
    glfwWindowHint(GLFW_SCALE_TO_MONITOR, GLFW_TRUE);
    // By these the desktop finds the entry with name and icon.
    glfwWindowHintString(GLFW_X11_CLASS_NAME, desktop_id);
    glfwWindowHintString(GLFW_X11_INSTANCE_NAME, desktop_id);
#ifdef GLFW_WAYLAND_APP_ID
    glfwWindowHintString(GLFW_WAYLAND_APP_ID, desktop_id);
#endif
    GLFWwindow* made =
        glfwCreateWindow(Placement::first_width, Placement::first_height, title.c_str(), nullptr, nullptr);
    if (!made) {
        std::string text =
            "Release Desk needs OpenGL 3.0, and this display does not offer it. Update the graphics driver, or "
            "use `releasectl`, which needs no window." +
            last_problem();
        glfwTerminate();
        return tl::make_unexpected(std::move(text));
    }
    glfwMakeContextCurrent(made);
    glfwSwapInterval(1);
    std::unique_ptr<Window> window(new Window(made));
    window->place(kept);
    window->show_icon();
    return window;
}

Window::~Window() {
    if (connected_) {
        ImGui_ImplOpenGL3_Shutdown();
        ImGui_ImplGlfw_Shutdown();
    }
    glfwDestroyWindow(window_);
    glfwTerminate();
}

void Window::connect(Events events) {
    events_ = std::move(events);
    ImGui_ImplGlfw_InitForOpenGL(window_, false);
    ImGui_ImplOpenGL3_Init("#version 130");
    connected_ = true;
    glfwSetWindowUserPointer(window_, this);
    install_callbacks();
}

// Each tells ImGui, and that something happened.
void Window::install_callbacks() {
    glfwSetCursorPosCallback(window_, [](GLFWwindow* w, double x, double y) {
        const double units = of(w).units_per_pixel();
        ImGui_ImplGlfw_CursorPosCallback(w, x / units, y / units);
        of(w).events_.happened();
    });
    glfwSetCursorEnterCallback(window_, [](GLFWwindow* w, int entered) {
        ImGui_ImplGlfw_CursorEnterCallback(w, entered);
        if (entered) of(w).tell_pointer();
        of(w).events_.happened();
    });
    glfwSetMouseButtonCallback(window_, [](GLFWwindow* w, int button, int action, int mods) {
        of(w).events_.coming();
        if (button == GLFW_MOUSE_BUTTON_4 || button == GLFW_MOUSE_BUTTON_5) {
            if (action == GLFW_PRESS) of(w).events_.travelled(button == GLFW_MOUSE_BUTTON_4 ? -1 : 1);
        } else {
            ImGui_ImplGlfw_MouseButtonCallback(w, button, action, mods);
        }
        of(w).events_.happened();
    });
    glfwSetScrollCallback(window_, [](GLFWwindow* w, double x, double y) {
        of(w).events_.coming();
        ImGui_ImplGlfw_ScrollCallback(w, x, y);
        of(w).events_.happened();
    });
    glfwSetKeyCallback(window_, [](GLFWwindow* w, int key, int scancode, int action, int mods) {
        of(w).events_.coming();
        const bool travels = mods == GLFW_MOD_ALT && (key == GLFW_KEY_LEFT || key == GLFW_KEY_RIGHT);
        if (travels && action == GLFW_PRESS) of(w).events_.travelled(key == GLFW_KEY_LEFT ? -1 : 1);
        if (mods == GLFW_MOD_CONTROL && key == GLFW_KEY_Q && action == GLFW_PRESS)
            glfwSetWindowShouldClose(w, GLFW_TRUE);
        if (!travels && !(mods == GLFW_MOD_CONTROL && action == GLFW_PRESS && of(w).typed(key, scancode)))
            ImGui_ImplGlfw_KeyCallback(w, key, scancode, action, mods);
        of(w).events_.happened();
    });
    glfwSetCharCallback(window_, [](GLFWwindow* w, unsigned int character) {
        of(w).events_.coming();
        if (!of(w).typed(character)) ImGui_ImplGlfw_CharCallback(w, character);
        of(w).events_.happened();
    });
    glfwSetWindowFocusCallback(window_, [](GLFWwindow* w, int focused) {
        ImGui_ImplGlfw_WindowFocusCallback(w, focused);
        if (focused) {
            if (glfwGetWindowAttrib(w, GLFW_HOVERED)) of(w).tell_pointer();
            of(w).events_.focused();
        }
        of(w).events_.happened();
    });
    glfwSetDropCallback(window_, [](GLFWwindow* w, int count, const char** paths) {
        of(w).events_.dropped({paths, paths + count});
        of(w).events_.happened();
    });
    const auto happened = [](GLFWwindow* w, auto...) { of(w).events_.happened(); };
    glfwSetFramebufferSizeCallback(window_, happened);
    glfwSetWindowSizeCallback(window_, [](GLFWwindow* w, int, int) { of(w).note_placement(); });
    glfwSetWindowPosCallback(window_, [](GLFWwindow* w, int, int) { of(w).note_placement(); });
    glfwSetWindowContentScaleCallback(window_, [](GLFWwindow* w, float, float) {
        of(w).limit_size();
        of(w).events_.happened();
    });
    glfwSetWindowIconifyCallback(window_, happened);
    glfwSetWindowRefreshCallback(window_, happened);
    glfwSetWindowCloseCallback(window_, happened);
}

// With Ctrl a key writes nothing; GLFW knows what it would write in the layout.
bool Window::typed(int key, int scancode) {
    const char* name = glfwGetKeyName(key, scancode);
    return name != nullptr && events_.typed(name, true);
}

bool Window::typed(unsigned int character) {
    return character < 0x80 && events_.typed(std::string(1, static_cast<char>(character)), false);
}

// ImGui forgets where the pointer is when the focus goes, and GLFW tells only what is new: after a dialog a press of a
// pointer that has not moved would hit nothing.
void Window::tell_pointer() {
    double x = 0, y = 0;
    glfwGetCursorPos(window_, &x, &y);
    const double units = units_per_pixel();
    ImGui_ImplGlfw_CursorPosCallback(window_, x / units, y / units);
}

void Window::show() {
    glfwShowWindow(window_);
    note_placement();
}

void Window::wait(double seconds) {
    if (seconds < 0)
        glfwWaitEvents();
    else if (seconds == 0)
        glfwPollEvents();
    else
        glfwWaitEventsTimeout(seconds);
}

void Window::begin_frame() {
    ImGui_ImplOpenGL3_NewFrame();
    ImGui_ImplGlfw_NewFrame();
    // The backend counts in units of the window system; the views count in CSS pixels.
    const ui::ViewSize now = size();
    ImGuiIO& io = ImGui::GetIO();
    io.DisplaySize = {now.width, now.height};
    io.DisplayFramebufferScale = {now.pixel_ratio, now.pixel_ratio};
    io.DeltaTime = std::clamp(io.DeltaTime, 0.0001F, 0.1F); // a pause is no time that passed for what fades or repeats
}

void Window::draw(unsigned background) {
    int width = 0, height = 0;
    glfwGetFramebufferSize(window_, &width, &height);
    const auto part = [&](unsigned shift) { return static_cast<float>(background >> shift & 0xFFU) / 255.0F; };
    glViewport(0, 0, width, height);
    glClearColor(part(16), part(8), part(0), 1);
    glClear(GL_COLOR_BUFFER_BIT);
    ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
    glfwSwapBuffers(window_);
}

ui::ViewSize Window::size() const {
    int width = 0, height = 0;
    float ratio = 1, ratio_y = 1;
    glfwGetFramebufferSize(window_, &width, &height);
    glfwGetWindowContentScale(window_, &ratio, &ratio_y);
    ui::ViewSize size;
    size.pixel_ratio = ratio > 0 ? ratio : 1;
    size.width = static_cast<float>(width) / size.pixel_ratio;
    size.height = static_cast<float>(height) / size.pixel_ratio;
    return size;
}

float Window::units_per_pixel() const {
    int units = 0, height = 0;
    glfwGetWindowSize(window_, &units, &height);
    const float width = size().width;
    return width > 0 ? static_cast<float>(units) / width : 1;
}

bool Window::minimized() const {
    const ui::ViewSize now = size();
    return glfwGetWindowAttrib(window_, GLFW_ICONIFIED) != 0 || now.width <= 0 || now.height <= 0;
}

bool Window::close_asked() const { return glfwWindowShouldClose(window_) != 0; }
void Window::stay_open() { glfwSetWindowShouldClose(window_, GLFW_FALSE); }
void Window::set_title(const std::string& title) { glfwSetWindowTitle(window_, title.c_str()); }
void Window::copy(const std::string& text) { glfwSetClipboardString(window_, text.c_str()); }

} // namespace desk::native
