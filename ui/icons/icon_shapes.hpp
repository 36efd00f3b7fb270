// The shapes of the icons as data: numbers of the design's 16 grid.
//   line: x, y, … open; poly: x, y, … closed; circle: centre and radius; dot: the same, filled; pie, arc: centre,
//   radius, degrees from and to (0 = east, clockwise), pie filled; bezier: x, y, then cubic triples; rect: x, y, w, h,
//   radius.
#pragma once

#include <cstdint>

namespace desk::ui::icon_shapes {

enum class Op : std::uint8_t { line, poly, circle, dot, pie, arc, bezier, rect };

struct Shape {
    Op op;
    std::uint8_t count; // of numbers
    std::uint16_t at;   // in `numbers`
};

inline constexpr float numbers[] = {
    3,      8.5F,   6.5F,   12,     13,     4.5F,   8,      8,      5.5F,   8,      8,      5.5F,   8,      8,
    3.5F,   -90,    90,     8,      8,      5.75F,  8,      4.75F,  8,      8,      10.5F,  9.5F,   8,      2.5F,
    14.25F, 13.25F, 1.75F,  13.25F, 8,      6.5F,   8,      9.5F,   8,      11.4F,  0.9F,   8,      1.75F,  8.5F,
    4.5F,   12.75F, 6,      12.75F, 9.75F,  12.75F, 12.5F,  10.5F,  14.25F, 8,      14.25F, 5.5F,   14.25F, 3.25F,
    12.5F,  3.25F,  9.75F,  3.25F,  8,      4.25F,  6.75F,  5.25F,  6,      5.5F,   7.25F,  6,      7.75F,  6.75F,
    8,      6.25F,  5.5F,   6.75F,  3.25F,  8,      1.75F,  2.5F,   8,      13,     8,      9,      4,      13,
    8,      9,      12,     5.5F,   2.5F,   2.5F,   5.5F,   5.5F,   8.5F,   2.5F,   5.5F,   9.5F,   5.5F,   9.5F,
    9.25F,  3.75F,  -90,    90,     9.5F,   13,     5,      13,     3.25F,  7,      9.5F,   6.75F,  1.5F,   8,
    5,      2.75F,  180,    360,    5.25F,  5,      5.25F,  7,      10.75F, 5,      10.75F, 7,      6,      5.5F,
    2.5F,   6,      13.5F,  4.5F,   180,    360,    10.5F,  5.5F,   2.5F,   -80,    80,     10,     13.5F,  4.5F,
    -62,    0,      8,      5.25F,  2.75F,  8,      14,     5.25F,  180,    360,    2.5F,   3.25F,  11,     10.5F,
    1.5F,   2.5F,   6.75F,  13.5F,  6.75F,  5.25F,  1.75F,  5.25F,  4.5F,   10.75F, 1.75F,  10.75F, 4.5F,   2.5F,
    2,      2.5F,   13.5F,  14,     13.5F,  5.75F,  11,     5.75F,  8,      8.75F,  11,     8.75F,  4.5F,   11.75F,
    11,     11.75F, 6.5F,   8,      4,      8,      13.5F,  8,      4,      6.5F,   2.75F,  4,      2.75F,  2,
    3.25F,  2,      3.25F,  2,      12.5F,  2,      12.5F,  4,      12,     6.5F,   12.25F, 8,      13.5F,  8,
    4,      9.5F,   2.75F,  12,     2.75F,  14,     3.25F,  14,     3.25F,  14,     12.5F,  14,     12.5F,  12,
    12,     9.5F,   12.25F, 8,      13.5F,  7,      7,      4.5F,   10.25F, 10.25F, 13.75F, 13.75F, 8,      3,
    8,      13,     3,      8,      13,     8,      8,      2.5F,   8,      10.5F,  4.5F,   7,      8,      10.5F,
    11.5F,  7,      2.75F,  13.5F,  13.25F, 13.5F,  8,      10.5F,  8,      2.5F,   4.5F,   6,      8,      2.5F,
    11.5F,  6,      2.75F,  13.5F,  13.25F, 13.5F,  9,      3,      13,     3,      13,     7,      13,     3,
    7.5F,   8.5F,   6.5F,   4,      3,      4,      3,      13,     12,     13,     12,     9.5F,   8.25F,  8,
    5.5F,   -150,   150,    3,      2.75F,  3.25F,  5.5F,   6,      5.25F,  8.25F,  5,      8.25F,  8,      10.5F,
    9.5F,   2,      4.75F,  10,     4.75F,  7.25F,  2,      10,     4.75F,  7.25F,  7.5F,   14,     11.25F, 6,
    11.25F, 8.75F,  8.5F,   6,      11.25F, 8.75F,  14,     4,      3.5F,   1.5F,   12,     3.5F,   1.5F,   8,
    12.5F,  1.5F,   4,      5,      4,      7.75F,  12,     7.75F,  12,     5,      8,      7.75F,  8,      11,
    12.75F, 10,     8.5F,   11.5F,  4.75F,  7.5F,   6.25F,  3,      3.5F,   4,      2.25F,  6.5F,   2.75F,  9,
    3.5F,   12.75F, 8,      14.5F,  11,     12.5F,  11.75F, 12,     12.5F,  11,     12.75F, 10,     8,      8,
    2.75F,  8,      1.5F,   8,      2.75F,  8,      13.25F, 8,      14.5F,  1.5F,   8,      2.75F,  8,      13.25F,
    8,      14.5F,  8,      3.4F,   3.4F,   4.3F,   4.3F,   11.7F,  11.7F,  12.6F,  12.6F,  3.4F,   12.6F,  4.3F,
    11.7F,  11.7F,  4.3F,   12.6F,  3.4F,   4,      4,      12,     12,     12,     4,      4,      12,     8,
    8,      5.5F,   5.5F,   8,      10.5F,  8,      8,      8,      5.5F,   4.2F,   11.8F,  11.8F,  4.2F,   5.75F,
    4,      5.75F,  12,     10.25F, 4,      10.25F, 12,     4,      6,      8,      10,     12,     6,      6,
    4,      10,     8,      6,      12,     8,      1.75F,  13.75F, 4.75F,  13.75F, 11.25F, 8,      14.25F, 2.25F,
    11.25F, 2.25F,  4.75F,  2.25F,  4.75F,  8,      7.75F,  13.75F, 4.75F,  8,      7.75F,  8,      14.25F, 2,
    4.25F,  3.25F,  5.5F,   5.5F,   2.75F,  2,      11.25F, 3.25F,  12.5F,  5.5F,   9.75F,  8,      4.25F,  14,
    4.25F,  8,      11.25F, 14,     11.25F, 5.5F,   5.5F,   8,      8,      1.5F,   10.5F,  2.5F,   3.5F,   2.5F,
    2.5F,   3.5F,   2.5F,   10.5F,  10.5F,  2.75F,  13.25F, 5.5F,   5.5F,   13.25F, 2.5F,   13.5F,  2.75F,  10.5F,
    3.5F,   1.75F,  9.25F,  1.75F,  12.5F,  5,      12.5F,  14.25F, 3.5F,   14.25F, 9.25F,  1.75F,  9.25F,  5,
    12.5F,  5,      3.5F,   8,      1.1F,   8,      8,      1.1F,   12.5F,  8,      1.1F,   3,      11.5F,  4.5F,
    10,     4.25F,  8.5F,   4.25F,  7,      4.25F,  4.75F,  5.75F,  2.75F,  8,      2.75F,  10.25F, 2.75F,  11.75F,
    4.75F,  11.75F, 7,      11.75F, 8.5F,   11.5F,  10,     13,     11.5F,  3,      11.5F,  13,     11.5F,  8,
    12.25F, 1.75F,  0,      180,    5.5F,   3,      2.5F,   6,      5.5F,   9,      2.5F,   6,      10,     6,
    10,     9.25F,  3.25F,  -90,    90,     10,     12.5F,  7,      12.5F,
};

// In the order of Icon.
inline constexpr Shape shapes[] = {
    // check
    {Op::line, 6, 0},
    // circle
    {Op::circle, 3, 6},
    // half
    {Op::circle, 3, 9},
    {Op::pie, 5, 12},
    // clock
    {Op::circle, 3, 17},
    {Op::line, 6, 20},
    // warning
    {Op::poly, 6, 26},
    {Op::line, 4, 32},
    {Op::dot, 3, 36},
    // flame
    {Op::bezier, 38, 39},
    // arrow-right
    {Op::line, 4, 77},
    {Op::line, 6, 81},
    // rollback
    {Op::line, 6, 87},
    {Op::line, 4, 93},
    {Op::arc, 5, 97},
    {Op::line, 4, 102},
    // lock
    {Op::rect, 5, 106},
    {Op::arc, 5, 111},
    {Op::line, 4, 116},
    {Op::line, 4, 120},
    // people
    {Op::circle, 3, 124},
    {Op::arc, 5, 127},
    {Op::arc, 5, 132},
    {Op::arc, 5, 137},
    // person
    {Op::circle, 3, 142},
    {Op::arc, 5, 145},
    // calendar
    {Op::rect, 5, 150},
    {Op::line, 4, 155},
    {Op::line, 4, 159},
    {Op::line, 4, 163},
    // chart
    {Op::line, 6, 167},
    {Op::line, 4, 173},
    {Op::line, 4, 177},
    {Op::line, 4, 181},
    // book
    {Op::line, 4, 185},
    {Op::bezier, 8, 189},
    {Op::line, 4, 197},
    {Op::bezier, 8, 201},
    {Op::bezier, 8, 209},
    {Op::line, 4, 217},
    {Op::bezier, 8, 221},
    // search
    {Op::circle, 3, 229},
    {Op::line, 4, 232},
    // plus
    {Op::line, 4, 236},
    {Op::line, 4, 240},
    // download
    {Op::line, 4, 244},
    {Op::line, 6, 248},
    {Op::line, 4, 254},
    // upload
    {Op::line, 4, 258},
    {Op::line, 6, 262},
    {Op::line, 4, 268},
    // link
    {Op::line, 6, 272},
    {Op::line, 4, 278},
    {Op::line, 10, 282},
    // history
    {Op::arc, 5, 292},
    {Op::line, 6, 297},
    {Op::line, 6, 303},
    // conflict
    {Op::line, 4, 309},
    {Op::line, 6, 313},
    {Op::line, 4, 319},
    {Op::line, 6, 323},
    // fork
    {Op::circle, 3, 329},
    {Op::circle, 3, 332},
    {Op::circle, 3, 335},
    {Op::line, 8, 338},
    {Op::line, 4, 346},
    // moon
    {Op::bezier, 26, 350},
    // sun
    {Op::circle, 3, 376},
    {Op::line, 4, 379},
    {Op::line, 4, 383},
    {Op::line, 4, 387},
    {Op::line, 4, 391},
    {Op::line, 4, 395},
    {Op::line, 4, 399},
    {Op::line, 4, 403},
    {Op::line, 4, 407},
    // cross
    {Op::line, 4, 411},
    {Op::line, 4, 415},
    // na
    {Op::circle, 3, 419},
    {Op::line, 4, 422},
    // skip
    {Op::circle, 3, 426},
    {Op::line, 4, 429},
    // pause
    {Op::line, 4, 433},
    {Op::line, 4, 437},
    // chevron-down
    {Op::line, 6, 441},
    // chevron-right
    {Op::line, 6, 447},
    // box
    {Op::poly, 12, 453},
    {Op::line, 6, 465},
    {Op::line, 4, 471},
    // tasks
    {Op::line, 6, 475},
    {Op::line, 6, 481},
    {Op::line, 4, 487},
    {Op::line, 4, 491},
    // copy
    {Op::rect, 5, 495},
    {Op::line, 8, 500},
    // pencil
    {Op::poly, 10, 508},
    // file
    {Op::poly, 10, 518},
    {Op::line, 6, 528},
    // more
    {Op::dot, 3, 534},
    {Op::dot, 3, 537},
    {Op::dot, 3, 540},
    // bell
    {Op::bezier, 26, 543},
    {Op::line, 4, 569},
    {Op::arc, 5, 573},
    // undo
    {Op::line, 6, 578},
    {Op::line, 4, 584},
    {Op::arc, 5, 588},
    {Op::line, 4, 593},
};

struct Range {
    std::uint8_t first, count;
};

// Of `shapes`, by Icon; the first is Icon::none.
inline constexpr Range icons[] = {
    {0, 0},  {0, 1},  {1, 1},  {2, 2},  {4, 2},  {6, 3},  {9, 1},  {10, 2},  {12, 4},  {16, 4},
    {20, 4}, {24, 2}, {26, 4}, {30, 4}, {34, 7}, {41, 2}, {43, 2}, {45, 3},  {48, 3},  {51, 3},
    {54, 3}, {57, 4}, {61, 5}, {66, 1}, {67, 9}, {76, 2}, {78, 2}, {80, 2},  {82, 2},  {84, 1},
    {85, 1}, {86, 3}, {89, 4}, {93, 2}, {95, 1}, {96, 2}, {98, 3}, {101, 3}, {104, 4},
};

} // namespace desk::ui::icon_shapes
