// Printing and reading numbers, as far as the page needs it. What libc has for that knows every conversion and every
// rounding of long double: 24 KB of wasm of which the page would use three conversions.
//
//  - ImGui's format functions (IMGUI_DISABLE_DEFAULT_FORMAT_FUNCTIONS) and snprintf, which nlohmann/json uses: %s %c %d
//  %i
//    %u %x %X %p with width, precision, "0" and "-". A %f prints whole numbers: nothing on the page shows such a text.
//  - strtod, which nlohmann/json uses for numbers with a fraction: JavaScript rounds them as IEEE 754 wants, as libc
//  does.
//  - sscanf, which ImGui's renderer asks for a version ("#version %d"): words and %d. The page has none of the settings
//    files and number fields for which ImGui uses the rest.
#include "web/imports.hpp"

#include "imgui.h"
#include "imgui_internal.h"

#include <cstdarg>
#include <cstddef>
#include <cstdint>
#include <cstring>

namespace {

struct Out {
    char* at;
    std::size_t room; // with the closing zero
    std::size_t length = 0;
    void put(char c) {
        if (length + 1 < room) at[length] = c;
        ++length;
    }
    void fill(char c, int count) {
        while (count-- > 0) put(c);
    }
};

struct Conversion {
    bool left = false, zero = false;
    int width = 0, precision = -1, longs = 0;
    char kind = 0;
};

int read_count(const char*& format, va_list& arguments) {
    if (*format == '*') return ++format, va_arg(arguments, int);
    int count = 0;
    while (*format >= '0' && *format <= '9') count = count * 10 + (*format++ - '0');
    return count;
}

Conversion read_conversion(const char*& format, va_list& arguments) {
    Conversion c;
    for (; *format == '-' || *format == '0' || *format == '+' || *format == '#'; ++format) {
        c.left |= *format == '-';
        c.zero |= *format == '0';
    }
    c.width = read_count(format, arguments);
    if (*format == '.') c.precision = read_count(++format, arguments);
    for (; *format == 'l' || *format == 'z' || *format == 'h'; ++format) c.longs += *format == 'l' ? 1 : 0;
    c.kind = *format++;
    return c;
}

void put_text(Out& out, const Conversion& c, const char* text, int length) {
    if (!c.left) out.fill(' ', c.width - length);
    for (int i = 0; i < length; ++i) out.put(text[i]);
    if (c.left) out.fill(' ', c.width - length);
}

void put_number(Out& out, const Conversion& c, std::uint64_t value, bool negative) {
    const unsigned base = c.kind == 'x' || c.kind == 'X' || c.kind == 'p' ? 16 : 10;
    const char* digits = c.kind == 'X' ? "0123456789ABCDEF" : "0123456789abcdef";
    char text[24];
    int at = sizeof text;
    do {
        text[--at] = digits[value % base];
        value /= base;
    } while (value > 0);
    const int width = c.zero && !c.left ? c.width - (negative ? 1 : 0) : c.precision;
    while (static_cast<int>(sizeof text) - at < width && at > 1) text[--at] = '0';
    if (negative) text[--at] = '-';
    put_text(out, c, text + at, static_cast<int>(sizeof text) - at);
}

int print(char* to, std::size_t room, const char* format, va_list given) {
    va_list arguments;
    va_copy(arguments, given);
    Out out{to, room};
    while (*format) {
        if (*format != '%' || *++format == '%') {
            out.put(*format++);
            continue;
        }
        const Conversion c = read_conversion(format, arguments);
        if (c.kind == 's') {
            const char* text = va_arg(arguments, const char*);
            if (!text) text = "";
            std::size_t length = c.precision < 0 ? std::strlen(text) : 0;
            while (static_cast<int>(length) < c.precision && text[length]) ++length;
            put_text(out, c, text, static_cast<int>(length));
        } else if (c.kind == 'c') {
            const char one = static_cast<char>(va_arg(arguments, int));
            put_text(out, c, &one, 1);
        } else if (c.kind == 'f' || c.kind == 'g') {
            const double number = va_arg(arguments, double);
            put_number(out, c, static_cast<std::uint64_t>(number < 0 ? -number : number), number < 0);
        } else if (c.kind == 'd' || c.kind == 'i') {
            const std::int64_t number = c.longs > 1 ? va_arg(arguments, std::int64_t) : va_arg(arguments, int);
            put_number(out, c, number < 0 ? 0 - static_cast<std::uint64_t>(number) : static_cast<std::uint64_t>(number),
                       number < 0);
        } else {
            put_number(out, c, c.longs > 1 ? va_arg(arguments, std::uint64_t) : va_arg(arguments, unsigned), false);
        }
    }
    va_end(arguments);
    if (room > 0) to[out.length < room ? out.length : room - 1] = '\0';
    return static_cast<int>(out.length);
}

} // namespace

int ImFormatStringV(char* to, std::size_t room, const char* format, va_list arguments) {
    const int length = print(to, room, format, arguments);
    return to && length >= static_cast<int>(room) ? static_cast<int>(room) - 1 : length;
}

int ImFormatString(char* to, std::size_t room, const char* format, ...) {
    va_list arguments;
    va_start(arguments, format);
    const int length = ImFormatStringV(to, room, format, arguments);
    va_end(arguments);
    return length;
}

extern "C" {

int snprintf(char* to, std::size_t room, const char* format, ...) {
    va_list arguments;
    va_start(arguments, format);
    const int length = print(to, room, format, arguments);
    va_end(arguments);
    return length;
}

double strtod(const char* text, char** end) {
    const std::size_t length = std::strlen(text);
    if (end) *end = const_cast<char*>(text) + length;
    return page_number(text, static_cast<int>(length));
}

// The linker wants all three from one place.
float strtof(const char* text, char** end) { return static_cast<float>(strtod(text, end)); }
long double strtold(const char* text, char** end) { return strtod(text, end); }

int sscanf(const char* text, const char* format, ...) {
    va_list arguments;
    va_start(arguments, format);
    int found = 0;
    for (; *format; ++format) {
        if (format[0] == '%' && format[1] == 'd') {
            if (*text < '0' || *text > '9') break;
            int number = 0;
            while (*text >= '0' && *text <= '9') number = number * 10 + (*text++ - '0');
            *va_arg(arguments, int*) = number;
            ++found;
            ++format;
        } else if (*format != *text++) {
            break;
        }
    }
    va_end(arguments);
    return found;
}
}
