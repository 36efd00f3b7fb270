#include "native/window/notice.hpp"

#include "ui/theme/metrics.hpp"

#include "imgui.h"

#include <algorithm>
#include <cfloat>

namespace desk::native {

namespace {
constexpr double shown_for = 8; // seconds
constexpr float text_size = 14;
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
    const ImVec2 text = font.CalcTextSizeA(text_size, FLT_MAX, widest, begin, end);
    const ImVec2 low{m::gutter, view.y - m::gutter - text.y - 2 * m::space_m};
    const ImVec2 high{low.x + text.x + 2 * m::space_l, view.y - m::gutter};
    ImDrawList& list = *ImGui::GetForegroundDrawList();
    list.AddRectFilled(low, high, theme.raised, m::radius_card);
    list.AddRect(low, high, theme.border_strong, m::radius_card, 0, m::border);
    list.AddText(&font, text_size, {low.x + m::space_l, low.y + m::space_m}, theme.text, begin, end, widest);
}

double Notice::left(double now) const { return text_.empty() ? -1 : std::max(0.0, until_ - now); }

} // namespace desk::native
