#include "core/guide/guide_check.hpp"

#include "core/guide/guide_reader.hpp"
#include "core/log/json_text.hpp"
#include "core/log/op_line.hpp"
#include "core/order.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace desk {

namespace {

std::size_t line_at(std::string_view text, std::size_t at) {
    return 1 + static_cast<std::size_t>(std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
}

// One step of a place: a key, or the number of an entry.
struct Step {
    std::string_view key;
    std::size_t index = 0;
    bool entry = false;
};

std::vector<Step> steps_of(std::string_view place) {
    std::vector<Step> steps;
    while (!place.empty()) {
        const std::size_t end = std::min(place.find_first_of(".[", 1), place.size());
        if (place[0] == '[') {
            Step step{{}, 0, true};
            for (const char c : place.substr(1, end - 2))
                step.index = step.index * 10 + static_cast<std::size_t>(c - '0');
            steps.push_back(step);
        } else {
            steps.push_back({place.substr(place[0] == '.' ? 1 : 0, end - (place[0] == '.' ? 1 : 0))});
        }
        place.remove_prefix(end);
    }
    return steps;
}

// Moves the cursor from the beginning of a value to the beginning of the one that the step names in it.
bool enter(JsonCursor& cursor, const Step& step) {
    std::string passed;
    if (!cursor.take(step.entry ? '[' : '{')) return false;
    for (std::size_t index = 0;; ++index) {
        passed.clear();
        if (!step.entry) {
            if (cursor.peek() != '"' || !cursor.copy_string(passed) || !cursor.take(':')) return false;
            cursor.skip_space();
            if (unquoted(passed) == step.key) return true;
        } else {
            cursor.skip_space();
            if (index == step.index) return cursor.peek() != ']';
        }
        passed.clear();
        if (!cursor.copy_value(passed, Limits::nesting, Limits::members) || !cursor.take(',')) return false;
    }
}

std::size_t line_of_place(std::string_view text, std::string_view place) {
    JsonCursor cursor(text);
    cursor.skip_space();
    std::size_t at = cursor.at();
    for (const Step& step : steps_of(place)) {
        if (!enter(cursor, step)) break;
        at = cursor.at();
    }
    return line_at(text, at);
}

} // namespace

std::vector<GuideFlaw> check_guide(std::string_view text) {
    JsonCursor cursor(text);
    std::string whole;
    if (!cursor.copy_value(whole, Limits::nesting, Limits::members))
        return {{line_at(text, cursor.at()), "this is not valid JSON: " + cursor.flaw()}};
    cursor.skip_space();
    if (!cursor.at_end()) return {{line_at(text, cursor.at()), "something follows after the end of the guide"}};
    const Json root = Json::parse(text, nullptr, false);
    if (!root.is_object() || !root.contains("format") || root["format"] != "octoacme-guide/1")
        return {{line_of_place(text, "format"), "format: \"octoacme-guide/1\" is needed"}};
    GuideReader reader(root);
    reader.read();
    std::vector<GuideFlaw> flaws;
    for (const PlacedFlaw& flaw : reader.flaws())
        flaws.push_back({line_of_place(text, flaw.place), flaw.sentence(), false});
    // A hint may be no more than the consequence of a flaw.
    for (const PlacedFlaw& hint : flaws.empty() ? reader.hints() : std::vector<PlacedFlaw>())
        flaws.push_back({line_of_place(text, hint.place), hint.sentence(), true});
    put_in_order(flaws, [](const GuideFlaw& a, const GuideFlaw& b) { return a.line < b.line; });
    return flaws;
}

} // namespace desk
