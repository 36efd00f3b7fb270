// JSON as text: checked and rewritten token by token, without building values, so that nothing is lost (numbers keep
// every digit, unknown keys their order) and nothing recurses (a hostile nesting costs no stack).
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace desk {

// Reads a text from left to right. A step that fails says false and leaves `flaw()`; nothing works after that.
class JsonCursor {
public:
    explicit JsonCursor(std::string_view text) : text_(text) {}

    void skip_space();
    bool at_end() const { return at_ == text_.size(); }
    // The next byte that is not white space; '\0' at the end.
    char peek();
    // Steps over `wanted` if it is next (after white space).
    bool take(char wanted);

    // These append the next token without white space around it: a string with the fewest escapes ("\/" becomes "/",
    // "\u00e9" becomes "é"), quotes included; any value, with at most `nesting` levels of braces and brackets and at
    // most `members` members in one object.
    bool copy_string(std::string& out);
    bool copy_value(std::string& out, std::size_t nesting, std::size_t members);

    std::size_t at() const { return at_; }            // where reading stands, or where the flaw is
    const std::string& flaw() const { return flaw_; } // "a comma or `}` is expected"; empty: none
    bool fail(std::string flaw);

private:
    bool copy_escape(std::string& out);
    bool copy_utf8(std::string& out);
    bool copy_number(std::string& out);
    bool copy_word(std::string& out, std::string_view word);
    bool hex4(unsigned& unit);

    std::string_view text_;
    std::size_t at_ = 0;
    std::string flaw_;
};

// Why the text is not one JSON value of at most so many levels; nothing if it is.
std::optional<std::string> json_flaw(std::string_view text, std::size_t nesting);

// The text of a string token as copy_string writes it.
std::string unquoted(std::string_view token);

// A text as a string token, with the fewest escapes. Bytes that are not UTF-8 become U+FFFD.
void append_quoted(std::string& out, std::string_view text);

// Bytes of the UTF-8 character that starts here: 1 to 4; 0 if none does.
std::size_t utf8_length(std::string_view text);
std::size_t count_characters(std::string_view text);

} // namespace desk
