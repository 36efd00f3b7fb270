#include "core/log/json_text.hpp"

#include "core/ascii.hpp"

#include <limits>
#include <vector>

namespace desk {

namespace {

unsigned byte(char c) { return static_cast<unsigned char>(c); }

// One ASCII character inside a string token.
void append_ascii(std::string& out, char c) {
    switch (c) {
    case '"':
        out += "\\\"";
        return;
    case '\\':
        out += "\\\\";
        return;
    case '\b':
        out += "\\b";
        return;
    case '\f':
        out += "\\f";
        return;
    case '\n':
        out += "\\n";
        return;
    case '\r':
        out += "\\r";
        return;
    case '\t':
        out += "\\t";
        return;
    default:
        break;
    }
    if (byte(c) >= 0x20) {
        out += c;
        return;
    }
    constexpr char digits[] = "0123456789abcdef";
    out += "\\u00";
    out += digits[byte(c) >> 4];
    out += digits[byte(c) & 15U];
}

void append_utf8(std::string& out, unsigned point) {
    if (point < 0x80) {
        append_ascii(out, static_cast<char>(point));
    } else if (point < 0x800) {
        out += static_cast<char>(0xc0U | point >> 6);
        out += static_cast<char>(0x80U | (point & 0x3fU));
    } else if (point < 0x10000) {
        out += static_cast<char>(0xe0U | point >> 12);
        out += static_cast<char>(0x80U | (point >> 6 & 0x3fU));
        out += static_cast<char>(0x80U | (point & 0x3fU));
    } else {
        out += static_cast<char>(0xf0U | point >> 18);
        out += static_cast<char>(0x80U | (point >> 12 & 0x3fU));
        out += static_cast<char>(0x80U | (point >> 6 & 0x3fU));
        out += static_cast<char>(0x80U | (point & 0x3fU));
    }
}

} // namespace

std::size_t utf8_length(std::string_view text) {
    if (text.empty()) return 0;
    const unsigned first = byte(text[0]);
    if (first < 0x80) return 1;
    const std::size_t length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
    if (first < 0xc2 || first > 0xf4 || text.size() < length) return 0;
    for (std::size_t i = 1; i < length; ++i)
        if ((byte(text[i]) & 0xc0U) != 0x80) return 0;
    const unsigned second = byte(text[1]);
    // Overlong forms, surrogates, and what lies beyond U+10FFFF.
    if ((first == 0xe0 && second < 0xa0) || (first == 0xed && second > 0x9f)) return 0;
    if ((first == 0xf0 && second < 0x90) || (first == 0xf4 && second > 0x8f)) return 0;
    return length;
}

std::size_t count_characters(std::string_view text) {
    std::size_t count = 0;
    for (const char c : text) count += (byte(c) & 0xc0U) != 0x80 ? 1 : 0;
    return count;
}

bool JsonCursor::fail(std::string flaw) {
    if (flaw_.empty()) flaw_ = std::move(flaw);
    return false;
}

void JsonCursor::skip_space() {
    while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\n' || text_[at_] == '\r' || text_[at_] == '\t'))
        ++at_;
}

char JsonCursor::peek() {
    skip_space();
    return at_ < text_.size() ? text_[at_] : '\0';
}

bool JsonCursor::take(char wanted) {
    if (peek() != wanted || at_end()) return false;
    ++at_;
    return true;
}

bool JsonCursor::hex4(unsigned& unit) {
    unit = 0;
    for (int i = 0; i < 4; ++i, ++at_) {
        const char c = at_ < text_.size() ? text_[at_] : '\0';
        unsigned digit = 0;
        if (is_digit(c))
            digit = byte(c) - '0';
        else if (c >= 'a' && c <= 'f')
            digit = byte(c) - 'a' + 10;
        else if (c >= 'A' && c <= 'F')
            digit = byte(c) - 'A' + 10;
        else
            return fail("four hexadecimal digits are expected after `\\u`");
        unit = unit * 16 + digit;
    }
    return true;
}

bool JsonCursor::copy_escape(std::string& out) {
    ++at_; // the backslash
    const char c = at_ < text_.size() ? text_[at_] : '\0';
    ++at_;
    switch (c) {
    case '"':
    case '\\':
    case '/':
        append_ascii(out, c);
        return true;
    case 'b':
        append_ascii(out, '\b');
        return true;
    case 'f':
        append_ascii(out, '\f');
        return true;
    case 'n':
        append_ascii(out, '\n');
        return true;
    case 'r':
        append_ascii(out, '\r');
        return true;
    case 't':
        append_ascii(out, '\t');
        return true;
    case 'u':
        break;
    default:
        --at_;
        return fail("a backslash is followed by something that is no escape");
    }
    unsigned unit = 0, low = 0;
    if (!hex4(unit)) return false;
    if (unit >= 0xd800 && unit <= 0xdfff) {
        const bool pair = unit < 0xdc00 && text_.substr(at_, 2) == "\\u";
        if (pair) at_ += 2;
        if (!pair || !hex4(low) || low < 0xdc00 || low > 0xdfff)
            return fail("half of a character (a lone surrogate) stands in a text");
        unit = 0x10000 + ((unit - 0xd800) << 10) + (low - 0xdc00);
    }
    append_utf8(out, unit);
    return true;
}

bool JsonCursor::copy_utf8(std::string& out) {
    const std::size_t length = utf8_length(text_.substr(at_, 4));
    if (length == 0) return fail("bytes that are not UTF-8 stand in a text: save the file as UTF-8");
    out.append(text_, at_, length);
    at_ += length;
    return true;
}

bool JsonCursor::copy_string(std::string& out) {
    if (!take('"')) return fail("a text in quotes is expected");
    out += '"';
    for (;;) {
        const std::size_t start = at_;
        while (at_ < text_.size() && text_[at_] != '"' && text_[at_] != '\\' && byte(text_[at_]) >= 0x20 &&
               byte(text_[at_]) < 0x80)
            ++at_;
        out.append(text_, start, at_ - start);
        if (at_ == text_.size()) return fail("a text has no closing quote");
        if (text_[at_] == '"') break;
        if (text_[at_] == '\\') {
            if (!copy_escape(out)) return false;
        } else if (byte(text_[at_]) < 0x20) {
            return fail("a line end or another control character stands in a text: write it as an escape (\\n)");
        } else if (!copy_utf8(out)) {
            return false;
        }
    }
    ++at_;
    out += '"';
    return true;
}

bool JsonCursor::copy_number(std::string& out) {
    const std::size_t start = at_;
    const auto digits = [&] {
        const std::size_t first = at_;
        while (at_ < text_.size() && is_digit(text_[at_])) ++at_;
        return at_ > first;
    };
    const auto next_is = [&](char a, char b) { return at_ < text_.size() && (text_[at_] == a || text_[at_] == b); };
    if (next_is('-', '-')) ++at_;
    const bool zero = next_is('0', '0');
    if (zero ? (++at_, next_is('0', '0') || (at_ < text_.size() && is_digit(text_[at_]))) : !digits())
        return fail("a number is not written as JSON wants it");
    if (next_is('.', '.') && (++at_, !digits())) return fail("a number has no digit after its point");
    if (next_is('e', 'E')) {
        ++at_;
        if (next_is('+', '-')) ++at_;
        if (!digits()) return fail("a number has no digit in its exponent");
    }
    out.append(text_, start, at_ - start);
    return true;
}

bool JsonCursor::copy_word(std::string& out, std::string_view word) {
    if (text_.substr(at_, word.size()) != word) return fail("a value is expected");
    at_ += word.size();
    out += word;
    return true;
}

bool JsonCursor::copy_value(std::string& out, std::size_t nesting, std::size_t members) {
    struct Level {
        bool object;
        std::size_t count;
    };
    std::vector<Level> levels;
    const auto open = [&](bool object) {
        if (levels.size() == nesting)
            return fail("it is nested too deeply: " + std::to_string(nesting) + " levels at most");
        levels.push_back({object, 0});
        out += text_[at_++];
        return true;
    };
    bool value_next = true; // else a value has just ended
    for (;;) {
        if (value_next) {
            const char c = peek();
            value_next = false;
            if (c == '{' || c == '[') {
                if (!open(c == '{')) return false;
                const char close = c == '{' ? '}' : ']';
                if (peek() != close) value_next = true;
            } else if (c == '"') {
                if (!copy_string(out)) return false;
            } else if (c == '-' || is_digit(c)) {
                if (!copy_number(out)) return false;
            } else if (c == 't' || c == 'f' || c == 'n') {
                if (!copy_word(out, c == 't' ? "true" : c == 'f' ? "false" : "null")) return false;
            } else {
                return fail(at_end() ? "it ends early" : "a value is expected");
            }
        } else {
            if (levels.empty()) return true;
            const bool object = levels.back().object;
            if (take(object ? '}' : ']')) {
                out += object ? '}' : ']';
                levels.pop_back();
                continue;
            }
            if (!take(',')) {
                if (at_end()) return fail("it ends early");
                return fail(object ? "a comma or `}` is expected" : "a comma or `]` is expected");
            }
            out += ',';
            value_next = true;
        }
        if (value_next && levels.back().object) {
            if (++levels.back().count > members)
                return fail("an object has more than " + std::to_string(members) + " members");
            if (peek() != '"') return fail(at_end() ? "it ends early" : "a key in quotes is expected");
            if (!copy_string(out)) return false;
            if (!take(':')) return fail(at_end() ? "it ends early" : "a colon is expected after the key");
            out += ':';
        }
    }
}

std::optional<std::string> json_flaw(std::string_view text, std::size_t nesting) {
    JsonCursor cursor(text);
    std::string copy;
    if (!cursor.copy_value(copy, nesting, std::numeric_limits<std::size_t>::max())) return cursor.flaw();
    cursor.skip_space();
    if (!cursor.at_end()) return "something follows after its end";
    return std::nullopt;
}

std::string unquoted(std::string_view token) {
    const std::string_view inner = token.substr(1, token.size() - 2);
    if (inner.find('\\') == std::string_view::npos) return std::string(inner);
    std::string text;
    text.reserve(inner.size());
    for (std::size_t i = 0; i < inner.size(); ++i) {
        if (inner[i] != '\\') {
            text += inner[i];
            continue;
        }
        switch (inner[++i]) {
        case 'b':
            text += '\b';
            break;
        case 'f':
            text += '\f';
            break;
        case 'n':
            text += '\n';
            break;
        case 'r':
            text += '\r';
            break;
        case 't':
            text += '\t';
            break;
        case 'u': { // only \u00XX is left in a token with the fewest escapes
            const auto digit = [](char c) { return is_digit(c) ? c - '0' : c - 'a' + 10; };
            text += static_cast<char>(digit(inner[i + 3]) * 16 + digit(inner[i + 4]));
            i += 4;
            break;
        }
        default:
            text += inner[i];
        }
    }
    return text;
}

void append_quoted(std::string& out, std::string_view text) {
    out += '"';
    std::size_t start = 0, at = 0; // what lies between stays as it is
    while (at < text.size()) {
        const char c = text[at];
        const std::size_t length = byte(c) < 0x80 ? 1 : utf8_length(text.substr(at, 4));
        if (length > 1 || (length == 1 && byte(c) >= 0x20 && c != '"' && c != '\\')) {
            at += length;
            continue;
        }
        out.append(text, start, at - start);
        if (length == 0)
            out += "\xef\xbf\xbd";
        else
            append_ascii(out, c);
        start = ++at;
    }
    out.append(text, start, at - start);
    out += '"';
}

} // namespace desk
