#include "core/guide/guide.hpp"

#include "core/guide/guide_reader.hpp"
#include "core/hash/sha256.hpp"
#include "core/log/op_line.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>

namespace desk {

namespace {

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
    GuideReader reader(root);
    Guide guide = reader.read();
    if (!reader.flaws().empty()) return tl::unexpected(reader.flaws().front().sentence());
    guide.text = minified(json_text);
    guide.digest = short_digest(guide.text);
    return guide;
}

bool is_guide_file(std::string_view bytes) {
    const std::string_view start = bytes.substr(0, 4096);
    const std::size_t format = start.find("\"octoacme-"); // a release and a workspace name theirs before their guides'
    return format != start.npos && start.substr(format).starts_with("\"octoacme-guide/");
}

std::string indented(std::string_view json_text) { return Json::parse(json_text, nullptr, false).dump(2) + "\n"; }

const RoleSpec* Guide::role(std::string_view key) const { return by_key(roles, key); }
const ItemSpec* Guide::requirement(std::string_view key) const { return by_key(requirements, key); }
const ItemSpec* Guide::checklist_item(std::string_view key) const { return by_key(checklist, key); }

std::string Guide::artifact_name(std::string key) {
    std::replace(key.begin(), key.end(), '-', ' ');
    if (!key.empty() && key[0] >= 'a' && key[0] <= 'z') key[0] = static_cast<char>(key[0] - 'a' + 'A');
    return key;
}

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
