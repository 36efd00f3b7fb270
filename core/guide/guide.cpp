#include "core/guide/guide.hpp"

#include "core/hash/sha256.hpp"
#include "core/log/op_line.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>

namespace desk {

namespace {

using Result = tl::expected<Guide, std::string>;

// Reads one guide and remembers the first thing that is wrong, with its place.
class Reader {
public:
    explicit Reader(const Json& root) : root_(root) {}

    Guide read() {
        Guide guide;
        guide.name = text(root_, "name", "guide");
        guide.version = text(root_, "version", "guide");
        for_each("types", true, [&](const Json& entry, const std::string& at) {
            guide.types.push_back({slug(entry, at), text(entry, "name", at), text(entry, "text", at)});
        });
        for_each("roles", true, [&](const Json& entry, const std::string& at) {
            RoleSpec role{slug(entry, at), text(entry, "name", at), duties(entry, at)};
            if (!role_keys_.insert(role.key).second) wrong(at + ".key: \"" + role.key + "\" stands twice");
            guide.roles.push_back(std::move(role));
        });
        guide.requirements = items("requirements", true);
        guide.checklist = items("checklist", true);
        guide.playbook = items("playbook", false);
        guide.voters = texts(root_, "voters", "guide");
        for (const auto& voter : guide.voters) known_role(voter, "voters");
        for_each("notes", true, [&](const Json& entry, const std::string& at) {
            const bool is_long = !entry.contains("long") || entry["long"] == true;
            guide.notes.push_back({slug(entry, at), text(entry, "name", at), is_long});
        });
        guide.artifacts = texts(root_, "artifacts", "guide");
        if (role_keys_.count("release-manager") == 0) wrong("roles: there must be a role \"release-manager\"");
        return guide;
    }

    const std::string& problem() const { return problem_; }

private:
    void wrong(std::string what) {
        if (problem_.empty()) problem_ = std::move(what);
    }

    std::string text(const Json& object, const char* key, const std::string& at) {
        if (!object.is_object() || !object.contains(key) || !object[key].is_string() ||
            object[key].get_ref<const std::string&>().empty()) {
            wrong(at + "." + key + ": a text is needed");
            return {};
        }
        return object[key].get<std::string>();
    }

    std::string optional_text(const Json& object, const char* key, const std::string& at) {
        if (!object.is_object() || !object.contains(key)) return {};
        return text(object, key, at);
    }

    // Keys stand in register names, so they keep to a–z, 0–9 and "-".
    std::string slug(const Json& object, const std::string& at) {
        std::string key = text(object, "key", at);
        const bool good = std::all_of(key.begin(), key.end(), [](char c) {
            return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
        });
        if (!good) wrong(at + ".key: \"" + key + "\" may hold a–z, 0–9 and \"-\" only");
        return key;
    }

    std::vector<std::string> texts(const Json& object, const char* key, const std::string& at) {
        std::vector<std::string> result;
        if (!object.is_object() || !object.contains(key)) return result;
        if (!object[key].is_array()) {
            wrong(at + "." + key + ": a list of texts is needed");
            return result;
        }
        for (const auto& entry : object[key]) {
            if (entry.is_string())
                result.push_back(entry.get<std::string>());
            else
                wrong(at + "." + key + ": a list of texts is needed");
        }
        return result;
    }

    // A duty is a text, or an object that says when it is due as well.
    std::vector<DutySpec> duties(const Json& role, const std::string& at) {
        std::vector<DutySpec> result;
        if (!role.contains("duties")) return result;
        if (!role["duties"].is_array()) wrong(at + ".duties: a list is needed");
        std::size_t index = 0;
        for (const auto& entry : role["duties"]) {
            const std::string place = at + ".duties[" + std::to_string(index++) + "]";
            if (entry.is_string())
                result.push_back({entry.get<std::string>(), {}});
            else
                result.push_back({text(entry, "text", place), texts(entry, "when", place)});
        }
        return result;
    }

