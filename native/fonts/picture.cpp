#include "native/fonts/picture.hpp"

#include "native/fonts/face.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>

namespace desk::native {

namespace {

// A pixel of the result covers these of the picture: from `first` on, `count` of them.
struct Span {
    int first, count;
};

// `at`: in pixels of the picture, where the pixel of the result begins.
Span covered(float at, float length, int limit) {
    const int first = std::clamp(static_cast<int>(std::floor(at + 0.5F)), 0, limit);
    const int end = std::clamp(static_cast<int>(std::floor(at + length + 0.5F)), 0, limit);
    if (end > first) return {first, end - first};
    const int one = std::clamp(static_cast<int>(std::floor(at + length / 2)), 0, limit - 1); // it is made larger
    return {one, 1};
}

} // namespace

void shrink_picture(const FontPicture& picture, float scale, DrawnGlyph& out) {
    const float step = 1 / scale;
    const auto scaled = [&](int length) {
        return std::max(1, static_cast<int>(std::lround(static_cast<float>(length) * scale)));
    };
    out.width = scaled(picture.width);
    out.height = scaled(picture.height);
    out.left = static_cast<int>(std::lround(static_cast<float>(out.left) * scale));
    out.top = static_cast<int>(std::lround(static_cast<float>(out.top) * scale));
    out.pixels.assign(static_cast<std::size_t>(out.width) * static_cast<std::size_t>(out.height) * 4, 0);
    unsigned char* pixel = out.pixels.data();
    for (int y = 0; y < out.height; ++y) {
        const Span rows = covered(static_cast<float>(y) * step, step, picture.height);
        for (int x = 0; x < out.width; ++x, pixel += 4) {
            const Span columns = covered(static_cast<float>(x) * step, step, picture.width);
            std::array<unsigned, 4> sum{}; // blue, green, red, alpha
            for (int row = rows.first; row < rows.first + rows.count; ++row) {
                const unsigned char* from =
                    picture.pixels + std::ptrdiff_t(row) * picture.pitch + std::ptrdiff_t(columns.first) * 4;
                for (int i = 0; i < columns.count * 4; ++i) sum[static_cast<std::size_t>(i % 4)] += from[i];
            }
            const unsigned alpha = sum[3];
            if (alpha == 0) continue;
            for (std::size_t i = 0; i < 3; ++i)
                pixel[i] = static_cast<unsigned char>(std::min(255U, (sum[2 - i] * 255 + alpha / 2) / alpha));
            pixel[3] = static_cast<unsigned char>(alpha / static_cast<unsigned>(rows.count * columns.count));
        }
    }
}

} // namespace desk::native
