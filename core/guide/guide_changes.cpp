#include "core/guide/guide_changes.hpp"

#include <algorithm>
#include <functional>

namespace desk {

namespace {

using Kind = GuideChange::Kind;

std::string joined(const std::vector<std::string>& words) {
    std::string text;
    for (const std::string& word : words) {
        if (!text.empty()) text += ", ";
        text += word;
    }
    return text.empty() ? "none" : text;
}

const char* stage_name(Stage stage) {
    return stage == Stage::production         ? "production"
           : stage == Stage::after_production ? "after production"
                                              : "before production";
}

class Comparison {
public:
    Comparison(const Guide& older, const Guide& newer) : older_(older), newer_(newer) {}

    std::vector<GuideChange> all() {
        compare_texts();
        compare(
            "Release types", &Guide::types, [](const auto& type) { return type.name; },
            [&](const ReleaseTypeSpec& was, const ReleaseTypeSpec& is) {
                tell("Name", was.name, is.name);
                tell("Meaning", was.text, is.text);
            });
        const auto item_text = [](const ItemSpec& item) { return item.text; };
        const auto item = [&](const ItemSpec& was, const ItemSpec& is) { compare_item(was, is); };
        compare("Pre-release requirements", &Guide::requirements, item_text, item);
        compare("Deployment checklist", &Guide::checklist, item_text, item);
        compare(
            "Roles", &Guide::roles, [](const auto& role) { return role.name; },
            [&](const RoleSpec& was, const RoleSpec& is) {
                tell("Name", was.name, is.name);
                tell("Duties", duties(was), duties(is));
            });
        compare("Rollback and incident playbook", &Guide::playbook, item_text, item);
        compare(
            "Release notes", &Guide::notes, [](const auto& field) { return field.name; },
            [&](const NotesFieldSpec& was, const NotesFieldSpec& is) {
                tell("Name", was.name, is.name);
                tell("Length", was.long_text ? "long" : "one line", is.long_text ? "long" : "one line");
            });
        return std::move(changes_);
    }

private:
    void tell(const char* what, const std::string& was, const std::string& is) {
        if (was == is) return;
        details_.push_back(std::string(what) + ": " + (was.empty() ? "none" : was) + " → " +
                           (is.empty() ? "none" : is));
    }
    void flush(Kind kind, const char* part, std::string title) {
        if (kind != Kind::changed || !details_.empty())
            changes_.push_back({kind, part, std::move(title), std::move(details_)});
        details_.clear();
    }

    void compare_texts() {
        tell("Name", older_.name, newer_.name);
        tell("Version", older_.version, newer_.version);
        tell("Purpose", older_.purpose, newer_.purpose);
        tell("Who votes", role_names(older_, older_.voters), role_names(newer_, newer_.voters));
        tell("Artifacts of the hand-off", joined(older_.artifacts), joined(newer_.artifacts));
        flush(Kind::changed, "Guide", newer_.name);
    }

    static std::string role_names(const Guide& guide, const std::vector<std::string>& keys) {
        std::vector<std::string> names;
        for (const std::string& key : keys) names.push_back(guide.role_name(key));
        return joined(names);
    }
    static std::string item_names(const Guide& guide, const std::vector<std::string>& keys) {
        std::vector<std::string> names;
        for (const std::string& key : keys) {
            const ItemSpec* item = guide.item(key);
            names.push_back(item ? item->text : key);
        }
        return joined(names);
    }
    static std::string duties(const RoleSpec& role) {
        std::vector<std::string> texts;
        for (const DutySpec& duty : role.duties) texts.push_back(duty.text);
        return joined(texts);
    }

    void compare_item(const ItemSpec& was, const ItemSpec& is) {
        tell("Text", was.text, is.text);
        tell("Owners", role_names(older_, was.owners), role_names(newer_, is.owners));
        tell("Condition", was.condition, is.condition);
        tell("After", item_names(older_, was.after), item_names(newer_, is.after));
        tell("When", stage_name(was.stage), stage_name(is.stage));
        tell("How to satisfy it", was.fix, is.fix);
    }

    // The keys that both lists have, in the order of one of them.
    template <typename Spec>
    static std::vector<std::string> shared(const std::vector<Spec>& list, const std::vector<Spec>& other) {
        std::vector<std::string> keys;
        for (const Spec& spec : list)
            if (find(other, spec.key)) keys.push_back(spec.key);
        return keys;
    }
    template <typename Spec> static const Spec* find(const std::vector<Spec>& list, const std::string& key) {
        const auto found = std::find_if(list.begin(), list.end(), [&](const Spec& spec) { return spec.key == key; });
        return found == list.end() ? nullptr : &*found;
    }

    template <typename Spec, typename Title, typename Each>
    void compare(const char* part, std::vector<Spec> Guide::*list, const Title& title, const Each& each) {
        const std::vector<Spec>&was = older_.*list, &is = newer_.*list;
        for (const Spec& spec : is) {
            const Spec* before = find(was, spec.key);
            if (before) each(*before, spec);
            flush(before ? Kind::changed : Kind::added, part, title(spec));
        }
        for (const Spec& spec : was)
            if (!find(is, spec.key)) flush(Kind::removed, part, title(spec));
        if (shared(was, is) != shared(is, was)) {
            details_.push_back("The order is another one");
            flush(Kind::changed, part, part);
        }
    }

    const Guide& older_;
    const Guide& newer_;
    std::vector<GuideChange> changes_;
    std::vector<std::string> details_;
};

} // namespace

std::vector<GuideChange> guide_changes(const Guide& older, const Guide& newer) {
    return Comparison(older, newer).all();
}

const char* name_of(GuideChange::Kind kind) {
    return kind == Kind::added ? "Added" : kind == Kind::removed ? "Removed" : "Changed";
}

} // namespace desk
