#include "core/guide/guide_reader.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace desk {

namespace {

std::string below(const std::string& at, std::string_view key) {
    return at.empty() ? std::string(key) : at + "." + std::string(key);
}

std::string in_quotes(const std::string& text) { return "\"" + text + "\""; }

} // namespace

Guide GuideReader::read() {
    Guide guide;
    know_only(root_, "",
              "format name version purpose types roles requirements checklist playbook voters notes artifacts");
    guide.name = text(root_, "name", "");
    guide.version = text(root_, "version", "");
    guide.purpose = optional_text(root_, "purpose", "");
    std::set<std::string> types, notes;
    for_each("types", true, [&](const Json& entry, const std::string& at) {
        know_only(entry, at, "key name text");
        guide.types.push_back({slug(entry, at), text(entry, "name", at), text(entry, "text", at)});
        if (!types.insert(guide.types.back().key).second)
            wrong(at + ".key", in_quotes(guide.types.back().key) + " stands twice");
    });
    for_each("roles", true, [&](const Json& entry, const std::string& at) {
        know_only(entry, at, "key name duties");
        RoleSpec role{slug(entry, at), text(entry, "name", at), duties(entry, at)};
        if (!role_keys_.insert(role.key).second) wrong(at + ".key", in_quotes(role.key) + " stands twice");
        guide.roles.push_back(std::move(role));
    });
    guide.requirements = items("requirements", true);
    guide.checklist = items("checklist", true);
    guide.playbook = items("playbook", false);
    guide.voters = texts(root_, "voters", "");
    for (std::size_t i = 0; i < guide.voters.size(); ++i)
        known_role(guide.voters[i], "voters[" + std::to_string(i) + "]");
    if (guide.voters.empty()) hint("voters", "no role votes, so that nobody can say no-go");
    for_each("notes", true, [&](const Json& entry, const std::string& at) {
        know_only(entry, at, "key name long");
        const bool is_long = !entry.is_object() || !entry.contains("long") || entry["long"] == true;
        guide.notes.push_back({slug(entry, at), text(entry, "name", at), is_long});
        if (!notes.insert(guide.notes.back().key).second)
            wrong(at + ".key", in_quotes(guide.notes.back().key) + " stands twice");
    });
    guide.artifacts = texts(root_, "artifacts", "");
    if (role_keys_.count("release-manager") == 0) wrong("roles", "there must be a role \"release-manager\"");
    const auto production = [](const ItemSpec& item) { return item.stage == Stage::production; };
    if (!guide.checklist.empty() && std::none_of(guide.checklist.begin(), guide.checklist.end(), production))
        hint("checklist", "no item has the stage \"production\", so that nothing is to be done while deploying");
    check_duties(guide);
    return guide;
}

std::string GuideReader::text(const Json& object, const char* key, const std::string& at) {
    if (object.is_object() && object.contains(key) && object[key].is_string() &&
        !object[key].get_ref<const std::string&>().empty())
        return object[key].get<std::string>();
    wrong(below(at, key), "a text is needed");
    return {};
}

std::string GuideReader::optional_text(const Json& object, const char* key, const std::string& at) {
    if (!object.is_object() || !object.contains(key)) return {};
    return text(object, key, at);
}

// Keys stand in register names, so they keep to a–z, 0–9 and "-".
std::string GuideReader::slug(const Json& object, const std::string& at) {
    std::string key = text(object, "key", at);
    const bool good = std::all_of(key.begin(), key.end(),
                                  [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; });
    if (!good) wrong(at + ".key", in_quotes(key) + " may hold a–z, 0–9 and \"-\" only");
    return key;
}

std::vector<std::string> GuideReader::texts(const Json& object, const char* key, const std::string& at) {
    std::vector<std::string> result;
    if (!object.is_object() || !object.contains(key)) return result;
    const Json& list = object[key];
    bool good = list.is_array();
    for (std::size_t i = 0; good && i < list.size(); ++i) {
        good = list[i].is_string();
        if (good) result.push_back(list[i].get<std::string>());
    }
    if (!good) wrong(below(at, key), "a list of texts is needed");
    return result;
}

