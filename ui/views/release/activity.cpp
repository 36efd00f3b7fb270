#include "ui/views/release/activity.hpp"

#include "core/history/words.hpp"

#include <algorithm>

namespace desk::ui {

void lay_activity(const Part& p, Stack& s, std::size_t count) {
    std::vector<const Op*> ops; // the last ones, the newest first
    const auto& all = p.release.log().ordered();
    for (auto op = all.rbegin(); op != all.rend() && ops.size() < count; ++op)
        if (!(*op)->is_seal()) ops.push_back(*op);
    count = ops.size();
    constexpr float row = 22;
    if (!s.draw) {
        s.take(row * static_cast<float>(count));
        return;
    }
    Rect list = s.take(row * static_cast<float>(count));
    begin_group(p.ui, Role::list, "activity", "Recent activity", list);
    for (std::size_t i = 0; i < count; ++i) {
        const Op& op = *ops[i];
        const std::string deed = deed_words(p.release, op), when = "· " + short_time(p.model, op.wall_ms);
        Rect line = list.cut_top(row);
        IdScope scope(static_cast<int>(i));
        begin_group(p.ui, Role::list_item, "deed", op.by + " " + deed + " " + when, line);
        const TextStyle name{.size = TextSize::small, .weight = Weight::strong, .silent = true};
        line.cut_left(text_ellipsis(p.ui, line.with_width(line.w * 0.4F), op.by, name), 4);
        const float time_width = text_width(p.ui, when, TextSize::small);
        Rect words = line.with_width(std::max(0.0F, line.w - time_width - 4));
        const float used = text_ellipsis(p.ui, words, deed, {.size = TextSize::small, .silent = true});
        text(p.ui, {words.x + std::min(used, words.w) + 4, line.y, time_width, line.h}, when,
             {.size = TextSize::small, .colour = p.ui.theme->muted, .silent = true});
        end_group(p.ui);
    }
    end_group(p.ui);
}

} // namespace desk::ui
