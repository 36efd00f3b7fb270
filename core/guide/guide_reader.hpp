// Reads a guide from its JSON and gathers everything that is wrong with it, each flaw with its place in the document.
#pragma once

#include "core/guide/guide.hpp"
#include "core/log/value.hpp"

#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace desk {

// A place is the way to a value: "checklist[4].after". Empty: the document as a whole.
struct PlacedFlaw {
    std::string place, text;
    std::string sentence() const { return place.empty() ? text : place + ": " + text; }
};

class GuideReader {
public:
    explicit GuideReader(const Json& root) : root_(root) {}

    // Everything but text and digest. Sound only if there are no flaws afterwards.
    Guide read();

    const std::vector<PlacedFlaw>& flaws() const { return flaws_; } // not to be used with one of these
    const std::vector<PlacedFlaw>& hints() const { return hints_; } // usable, and probably not what was meant

private:
    using Each = std::function<void(const Json& entry, const std::string& at)>;

    void wrong(std::string place, std::string text) { flaws_.push_back({std::move(place), std::move(text)}); }
    void hint(std::string place, std::string text) { hints_.push_back({std::move(place), std::move(text)}); }

    std::string text(const Json& object, const char* key, const std::string& at);
    std::string optional_text(const Json& object, const char* key, const std::string& at);
    std::string slug(const Json& object, const std::string& at);
    std::vector<std::string> texts(const Json& object, const char* key, const std::string& at);
    std::vector<DutySpec> duties(const Json& role, const std::string& at);
    std::vector<ItemSpec> items(const char* list, bool needed);
    Stage stage(const Json& entry, const std::string& at);
    void known_role(const std::string& key, const std::string& at);
    void for_each(const char* list, bool needed, const Each& each);
    void know_only(const Json& object, const std::string& at, std::string_view keys);
    void check_duties(const Guide& guide);

    const Json& root_;
    std::vector<PlacedFlaw> flaws_, hints_;
    std::set<std::string> role_keys_, item_keys_;
};

} // namespace desk
