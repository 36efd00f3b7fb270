#include "native/window/notice.hpp"

#include "ui/theme/metrics.hpp"

#include "imgui.h"

#include <algorithm>
#include <cfloat>
#include <cmath>
#include <utility>
#include <vector>

namespace desk::native {

namespace {
constexpr double shown_for = 8; // seconds
constexpr float text_size = 14, line_height = 20;
constexpr float toast_place = 48 + 12; // what the views' own toasts need, with a gap
} // namespace

void Notice::say(std::string text, double now) {
    text_ = std::move(text);
    until_ = now + shown_for;
}

void Notice::draw(double now, const ui::Theme& theme, ImFont& font) {
    namespace m = ui::metrics;
    if (now >= until_) text_.clear();
    if (text_.empty()) return;
    const char *begin = text_.c_str(), *end = begin + text_.size();
    const ImVec2 view = ImGui::GetIO().DisplaySize;
    const float widest = std::min(m::dialog, view.x - 2 * m::gutter) - 2 * m::space_l;
    std::vector<std::pair<const char*, const char*>> lines;
    float width = 0;
    for (const char* at = begin; at < end;) {
        const char* stop = font.CalcWordWrapPosition(text_size, at, end, widest);
        lines.emplace_back(at, stop);
        width = std::max(width, std::ceil(font.CalcTextSizeA(text_size, FLT_MAX, 0, at, stop).x));
        for (at = stop; at < end && *at == ' ';) ++at;
    }
    // At the right, above those.
    const ImVec2 high{view.x - m::gutter, view.y - m::gutter - toast_place};
    const ImVec2 low{high.x - width - 2 * m::space_l,
                     high.y - static_cast<float>(lines.size()) * line_height - 2 * m::space_m};
    ImDrawList& list = *ImGui::GetForegroundDrawList();
    list.AddRectFilled(low, high, theme.raised, m::radius_card);
    list.AddRect(low, high, theme.border_strong, m::radius_card, 0, m::border);
    float y = low.y + m::space_m + (line_height - text_size) / 2;
    for (const auto& [from, to] : lines) {
        list.AddText(&font, text_size, {low.x + m::space_l, y}, theme.text, from, to);
        y += line_height;
    }
}

double Notice::left(double now) const { return text_.empty() ? -1 : std::max(0.0, until_ - now); }

} // namespace desk::native