// A duty is a text, or an object that says when it is due as well.
std::vector<DutySpec> GuideReader::duties(const Json& role, const std::string& at) {
    std::vector<DutySpec> result;
    if (!role.is_object() || !role.contains("duties")) return result;
    const Json& list = role["duties"];
    if (!list.is_array()) {
        wrong(at + ".duties", "a list is needed");
        return result;
    }
    for (std::size_t i = 0; i < list.size(); ++i) {
        const std::string place = at + ".duties[" + std::to_string(i) + "]";
        if (list[i].is_string()) {
            result.push_back({list[i].get<std::string>(), {}});
        } else {
            know_only(list[i], place, "text when");
            result.push_back({text(list[i], "text", place), texts(list[i], "when", place)});
        }
    }
    return result;
}

// What a duty waits for must exist; a misspelt one would never be due.
void GuideReader::check_duties(const Guide& guide) {
    for (std::size_t r = 0; r < guide.roles.size(); ++r)
        for (std::size_t d = 0; d < guide.roles[r].duties.size(); ++d)
            for (const std::string& when : guide.roles[r].duties[d].when) {
                const bool item = when.starts_with("item:") && item_keys_.count(when.substr(5)) > 0;
                const bool plain = when == "vote" || when == "incident" || when == "next-step" || when == "window";
                if (!item && !plain && !when.starts_with("phase:"))
                    hint("roles[" + std::to_string(r) + "].duties[" + std::to_string(d) + "].when",
                         in_quotes(when) +
                             " never comes: write item:KEY, phase:KEY, vote, incident, next-step or window");
            }
}

void GuideReader::known_role(const std::string& key, const std::string& at) {
    if (role_keys_.count(key) == 0) wrong(at, "no role " + in_quotes(key));
}

void GuideReader::for_each(const char* list, bool needed, const Each& each) {
    if (!root_.contains(list) || !root_[list].is_array() || (needed && root_[list].empty())) {
        if (needed || root_.contains(list)) wrong(list, "a list is needed");
        return;
    }
    std::size_t index = 0;
    for (const Json& entry : root_[list]) each(entry, std::string(list) + "[" + std::to_string(index++) + "]");
}

// `keys` has them with a space between. "x-…" is free for the team, "$schema" for its editor.
void GuideReader::know_only(const Json& object, const std::string& at, std::string_view keys) {
    if (!object.is_object()) return wrong(at, "an object is needed");
    for (const auto& [key, value] : object.items()) {
        const bool known = (" " + std::string(keys) + " ").find(" " + key + " ") != std::string::npos;
        if (!known && !key.starts_with("x-") && key != "$schema") hint(below(at, key), "this key means nothing here");
    }
}

Stage GuideReader::stage(const Json& entry, const std::string& at) {
    const std::string name = optional_text(entry, "stage", at);
    if (name == "production") return Stage::production;
    if (name == "after-production") return Stage::after_production;
    if (!name.empty() && name != "before-production")
        wrong(at + ".stage", "before-production, production or after-production, not " + in_quotes(name));
    return Stage::before_production;
}

std::vector<ItemSpec> GuideReader::items(const char* list, bool needed) {
    std::vector<ItemSpec> result;
    for_each(list, needed, [&](const Json& entry, const std::string& at) {
        know_only(entry, at, "key text owners condition after fix stage");
        ItemSpec item;
        item.key = slug(entry, at);
        item.text = text(entry, "text", at);
        item.owners = texts(entry, "owners", at);
        if (item.owners.empty()) wrong(at + ".owners", "at least one role is needed");
        for (std::size_t i = 0; i < item.owners.size(); ++i)
            known_role(item.owners[i], at + ".owners[" + std::to_string(i) + "]");
        item.condition = optional_text(entry, "condition", at);
        item.after = texts(entry, "after", at);
        item.fix = optional_text(entry, "fix", at);
        item.stage = stage(entry, at);
        if (!item_keys_.insert(item.key).second) wrong(at + ".key", in_quotes(item.key) + " stands twice");
        for (std::size_t i = 0; i < item.after.size(); ++i)
            if (item_keys_.count(item.after[i]) == 0 || item.after[i] == item.key)
                wrong(at + ".after[" + std::to_string(i) + "]", "no earlier item " + in_quotes(item.after[i]));
        result.push_back(std::move(item));
    });
    return result;
}

} // namespace desk
