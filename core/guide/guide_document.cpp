#include "core/guide/guide_document.hpp"

namespace desk {

namespace {

std::string joined(const std::vector<std::string>& words, const char* between) {
    std::string text;
    for (const std::string& word : words) {
        if (!text.empty()) text += between;
        text += word;
    }
    return text;
}

std::string names_of(const Guide& guide, const std::vector<std::string>& roles, const char* between) {
    std::vector<std::string> names;
    for (const std::string& role : roles) names.push_back(guide.role_name(role));
    return joined(names, between);
}

GuideSection items_section(const Guide& guide, const char* title, const char* intro,
                           const std::vector<ItemSpec>& items) {
    GuideSection section{title, intro, {}};
    for (const ItemSpec& item : items)
        section.lines.push_back({"", item.text, item.condition, names_of(guide, item.owners, " + "), item.key});
    return section;
}

GuideSection roles_section(const Guide& guide) {
    GuideSection section{"Release coordination roles", "", {}};
    std::vector<std::string> others;
    for (const RoleSpec& role : guide.roles) {
        std::vector<std::string> duties;
        for (const DutySpec& duty : role.duties) duties.push_back(duty.text);
        if (duties.empty())
            others.push_back(role.name);
        else
            section.lines.push_back({role.name, joined(duties, "; "), "", "", ""});
    }
    if (!others.empty()) section.lines.push_back({"Also", joined(others, ", "), "", "", ""});
    return section;
}

GuideSection decision_section(const Guide& guide) {
    GuideSection section{"Go/no-go", "", {}};
    if (!guide.voters.empty())
        section.lines.push_back(
            {"Votes", "Every one of these says go: " + names_of(guide, guide.voters, ", "), "", "", ""});
    section.lines.push_back({"Decision", "Coordinated and recorded", "", guide.role_name("release-manager"), ""});
    return section;
}

GuideSection hand_off_section(const Guide& guide) {
    std::string artifacts = joined(guide.artifacts, ", ");
    for (char& c : artifacts)
        if (c == '-') c = ' ';
    GuideSection section{"Handoff to retrospective", "", {}};
    section.lines.push_back(
        {"From", guide.role_name("release-manager") + " confirms the deployment is stable", "", "", ""});
    section.lines.push_back({"To", guide.role_name("scrum-master") + ", for retrospective facilitation", "", "", ""});
    if (!artifacts.empty()) section.lines.push_back({"Artifacts", artifacts, "", "", ""});
    section.lines.push_back({"Participants", "All project roles, for lessons learned", "", "", ""});
    return section;
}

} // namespace

std::vector<GuideSection> guide_document(const Guide& guide) {
    std::vector<GuideSection> sections;
    if (!guide.purpose.empty()) sections.push_back({"Purpose", guide.purpose, {}});
    GuideSection types{"Release types", "", {}};
    for (const ReleaseTypeSpec& type : guide.types) types.lines.push_back({type.name, type.text, "", "", ""});
    sections.push_back(std::move(types));
    sections.push_back(items_section(guide, "Pre-release requirements", "", guide.requirements));
    sections.push_back(items_section(guide, "Deployment checklist", "", guide.checklist));
    sections.push_back(decision_section(guide));
    sections.push_back(roles_section(guide));
    if (!guide.playbook.empty())
        sections.push_back(items_section(guide, "Rollback and incident playbook",
                                         "If a deployment fails or causes a critical issue:", guide.playbook));
    sections.push_back(hand_off_section(guide));
    GuideSection notes{"Release notes template", "", {}};
    for (const NotesFieldSpec& field : guide.notes) notes.lines.push_back({"", field.name, "", "", ""});
    sections.push_back(std::move(notes));
    return sections;
}

std::string guide_markdown(const Guide& guide) {
    std::string out = "# " + guide.title() + "\n";
    for (const GuideSection& section : guide_document(guide)) {
        out += "\n## " + section.title + "\n";
        if (!section.intro.empty()) out += section.intro + "\n";
        for (const GuideLine& line : section.lines) {
            const bool tick = !line.item.empty() && guide.checklist_item(line.item);
            out += tick ? "- [ ] " : "- ";
            if (!line.lead.empty()) out += "**" + line.lead + "**: ";
            out += line.text;
            if (!line.aside.empty()) out += " (" + line.aside + ")";
            if (!line.who.empty()) out += " — " + line.who;
            out += "\n";
        }
    }
    return out;
}

} // namespace desk
