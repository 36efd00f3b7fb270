#include "native/window/theme.hpp"

#include "native/window/process.hpp"

#include <chrono>
#include <cstdlib>
#include <string>

namespace desk::native {

bool desktop_prefers_dark() {
    using namespace std::chrono_literals;
    if (const char* theme = std::getenv("GTK_THEME"); theme && *theme)
        return std::string(theme).find("dark") != std::string::npos;
    const auto setting = run({"gsettings", "get", "org.gnome.desktop.interface", "color-scheme"}, 300ms);
    return setting && setting->status == 0 && setting->output.find("prefer-dark") != std::string::npos;
}

} // namespace desk::native
