// One sentence of the platform itself, over the views: how files come in without a dialog, why the window stays open.
#pragma once

#include "ui/theme/theme.hpp"

#include <string>

struct ImFont;

namespace desk::native {

class Notice {
public:
    void say(std::string text, double now);
    void draw(double now, const ui::Theme& theme, ImFont& font); // in every frame, after the views
    // Seconds until it goes; below 0: nothing is shown.
    double left(double now) const;
    const std::string& text() const { return text_; }

private:
    std::string text_;
    double until_ = 0;
};

} // namespace desk::native
