#include "native/window/theme.hpp"

#include <chrono>
#include <cstdlib>
#include <string_view>
#include <utility>
#include <vector>

namespace desk::native {

namespace {

using namespace std::chrono_literals;

constexpr const char* portal = "org.freedesktop.portal.Desktop";
constexpr const char* portal_object = "/org/freedesktop/portal/desktop";
constexpr const char* appearance = "org.freedesktop.appearance";
constexpr const char* colour_scheme = "color-scheme";
constexpr std::size_t longest_line = 4096;

std::string_view gtk_theme() {
    const char* theme = std::getenv("GTK_THEME");
    return theme ? theme : "";
}

bool has(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

// "'color-scheme': <uint32 1>" in an answer, "'color-scheme', <uint32 1>" in news.
std::optional<unsigned> value_of(std::string_view words, std::string_view key) {
    constexpr std::string_view number = "<uint32 ";
    const auto at = words.find("'" + std::string(key) + "'");
    const auto value = at == std::string_view::npos ? at : words.find(number, at);
    if (value == std::string_view::npos || value + number.size() >= words.size()) return std::nullopt;
    return static_cast<unsigned>(words[value + number.size()] - '0');
}

bool gnome_says_dark() {
    const auto setting = run({"gsettings", "get", "org.gnome.desktop.interface", "color-scheme"}, 300ms);
    return setting && setting->status == 0 && has(setting->output, "prefer-dark");
}

} // namespace

DesktopTheme::DesktopTheme() {
    if (!gtk_theme().empty()) {
        look_.dark = has(gtk_theme(), "dark");
        return;
    }
    const auto answer =
        run({"gdbus", "call", "--session", "--timeout", "1", "--dest", portal, "--object-path", portal_object,
             "--method", "org.freedesktop.portal.Settings.ReadAll", "['" + std::string(appearance) + "']"},
            300ms);
    if (!answer || answer->status != 0 || !value_of(answer->output, colour_scheme)) {
        ask();
        return;
    }
    take(answer->output);
    auto monitor = Process::start({"gdbus", "monitor", "--session", "--dest", portal, "--object-path", portal_object});
    if (monitor) news_.emplace(std::move(*monitor));
}

void DesktopTheme::take(std::string_view words) {
    if (const auto scheme = value_of(words, colour_scheme)) look_.dark = scheme == 1; // 0: any; 2: light
    if (const auto contrast = value_of(words, "contrast")) look_.more_contrast = contrast == 1;
}

void DesktopTheme::poll() {
    if (!news_) return;
    line_ += news_->take_output();
    for (std::size_t end; (end = line_.find('\n')) != std::string::npos; line_.erase(0, end + 1)) {
        const std::string_view line = std::string_view(line_).substr(0, end);
        if (has(line, "SettingChanged") && has(line, appearance)) take(line);
    }
    if (line_.size() > longest_line) line_.clear();
    if (news_->poll()) news_.reset(); // the bus has gone
}

void DesktopTheme::ask() {
    if (!news_ && gtk_theme().empty()) look_.dark = gnome_says_dark();
}

} // namespace desk::native