    void known_role(const std::string& key, const std::string& at) {
        if (role_keys_.count(key) == 0) wrong(at + ": no role \"" + key + "\"");
    }

    template <typename Each> void for_each(const char* key, bool needed, Each each) {
        if (!root_.contains(key) || !root_[key].is_array() || (needed && root_[key].empty())) {
            if (needed || root_.contains(key)) wrong(std::string(key) + ": a list is needed");
            return;
        }
        std::size_t index = 0;
        for (const auto& entry : root_[key]) each(entry, std::string(key) + "[" + std::to_string(index++) + "]");
    }

    std::vector<ItemSpec> items(const char* list, bool needed) {
        std::vector<ItemSpec> result;
        for_each(list, needed, [&](const Json& entry, const std::string& at) {
            ItemSpec item;
            item.key = slug(entry, at);
            item.text = text(entry, "text", at);
            item.owners = texts(entry, "owners", at);
            if (item.owners.empty()) wrong(at + ".owners: at least one role is needed");
            for (const auto& owner : item.owners) known_role(owner, at + ".owners");
            item.condition = optional_text(entry, "condition", at);
            item.after = texts(entry, "after", at);
            item.fix = optional_text(entry, "fix", at);
            const std::string stage = optional_text(entry, "stage", at);
            if (stage.empty() || stage == "before-production")
                item.stage = Stage::before_production;
            else if (stage == "production")
                item.stage = Stage::production;
            else if (stage == "after-production")
                item.stage = Stage::after_production;
            else
                wrong(at + ".stage: before-production, production or after-production, not \"" + stage + "\"");
            if (!item_keys_.insert(item.key).second) wrong(at + ".key: \"" + item.key + "\" stands twice");
            for (const auto& earlier : item.after)
                if (item_keys_.count(earlier) == 0) wrong(at + ".after: no earlier item \"" + earlier + "\"");
            result.push_back(std::move(item));
        });
        return result;
    }

    const Json& root_;
    std::string problem_;
    std::set<std::string> role_keys_, item_keys_;
};

template <typename Spec> const Spec* by_key(const std::vector<Spec>& list, std::string_view key) {
    const auto found = std::find_if(list.begin(), list.end(), [&](const Spec& spec) { return spec.key == key; });
    return found == list.end() ? nullptr : &*found;
}

} // namespace

tl::expected<Guide, std::string> parse_guide(std::string_view json_text) {
    const Json root = Json::parse(json_text, nullptr, false);
    if (root.is_discarded()) return tl::unexpected<std::string>("the guide is not valid JSON");
    if (!root.is_object() || !root.contains("format") || root["format"] != "octoacme-guide/1")
        return tl::unexpected<std::string>("format: \"octoacme-guide/1\" is needed");
    Reader reader(root);
    Guide guide = reader.read();
    if (!reader.problem().empty()) return tl::unexpected(reader.problem());
    guide.text = minified(json_text);
    guide.digest = short_digest(guide.text);
    return guide;
}

const RoleSpec* Guide::role(std::string_view key) const { return by_key(roles, key); }
const ItemSpec* Guide::requirement(std::string_view key) const { return by_key(requirements, key); }
const ItemSpec* Guide::checklist_item(std::string_view key) const { return by_key(checklist, key); }

std::string Guide::role_name(std::string_view key) const {
    const RoleSpec* found = role(key);
    return found ? found->name : std::string(key);
}

std::vector<std::string> Guide::required_roles() const {
    std::set<std::string> needed(voters.begin(), voters.end());
    for (const auto* list : {&requirements, &checklist})
        for (const ItemSpec& item : *list) needed.insert(item.owners.begin(), item.owners.end());
    std::vector<std::string> result;
    for (const RoleSpec& one : roles)
        if (needed.count(one.key) > 0) result.push_back(one.key);
    return result;
}

const ItemSpec* Guide::item(std::string_view key) const {
    if (const auto* found = requirement(key)) return found;
    if (const auto* found = checklist_item(key)) return found;
    return by_key(playbook, key);
}

} // namespace desk
