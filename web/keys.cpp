#include "web/keys.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace desk::web {
namespace {

struct NamedKey {
    std::string_view name;
    ImGuiKey key;
};

constexpr std::array named = std::to_array<NamedKey>({
    {"ArrowDown", ImGuiKey_DownArrow},
    {"ArrowLeft", ImGuiKey_LeftArrow},
    {"ArrowRight", ImGuiKey_RightArrow},
    {"ArrowUp", ImGuiKey_UpArrow},
    {"Backquote", ImGuiKey_GraveAccent},
    {"Backslash", ImGuiKey_Backslash},
    {"Backspace", ImGuiKey_Backspace},
    {"BracketLeft", ImGuiKey_LeftBracket},
    {"BracketRight", ImGuiKey_RightBracket},
    {"Comma", ImGuiKey_Comma},
    {"ContextMenu", ImGuiKey_Menu},
    {"Delete", ImGuiKey_Delete},
    {"End", ImGuiKey_End},
    {"Enter", ImGuiKey_Enter},
    {"Equal", ImGuiKey_Equal},
    {"Escape", ImGuiKey_Escape},
    {"Home", ImGuiKey_Home},
    {"Insert", ImGuiKey_Insert},
    {"IntlBackslash", ImGuiKey_Oem102},
    {"Minus", ImGuiKey_Minus},
    {"NumpadAdd", ImGuiKey_KeypadAdd},
    {"NumpadDecimal", ImGuiKey_KeypadDecimal},
    {"NumpadDivide", ImGuiKey_KeypadDivide},
    {"NumpadEnter", ImGuiKey_KeypadEnter},
    {"NumpadMultiply", ImGuiKey_KeypadMultiply},
    {"NumpadSubtract", ImGuiKey_KeypadSubtract},
    {"PageDown", ImGuiKey_PageDown},
    {"PageUp", ImGuiKey_PageUp},
    {"Period", ImGuiKey_Period},
    {"Quote", ImGuiKey_Apostrophe},
    {"Semicolon", ImGuiKey_Semicolon},
    {"Slash", ImGuiKey_Slash},
    {"Space", ImGuiKey_Space},
});

constexpr std::array signs = std::to_array<std::pair<char, ImGuiKey>>({
    {' ', ImGuiKey_Space},
    {',', ImGuiKey_Comma},
    {'-', ImGuiKey_Minus},
    {'.', ImGuiKey_Period},
    {'/', ImGuiKey_Slash},
    {';', ImGuiKey_Semicolon},
    {'=', ImGuiKey_Equal},
    {'[', ImGuiKey_LeftBracket},
    {'\'', ImGuiKey_Apostrophe},
    {'\\', ImGuiKey_Backslash},
    {']', ImGuiKey_RightBracket},
    {'`', ImGuiKey_GraveAccent},
});

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

ImGuiKey offset(ImGuiKey first, int by) { return static_cast<ImGuiKey>(first + by); }

ImGuiKey by_name(std::string_view name) {
    const auto found =
        std::lower_bound(named.begin(), named.end(), name,
                         [](const NamedKey& each, std::string_view wanted) { return each.name < wanted; });
    return found != named.end() && found->name == name ? found->key : ImGuiKey_None;
}

ImGuiKey by_code(std::string_view code) {
    if (code.size() == 4 && code.starts_with("Key")) return offset(ImGuiKey_A, code[3] - 'A');
    if (code.size() == 6 && code.starts_with("Digit")) return offset(ImGuiKey_0, code[5] - '0');
    if (code.size() == 7 && code.starts_with("Numpad") && is_digit(code[6]))
        return offset(ImGuiKey_Keypad0, code[6] - '0');
    if (code.size() == 2 && code[0] == 'F' && is_digit(code[1])) return offset(ImGuiKey_F1, code[1] - '1');
    if (code.size() == 3 && code[0] == 'F' && is_digit(code[1]) && is_digit(code[2])) {
        const int number = (code[1] - '0') * 10 + (code[2] - '0');
        return number <= 24 ? offset(ImGuiKey_F1, number - 1) : ImGuiKey_None;
    }
    return by_name(code);
}

ImGuiKey by_meaning(std::string_view key) {
    if (key.size() != 1) return by_name(key);
    const char c = key[0];
    if (c >= 'a' && c <= 'z') return offset(ImGuiKey_A, c - 'a');
    if (c >= 'A' && c <= 'Z') return offset(ImGuiKey_A, c - 'A');
    if (is_digit(c)) return offset(ImGuiKey_0, c - '0');
    const auto found = std::find_if(signs.begin(), signs.end(), [c](const auto& each) { return each.first == c; });
    return found != signs.end() ? found->second : ImGuiKey_None;
}

} // namespace

ImGuiKey key_of(std::string_view code, std::string_view key) {
    const ImGuiKey placed = by_code(code);
    return placed != ImGuiKey_None ? placed : by_meaning(key);
}

} // namespace desk::web
