#include "ui/app/shortcuts.hpp"

namespace desk::ui {

namespace {

constexpr double patience = 2; // seconds between two keys that belong together
constexpr std::string_view command_prefix = "Ctrl ";

constexpr Shortcut anywhere[] = {
    {"Ctrl K", "find", "Find a release, a place or an action"},
    {"/", "find", "The same"},
    {"?", "keys", "Show these keys"},
    {"n", "new", "New release"},
    {"i", "import", "Import files"},
    {"e", "export", "Export what is shown"},
    {"Escape", {}, "Close what is open"},
};
constexpr Shortcut place_keys[] = {
    {"g r", "go:releases", "Releases"}, {"g m", "go:my-work", "My work"}, {"g c", "go:calendar", "Calendar"},
    {"g t", "go:metrics", "Metrics"},   {"g u", "go:guide", "Guide"},     {"g s", "go:settings", "Settings"},
};
constexpr Shortcut release_keys[] = {
    {"1", "section:overview", "Overview"},
    {"2", "section:readiness", "Readiness"},
    {"3", "section:checklist", "Checklist"},
    {"4", "section:decision", "Decision"},
    {"5", "section:notes", "Notes"},
    {"6", "section:incident", "Incident"},
    {"7", "section:hand-off", "Hand-off"},
    {"8", "section:history", "History"},
    {"[", "section:previous", "The section before"},
    {"]", "section:next", "The next section"},
    {"w", "why", "Why not? What is missing"},
    {"p", "people", "Roles and people"},
    {"u", "undo", "Undo my last change"},
    {"Ctrl Z", "undo", "The same, outside of a text"},
};
constexpr Shortcut lists[] = {
    {"j", "down", "Down, as the arrow key"},
    {"k", "up", "Up, as the arrow key"},
    {"Enter", {}, "Open, press, or choose"},
    {"Space", {}, "Press, or tick"},
    {"Tab", {}, "To the next control; with Shift back"},
    {"Arrow keys", {}, "Within tabs, menus and lists"},
};
constexpr ShortcutGroup key_groups[] = {
    {"Anywhere", anywhere}, {"Go to", place_keys}, {"In a release", release_keys}, {"In lists and forms", lists}};

// Two keys: a letter, a blank, a letter.
bool of_two(std::string_view keys) { return keys.size() == 3 && keys[1] == ' '; }

bool same_letter(char known, char typed) {
    return known == typed || (known >= 'A' && known <= 'Z' && known - 'A' + 'a' == typed);
}

bool is_command(const Shortcut& one, char key) {
    return one.keys.starts_with(command_prefix) && same_letter(one.keys.back(), key);
}

} // namespace

std::span<const ShortcutGroup> shortcut_groups() { return key_groups; }

std::string shown_keys(std::string_view keys, bool apple) {
    std::string words(keys);
    if (keys.starts_with(command_prefix)) {
        if (apple) words.replace(0, 4, "Cmd");
        return words;
    }
    const auto upper = [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; };
    if (of_two(keys)) return std::string(1, upper(keys[0])) + " then " + upper(keys[2]);
    if (keys.size() == 1) words[0] = upper(words[0]);
    return words;
}

std::string keys_of(std::string_view act, bool apple) {
    for (const ShortcutGroup& group : key_groups)
        for (const Shortcut& one : group.shortcuts)
            if (one.act == act) return shown_keys(one.keys, apple);
    return {};
}

Keystrokes::Stroke Keystrokes::typed(std::string_view key, bool command, double now) {
    const char before = now - at_ <= patience ? first_ : '\0';
    first_ = 0;
    if (key.size() != 1) return {};
    const char c = key[0];
    for (const ShortcutGroup& group : key_groups)
        for (const Shortcut& one : group.shortcuts) {
            if (one.act.empty()) continue;
            if (command ? is_command(one, c) : before == 0 && one.keys.size() == 1 && one.keys[0] == c)
                return {one.act, true};
            if (command || !of_two(one.keys)) continue;
            if (before != 0 && one.keys[0] == before && one.keys[2] == c) return {one.act, true};
            if (before == 0 && one.keys[0] == c) {
                first_ = c, at_ = now;
                return {{}, true};
            }
        }
    return {};
}

} // namespace desk::ui
