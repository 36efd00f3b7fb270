#include "native/window/icon.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdlib>
#include <string>

namespace desk::native {

namespace {

struct Point {
    float x = 0, y = 0;
};

struct Colour {
    float red = 0, green = 0, blue = 0;
};

struct Picture {
    float side = 0, radius = 0, stroke = 0;
    Colour fill, line;
    std::vector<Point> points;
};

// The value of an attribute of the first element of that name; empty if there is none.
std::string attribute(std::string_view svg, std::string_view element, std::string_view name) {
    const auto start = svg.find("<" + std::string(element) + " ");
    if (start == std::string_view::npos) return {};
    const std::string_view tag = svg.substr(start, svg.find('>', start) - start);
    const std::string key = " " + std::string(name) + "=\"";
    const auto at = tag.find(key);
    if (at == std::string_view::npos) return {};
    const std::string_view rest = tag.substr(at + key.size());
    return std::string(rest.substr(0, rest.find('"')));
}

float number(const std::string& text) { return std::strtof(text.c_str(), nullptr); }

// "#RGB" or "#RRGGBB".
std::optional<Colour> colour(const std::string& text) {
    if ((text.size() != 4 && text.size() != 7) || text[0] != '#') return std::nullopt;
    char* end = nullptr;
    const unsigned long value = std::strtoul(text.c_str() + 1, &end, 16);
    if (*end != '\0') return std::nullopt;
    const bool brief = text.size() == 4;
    const auto part = [&](unsigned place) {
        return brief ? static_cast<float>(value >> place * 4 & 0xFU) / 15
                     : static_cast<float>(value >> place * 8 & 0xFFU) / 255;
    };
    return Colour{part(2), part(1), part(0)};
}

// SVG 1.1 §8.3: "M x y" and "l dx dy …"; nothing if there is any other command.
std::vector<Point> polyline(const std::string& path) {
    std::vector<Point> points;
    char command = 0;
    for (const char* at = path.c_str(); *at != '\0';) {
        if (*at == 'M' || *at == 'l') {
            command = *at++;
            continue;
        }
        if (*at == ' ' || *at == ',') {
            ++at;
            continue;
        }
        char *middle = nullptr, *end = nullptr;
        const float x = std::strtof(at, &middle), y = std::strtof(middle, &end);
        if (middle == at || end == middle || command == 0) return {};
        const Point from = points.empty() || command == 'M' ? Point() : points.back();
        points.push_back({from.x + x, from.y + y});
        at = end;
    }
    return points;
}

std::optional<Picture> picture_of(std::string_view svg) {
    Picture picture;
    picture.side = number(attribute(svg, "rect", "width"));
    picture.radius = number(attribute(svg, "rect", "rx"));
    picture.stroke = number(attribute(svg, "path", "stroke-width"));
    picture.points = polyline(attribute(svg, "path", "d"));
    const auto fill = colour(attribute(svg, "rect", "fill")), line = colour(attribute(svg, "path", "stroke"));
    if (picture.side <= 0 || picture.stroke <= 0 || picture.points.size() < 2 || !fill || !line) return std::nullopt;
    picture.fill = *fill;
    picture.line = *line;
    return picture;
}

// Distances are below zero inside of the shape.
float to_square(const Picture& picture, Point at) {
    const float half = picture.side / 2, inner = half - picture.radius;
    const float x = std::abs(at.x - half) - inner, y = std::abs(at.y - half) - inner;
    return std::hypot(std::max(x, 0.0F), std::max(y, 0.0F)) + std::min(std::max(x, y), 0.0F) - picture.radius;
}

float to_line(const Picture& picture, Point at) {
    float nearest = picture.side;
    for (std::size_t i = 1; i < picture.points.size(); ++i) {
        const Point a = picture.points[i - 1], b = picture.points[i];
        const float dx = b.x - a.x, dy = b.y - a.y, length = dx * dx + dy * dy;
        const float along = length > 0 ? std::clamp(((at.x - a.x) * dx + (at.y - a.y) * dy) / length, 0.0F, 1.0F) : 0;
        nearest = std::min(nearest, std::hypot(at.x - a.x - along * dx, at.y - a.y - along * dy));
    }
    return nearest - picture.stroke / 2;
}

} // namespace

std::optional<IconPixels> icon_pixels(std::string_view svg, int side) {
    const auto picture = picture_of(svg);
    if (!picture) return std::nullopt;
    IconPixels icon{side, {}};
    icon.rgba.reserve(static_cast<std::size_t>(side) * static_cast<std::size_t>(side) * 4);
    const float scale = static_cast<float>(side) / picture->side;
    const auto covered = [&](float distance) { return std::clamp(0.5F - distance * scale, 0.0F, 1.0F); };
    const auto byte = [](float part) { return static_cast<unsigned char>(std::lround(part * 255)); };
    for (int y = 0; y < side; ++y)
        for (int x = 0; x < side; ++x) {
            const Point at{(static_cast<float>(x) + 0.5F) / scale, (static_cast<float>(y) + 0.5F) / scale};
            const float line = covered(to_line(*picture, at));
            const auto mix = [&](float fill, float stroke) { return byte(fill + (stroke - fill) * line); };
            icon.rgba.push_back(mix(picture->fill.red, picture->line.red));
            icon.rgba.push_back(mix(picture->fill.green, picture->line.green));
            icon.rgba.push_back(mix(picture->fill.blue, picture->line.blue));
            icon.rgba.push_back(byte(covered(to_square(*picture, at))));
        }
    return icon;
}

} // namespace desk::native
