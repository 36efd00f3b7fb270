#include "ui/widgets/shaping.hpp"

#include "ui/semantics/utf16.hpp"
#include "ui/widgets/session.hpp"

#include <algorithm>
#include <cfloat>
#include <cmath>

namespace desk::ui {
namespace {

constexpr std::uint32_t first_sign = 0xE000, last_sign = 0xF8FF; // Unicode's private use area

struct Range {
    std::uint32_t first, last;
};
template <std::size_t N> constexpr bool any(const Range (&ranges)[N], std::uint32_t c) {
    return std::any_of(std::begin(ranges), std::end(ranges), [c](Range r) { return c >= r.first && c <= r.last; });
}

// Hebrew, Arabic, Syriac, Thaana, N'Ko and their neighbours, presentation forms; Adlam and others above the BMP.
constexpr Range right_to_left_letters[] = {
    {0x0590, 0x08FF}, {0xFB1D, 0xFDFF}, {0xFE70, 0xFEFE}, {0x10800, 0x10FFF}, {0x1E800, 0x1EFFF}};
// Scripts whose letters change with their neighbours: of India and South-East Asia, Tibetan, Mongolian, conjoining
// Jamo.
constexpr Range joining_letters[] = {{0x0900, 0x0DFF}, {0x0E00, 0x0FFF}, {0x1000, 0x109F}, {0x1100, 0x11FF},
                                     {0x1780, 0x18AF}, {0x1A20, 0x1CFF}, {0xA800, 0xABFF}};
// What changes the sign before it: accents, joiners, variation selectors, keycaps, skin tones, tags.
constexpr Range extenders[] = {{0x0300, 0x036F}, {0x1AB0, 0x1AFF}, {0x1DC0, 0x1DFF},   {0x200C, 0x200D},
                               {0x20D0, 0x20FF}, {0xFE00, 0xFE0F}, {0x1F3FB, 0x1F3FF}, {0xE0020, 0xE007F}};
constexpr std::uint32_t joiner = 0x200D;

bool right_to_left(std::uint32_t c) { return any(right_to_left_letters, c); }
bool flag_letter(std::uint32_t c) { return c >= 0x1F1E6 && c <= 0x1F1FF; }
bool own_sign(std::uint32_t c) { return c >= first_sign && c <= last_sign; }

std::uint32_t at(std::string_view words, std::size_t byte) {
    unsigned int c = 0;
    ImTextCharFromUtf8(&c, words.data() + byte, words.data() + words.size());
    return c;
}

enum class Kind : std::uint8_t { letters, right_to_left, neutral, number };

struct Item {
    std::size_t begin, end;
    Kind kind;
    bool together;       // drawn as one
    bool turned = false; // among words from right to left
};

constexpr std::string_view openers = "([{<", closers = ")]}>";

std::size_t after_extenders(std::string_view words, std::size_t byte) {
    while (byte < words.size()) {
        const std::uint32_t c = at(words, byte);
        if (!any(extenders, c)) break;
        byte = next_character(words, byte);
        if (c == joiner && byte < words.size() && at(words, byte) != ' ') byte = next_character(words, byte);
    }
    return byte;
}

Item item_from(std::string_view words, std::size_t begin) {
    const std::uint32_t c = at(words, begin);
    std::size_t end = next_character(words, begin);
    const auto while_any = [&](const auto& ranges) {
        while (end < words.size() && (any(ranges, at(words, end)) || any(extenders, at(words, end))))
            end = next_character(words, end);
    };
    if (right_to_left(c)) {
        while_any(right_to_left_letters);
        return {begin, end, Kind::right_to_left, true};
    }
    if (any(joining_letters, c)) {
        while_any(joining_letters);
        return {begin, end, Kind::letters, true};
    }
    if (flag_letter(c) && end < words.size() && flag_letter(at(words, end))) end = next_character(words, end);
    const std::size_t single = next_character(words, begin);
    end = after_extenders(words, end);
    const bool digit = c >= '0' && c <= '9';
    const bool sign = c < 0x80 ? !digit && (c | 0x20U) - 'a' > 25U : c >= 0x2000 && c < 0x2C00;
    return {begin, end, digit ? Kind::number : sign ? Kind::neutral : Kind::letters, end != single || own_sign(c)};
}

// The items in the order of reading.
std::vector<Item> items_of(std::string_view words) {
    std::vector<Item> items;
    for (std::size_t byte = 0; byte < words.size(); byte = items.back().end) items.push_back(item_from(words, byte));
    return items;
}

// Turns round what stands between the first and the last of right-to-left words without letters of the other way, and
// the brackets that close what was opened there.
void turn(std::string_view words, std::vector<Item>& items) {
    const auto stands_in = [&](const Item& item, std::string_view signs) {
        return !item.together && signs.find(words[item.begin]) != std::string_view::npos;
    };
    for (auto first = items.begin(); first != items.end(); ++first) {
        if (first->kind != Kind::right_to_left) continue;
        auto last = first;
        for (auto each = first; each != items.end() && each->kind != Kind::letters; ++each)
            if (each->kind == Kind::right_to_left) last = each;
        auto open = std::count_if(first, last, [&](const Item& item) { return stands_in(item, openers); }) -
                    std::count_if(first, last, [&](const Item& item) { return stands_in(item, closers); });
        for (; open > 0 && last + 1 != items.end() && stands_in(*(last + 1), closers); --open) ++last;
        std::for_each(first, last + 1, [](Item& item) { item.turned = true; });
        std::reverse(first, last + 1);
        for (auto number = first; number <= last; ++number) { // digits run from left to right all the same
            auto end = number;
            while (end <= last && end->kind == Kind::number) ++end;
            if (end == number) continue;
            std::reverse(number, end);
            number = end - 1;
        }
        first = last;
    }
}

std::uint32_t sign_of(Ui& ui, std::string_view cluster) {
    auto& signs = ui.session->clusters.signs;
    std::string key(cluster);
    if (const auto known = signs.find(key); known != signs.end()) return known->second;
    const std::uint32_t sign = first_sign + static_cast<std::uint32_t>(signs.size());
    if (sign > last_sign) return 0;
    ui.fonts.name_cluster(sign, cluster);
    signs.emplace(std::move(key), sign);
    return sign;
}

void append(Ui& ui, std::string& out, std::string_view words, const Item& item) {
    const std::string_view own = words.substr(item.begin, item.end - item.begin);
    if (item.turned && own.size() == 1) { // brackets look to the other side there
        const std::size_t opens = openers.find(own[0]), closes = closers.find(own[0]);
        if (opens != std::string_view::npos || closes != std::string_view::npos) {
            out += opens != std::string_view::npos ? closers[opens] : openers[closes];
            return;
        }
    }
    const std::uint32_t sign = item.together ? sign_of(ui, own) : 0;
    char bytes[5] = {};
    if (sign != 0) ImTextCharToUtf8(bytes, sign);
    out += sign != 0 ? std::string_view(bytes) : own;
}

float width_of(Ui& ui, std::string_view ready, TextSize size, Weight weight) {
    return font_of(ui, weight)->CalcTextSizeA(pixels_of(size), FLT_MAX, 0, ready.data(), ready.data() + ready.size()).x;
}

struct Placed {
    Item item;
    float x, w;
};

std::vector<Placed> place(Ui& ui, std::string_view words, TextSize size, Weight weight) {
    std::vector<Item> items = items_of(words);
    turn(words, items);
    std::vector<Placed> placed;
    float x = 0;
    for (const Item& item : items) {
        std::string ready;
        append(ui, ready, words, item);
        placed.push_back({item, x, width_of(ui, ready, size, weight)});
        x += placed.back().w;
    }
    return placed;
}

float within(Ui& ui, std::string_view words, const Placed& p, std::size_t byte, TextSize size, Weight weight) {
    float part = 0;
    if (byte >= p.item.end)
        part = p.w;
    else if (byte > p.item.begin)
        part = std::min(p.w, text_width(ui, words.substr(p.item.begin, byte - p.item.begin), size, weight));
    return p.item.kind == Kind::right_to_left ? p.x + p.w - part : p.x + part;
}

} // namespace

bool plain(const Ui& ui, std::string_view words) {
    if (ui.fonts.name_cluster == nullptr) return true;
    for (std::size_t byte = 0; byte < words.size(); ++byte) {
        const auto lead = static_cast<unsigned char>(words[byte]);
        if (lead < 0xCC || (lead >= 0xCE && lead < 0xD6))
            continue;                               // up to Latin with accents, Greek, Cyrillic, Armenian
        if (lead >= 0xE3 && lead <= 0xE9) continue; // Chinese, Japanese
        const std::uint32_t c = at(words, byte);
        if (right_to_left(c) || any(joining_letters, c) || any(extenders, c) || flag_letter(c) || own_sign(c))
            return false;
        byte = next_character(words, byte) - 1;
    }
    return true;
}

std::string with_signs(Ui& ui, std::string_view words, std::vector<std::size_t>* origin) {
    std::string out;
    for (const Item& item : items_of(words)) {
        const std::size_t before = out.size();
        append(ui, out, words, item);
        if (origin == nullptr) continue;
        const bool one = out.size() - before != item.end - item.begin || item.together;
        for (std::size_t i = before; i < out.size(); ++i) origin->push_back(one ? item.begin : item.begin + i - before);
    }
    if (origin != nullptr) origin->push_back(words.size());
    return out;
}

std::string as_drawn(Ui& ui, std::string_view words) {
    std::vector<Item> items = items_of(words);
    turn(words, items);
    std::string out;
    for (const Item& item : items) append(ui, out, words, item);
    return out;
}

float cursor_x(Ui& ui, std::string_view words, std::size_t byte, TextSize size, Weight weight) {
    if (plain(ui, words)) return text_width(ui, words.substr(0, byte), size, weight);
    const std::vector<Placed> placed = place(ui, words, size, weight);
    const Placed* last = nullptr;
    for (const Placed& p : placed) {
        if (byte >= p.item.begin && byte < p.item.end) return within(ui, words, p, byte, size, weight);
        if (p.item.end == words.size()) last = &p;
    }
    return last != nullptr ? within(ui, words, *last, byte, size, weight) : 0;
}

std::size_t byte_near(Ui& ui, std::string_view words, float x, TextSize size, Weight weight) {
    std::size_t best = 0;
    float distance = FLT_MAX;
    for (std::size_t byte = 0;; byte = next_character(words, byte)) {
        const float away = std::abs(cursor_x(ui, words, byte, size, weight) - x);
        if (away < distance) distance = away, best = byte;
        if (byte >= words.size()) return best;
    }
}

std::vector<Span> marked(Ui& ui, std::string_view words, std::size_t begin, std::size_t end, TextSize size,
                         Weight weight) {
    if (plain(ui, words)) {
        const float x = text_width(ui, words.substr(0, begin), size, weight);
        return {{x, text_width(ui, words.substr(begin, end - begin), size, weight)}};
    }
    std::vector<Span> spans;
    for (const Placed& p : place(ui, words, size, weight)) {
        if (p.item.end <= begin || p.item.begin >= end) continue;
        const float one = within(ui, words, p, std::max(begin, p.item.begin), size, weight);
        const float other = within(ui, words, p, std::min(end, p.item.end), size, weight);
        spans.push_back({std::min(one, other), std::abs(one - other)});
    }
    return spans;
}

} // namespace desk::ui
