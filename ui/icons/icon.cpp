#include "ui/icons/icon.hpp"

#include "ui/icons/icon_shapes.hpp"

#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <iterator>

namespace desk::ui {
namespace {

using namespace icon_shapes;

static_assert(std::size(icons) == icon_count);

constexpr float radians = 3.14159265F / 180;

class Pen {
public:
    Pen(ImDrawList& list, float x, float y, float size, Colour colour, float pixel_ratio)
        : list_(list), x_(x), y_(y), scale_(size / 16), colour_(colour),
          width_(std::max(1.5F * scale_, 1 / pixel_ratio)) {}

    void draw(const Shape& shape) {
        const float* n = numbers + shape.at;
        switch (shape.op) {
        case Op::line:
        case Op::poly:
            for (int i = 0; i + 1 < shape.count; i += 2) list_.PathLineTo(at(n[i], n[i + 1]));
            stroke(shape.op == Op::poly, true);
            break;
        case Op::circle:
            list_.AddCircle(at(n[0], n[1]), n[2] * scale_, colour_, 0, width_);
            break;
        case Op::dot:
            list_.AddCircleFilled(at(n[0], n[1]), n[2] * scale_, colour_);
            break;
        case Op::pie:
            list_.PathLineTo(at(n[0], n[1]));
            list_.PathArcTo(at(n[0], n[1]), n[2] * scale_, n[3] * radians, n[4] * radians);
            list_.PathFillConvex(colour_);
            break;
        case Op::arc:
            list_.PathArcTo(at(n[0], n[1]), n[2] * scale_, n[3] * radians, n[4] * radians);
            stroke(false, false);
            break;
        case Op::bezier:
            list_.PathLineTo(at(n[0], n[1]));
            for (int i = 2; i + 5 < shape.count; i += 6)
                list_.PathBezierCubicCurveTo(at(n[i], n[i + 1]), at(n[i + 2], n[i + 3]), at(n[i + 4], n[i + 5]));
            stroke(false, false);
            break;
        case Op::rect:
            list_.PathRect(at(n[0], n[1]), at(n[0] + n[2], n[1] + n[3]), n[4] * scale_);
            stroke(true, false);
            break;
        }
    }

private:
    ImVec2 at(float px, float py) const { return {x_ + px * scale_, y_ + py * scale_}; }

    // Ends are round; so are the corners of a broken line, whose points are few.
    void stroke(bool closed, bool round_corners) {
        const ImVector<ImVec2>& path = list_._Path;
        ImVec2 caps[16];
        int count = 0;
        if (round_corners)
            for (int i = 0; i < path.Size && count < 16; ++i) caps[count++] = path[i];
        else if (!closed && path.Size > 1)
            caps[count++] = path.front(), caps[count++] = path.back();
        list_.PathStroke(colour_, closed ? ImDrawFlags_Closed : ImDrawFlags_None, width_);
        for (int i = 0; i < count; ++i) list_.AddCircleFilled(caps[i], width_ / 2, colour_, 8);
    }

    ImDrawList& list_;
    float x_, y_, scale_;
    Colour colour_;
    float width_;
};

} // namespace

void draw_icon(ImDrawList& list, Icon icon, float x, float y, float size, Colour colour, float pixel_ratio) {
    Pen pen(list, x, y, size, colour, pixel_ratio);
    const Range range = icons[static_cast<int>(icon)];
    for (int i = 0; i < range.count; ++i) pen.draw(shapes[range.first + i]);
}

Icon status_icon(StatusKind kind) {
    switch (kind) {
    case StatusKind::done:
        return Icon::check;
    case StatusKind::open:
        return Icon::circle;
    case StatusKind::active:
        return Icon::half;
    case StatusKind::blocked:
        return Icon::lock;
    case StatusKind::warning:
        return Icon::warning;
    case StatusKind::incident:
        return Icon::flame;
    case StatusKind::not_applicable:
        return Icon::not_applicable;
    case StatusKind::conflict:
        return Icon::conflict;
    }
    return Icon::none;
}

} // namespace desk::ui
