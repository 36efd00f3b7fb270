#include "core/rules/wording.hpp"

namespace desk {

std::string listed(const std::vector<std::string>& words) {
    std::string text;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (i > 0) text += i + 1 == words.size() ? " and " : ", ";
        text += words[i];
    }
    return text;
}

std::string counted(std::size_t count, std::string_view one, std::string_view many) {
    return sentence({std::to_string(count), " ", count == 1 ? one : many});
}

std::string owners_text(const Release& release, const std::vector<std::string>& roles) {
    std::vector<std::string> named;
    std::vector<std::string> vacant;
    for (const std::string& role : roles) {
        const std::string name = release.guide().role_name(role);
        const auto people = release.state().people.find(role);
        if (people == release.state().people.end() || people->second.empty()) {
            vacant.push_back(name);
            continue;
        }
        std::string names;
        for (const std::string& person : people->second) names += person + ", ";
        named.push_back(names + name);
    }
    std::string text = listed(named);
    if (vacant.empty()) return text;
    if (!text.empty()) text += ". ";
    return text + "No owner yet. Assign " + listed(vacant);
}

std::string status_word(const Item& item, bool requirement) {
    if (item.disputed) return "copies disagree";
    switch (item.status) {
    case ItemStatus::open:
        return "open";
    case ItemStatus::partial:
        return "partly signed";
    case ItemStatus::done:
        return requirement ? "met" : "done";
    case ItemStatus::waived:
        return "waived";
    case ItemStatus::not_applicable:
        return "not applicable";
    }
    return "open";
}

std::string sentence(std::initializer_list<std::string_view> parts) {
    std::string text;
    for (const std::string_view part : parts) text += part;
    return text;
}

std::string managers_text(const Release& release, const std::vector<std::string>& names) {
    const std::string role = release.guide().role_name("release-manager");
    return names.empty() ? role : sentence({listed(names), ", ", role});
}

Blocker manager_blocker(const Release& release, std::string_view rule, std::string_view item, std::string text,
                        std::string_view fix) {
    Blocker blocker;
    blocker.rule = rule;
    blocker.item = item;
    blocker.owner.emplace_back("release-manager");
    blocker.text = std::move(text);
    blocker.who = owners_text(release, blocker.owner);
    blocker.fix = fix;
    return blocker;
}

Blocker item_blocker(const Release& release, const Item& item, std::string rule, bool requirement) {
    Blocker blocker;
    blocker.rule = std::move(rule);
    blocker.item = item.spec->key;
    // Who still has to answer; all owners where the answer itself is disputed.
    for (const SignOff& sign : item.sign_offs)
        if (!sign.done || item.disputed) blocker.owner.push_back(sign.role);
    if (blocker.owner.empty()) blocker.owner = item.spec->owners;
    blocker.text = item.spec->text + ": " + status_word(item, requirement);
    blocker.who = owners_text(release, blocker.owner);
    blocker.fix = item.disputed ? choose_one : item.spec->fix;
    if (blocker.fix.empty()) blocker.fix = requirement ? "Meet it, then mark it met." : "Do it, then sign.";
    return blocker;
}

} // namespace desk
