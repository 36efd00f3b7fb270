#include "core/history/words.hpp"

#include "core/release/heads.hpp"
#include "core/release/phase.hpp"
#include "core/release/windows.hpp"

#include <array>
#include <utility>

namespace desk {

namespace {

// "item:backup:qa" in its parts; the last one keeps what colons it has.
struct About {
    std::string first, second, third;
    explicit About(std::string_view about) {
        const auto one = about.find(':');
        first = about.substr(0, one);
        if (one == std::string_view::npos) return;
        about.remove_prefix(one + 1);
        const auto two = about.find(':');
        second = about.substr(0, two);
        if (two != std::string_view::npos) third = about.substr(two + 1);
    }
    bool is(std::string_view what) const { return first == what; }
    // Without the incident to which a playbook step belongs.
    std::string item() const { return second.substr(0, second.find('@')); }
    // "sent" of "incident:~i1:sent:customers:~m1"
    std::string part() const { return third.substr(0, third.find(':')); }
    std::string rest() const {
        const auto colon = third.find(':');
        return colon == std::string::npos ? std::string() : third.substr(colon + 1);
    }
};

constexpr std::array<std::pair<std::string_view, std::string_view>, 10> plain_fields = {{
    {"guide", "Guide"},
    {"product", "Product"},
    {"name", "Name"},
    {"version", "Version"},
    {"type", "Type"},
    {"critical-issue", "Critical issue"},
    {"lead-time:start", "Oldest commit"},
    {"phase", "Phase"},
    {"window", "Deployment window"},
    {"release", "Release"},
}};

std::string item_text(const Release& release, const std::string& key) {
    const ItemSpec* spec = release.guide_of_item(key).item(key);
    return spec ? spec->text : key;
}

std::string notes_name(const Release& release, const std::string& key) {
    for (const NotesFieldSpec& field : release.guide().notes)
        if (field.key == key) return field.name;
    return key;
}

std::string phase_word(const Value& value, const char* key) {
    const auto phase = phase_from(value.text(key));
    return phase ? std::string(name_of(*phase)) : value.text(key);
}

std::string with_reason(std::string words, const std::string& reason) {
    return reason.empty() ? words : words + ": " + reason;
}

std::string window_words(const Value& value) {
    if (const std::string none = value.text("none"); !none.empty()) return "no window";
    return value.is_object() ? span_words(span_of(value), 0) : "not set"; // with the year: what is told may be old
}

std::string answer_words(const Release& release, const About& about, const Value& value) {
    const bool met = release.guide_of_item(about.item()).requirement(about.item()) != nullptr;
    if (!about.third.empty()) {
        const bool done = value.text() == "done";
        return met ? (done ? "met" : "not met") : (done ? "done" : "not done");
    }
    const std::string is = value.text("is");
    return is == "waived" ? "waived" : is == "na" ? "not applicable" : "applies";
}

std::string vote_word(const Value& value) {
    const std::string word = value.text("vote");
    return word.empty() ? "withdrawn" : word;
}

// "OctoAcme guide, version 2"; its digest where this copy does not have it.
std::string guide_words(const Release& release, const Value& value) {
    const std::string digest = value.text("guide");
    if (digest.empty()) return "the guide of the beginning";
    const Guide* guide = release.guide_named(digest);
    return guide ? guide->title() : "guide " + digest;
}

std::string report_name(const std::string& key) {
    for (const ReportField& field : report_fields)
        if (field.key == key) return std::string(field.name);
    return key;
}

std::string incident_title(const About& about) {
    const std::string part = about.part();
    if (part.empty()) return "Incident";
    if (part == "severity") return "Severity of the incident";
    if (part == "started") return "When the incident began";
    if (part == "report") return "Incident report, " + report_name(about.rest());
    if (part == "log") return "Timeline entry";
    if (part == "sent") return "Message to " + about.rest().substr(0, about.rest().find(':'));
    return "State of the incident";
}

std::string retro_title(const Release& release, const About& about) {
    if (about.second == "artifact") return "Hand-off, " + Guide::artifact_name(about.third);
    if (about.second == "participant")
        return "Participant for " + release.guide().role_name(about.part()) + ": " + about.rest();
    if (about.second == "excused") return release.guide().role_name(about.third) + " at the retrospective";
    if (about.second == "action") return "Action item";
    if (about.second == "proposal") return "Proposed change of the guide";
    return "Retrospective";
}

} // namespace

std::string register_title(const Release& release, std::string_view name) {
    for (const auto& [key, words] : plain_fields)
        if (key == name) return std::string(words);
    const About about(name);
    const Guide& guide = about.is("item") ? release.guide_of_item(about.item()) : release.guide();
    if (about.is("item"))
        return item_text(release, about.item()) + (about.third.empty() || guide.item(about.item()) == nullptr ||
                                                           guide.item(about.item())->owners.size() < 2
                                                       ? ""
                                                       : ", signed by " + guide.role_name(about.third));
    if (about.is("note")) return "Note on " + item_text(release, about.item());
    if (about.is("evidence")) return "Evidence of " + item_text(release, about.item());
    if (about.is("vote")) return guide.role_name(about.second) + "'s vote";
    if (about.is("role")) return about.third + " as " + guide.role_name(about.second);
    if (about.is("notes")) return notes_name(release, about.second);
    if (about.is("sent")) return "Announcement to " + about.second;
    if (name == "rollback:plan") return "Rollback plan";
    if (name == "rollback:last-good") return "Last known-good release";
    if (name == "rollback:verified") return "Version verified live";
    if (name == "rollback:irreversible") return "Whether it can be rolled back";
    if (about.is("incident")) return incident_title(about);
    if (about.is("freeze")) return "Freeze";
    if (name == "retro:hand-off") return "Hand-off";
    if (about.is("retro")) return retro_title(release, about);
    return std::string(name);
}

SaidWords said_words(const Release& release, std::string_view name, const Value& value, std::string_view kind) {
    const About about(name);
    if (about.is("item")) return {answer_words(release, about, value), value.text("reason")};
    if (about.is("vote")) return {vote_word(value), value.text("reason")};
    if (about.is("phase")) return {phase_word(value, "to"), value.text("reason")};
    if (about.is("window")) return {window_words(value), value.text("none")};
    if (about.is("guide")) return {guide_words(release, value), {}};
    if (about.is("freeze"))
        return kind == "drop" ? SaidWords{"lifted", {}}
                              : SaidWords{"holds, " + window_words(value), value.text("reason")};
    if (about.is("role")) return {kind == "drop" ? "no longer" : "holds the role", {}};
    if (kind == "drop") return {"removed", {}};
    if (name == "rollback:last-good" && value.text() == "first-release") return {"first release", {}};
    if (const auto number = value.number()) return {std::to_string(*number), {}};
    if (kind == "set" && value.is_null()) return {"removed", {}};
    if (const std::string none = value.text("none"); !none.empty()) return {"none", none};
    if (about.is("retro") && about.second == "action")
        return {"set", value.text("text") + " (" + (value.text("owner").empty() ? "no owner" : value.text("owner")) +
                           (value.text("due").empty() ? ", no date)" : ", due " + value.text("due") + ")")};
    const std::string text = value.text();
    if (text.empty())
        return {value.is_text() ? "nothing"
                : kind == "add" ? "added"
                                : "set",
                value.is_object() ? value.text("text") : ""};
    const bool long_text = text.size() > 32 || text.find('\n') != std::string::npos;
    return long_text ? SaidWords{std::string(this_text), text} : SaidWords{text, {}};
}

std::string in_full(const SaidWords& said) {
    if (said.rest.empty()) return said.short_words;
    for (const std::string_view word : {this_text, std::string_view("set"), std::string_view("added")})
        if (said.short_words == word) return said.rest;
    return said.short_words + ": " + said.rest;
}

std::string unsaid_words(std::string_view name) {
    const About about(name);
    if (about.is("item")) return about.third.empty() ? "applies" : "open";
    if (about.is("vote")) return "no vote";
    if (about.is("phase")) return std::string(name_of(Phase::draft));
    if (about.is("role")) return "not assigned";
    const bool listed =
        about.is("evidence") || about.is("freeze") ||
        (about.is("incident") && (about.part().empty() || about.part() == "log" || about.part() == "sent")) ||
        (about.is("retro") && (about.second == "participant" || about.second == "action"));
    return listed ? "none" : "not set";
}

std::string safe_reading(const Release& release, const Conflict& conflict) {
    const About about(conflict.about);
    if (about.is("item"))
        return release.guide_of_item(about.item()).requirement(about.item()) ? "Until then it counts as open."
                                                                             : "Until then it counts as not done.";
    if (about.is("vote")) return "Until then it counts as no-go.";
    if (about.is("phase")) return "Until then the earlier phase holds.";
    if (about.is("freeze")) return "Until then the freeze holds.";
    if (about.is("guide")) return "Until then the guide before them holds, and no gate opens.";
    return conflict.heads.size() > 2 ? "Until then the earliest one is shown." : "Until then the earlier one is shown.";
}

namespace {

std::string item_deed(const Release& release, const About& about, const Value& value) {
    const std::string title = item_text(release, about.item());
    const bool requirement = release.guide_of_item(about.item()).requirement(about.item()) != nullptr;
    if (!about.third.empty()) {
        const bool done = value.text() == "done";
        if (requirement) return (done ? "said met: " : "said not met: ") + title;
        const ItemSpec* spec = release.guide_of_item(about.item()).item(about.item());
        const std::string role =
            spec && spec->owners.size() > 1 ? " for " + release.guide().role_name(about.third) : std::string();
        return (done ? "signed" : "took the signature back") + role + ": " + title;
    }
    const std::string is = value.text("is");
    if (is == "waived") return "waived: " + title;
    if (is == "na") return "said not applicable: " + title;
    return "said it applies: " + title;
}

std::string incident_deed(const About& about, const Op& op) {
    const std::string part = about.part();
    const bool drop = op.kind == "drop";
    if (part.empty()) return drop ? "took the incident back" : "opened an incident: " + op.value.text("text");
    if (part == "severity") return "set the severity to " + std::to_string(op.value.number().value_or(0));
    if (part == "started") return "said when the incident began";
    if (part == "report") return "wrote the incident report: " + report_name(about.rest());
    if (part == "log") return drop ? "removed a timeline entry" : "noted: " + op.value.text("text");
    if (part == "sent") {
        const std::string audience = about.rest().substr(0, about.rest().find(':'));
        return (drop ? "took back that a message was sent to " : "sent a message to ") + audience;
    }
    if (op.value.text() == "resolved") return "resolved the incident";
    return op.value.text() == "mitigated" ? "said that the incident is mitigated" : "reopened the incident";
}

std::string retro_deed(const Release& release, const About& about, const Op& op) {
    const bool drop = op.kind == "drop";
    const Value& value = op.value;
    if (about.second == "hand-off") return value.is_null() ? "took the hand-off back" : "handed off";
    if (about.second == "artifact") {
        const std::string name = Guide::artifact_name(about.third);
        if (value.is_null()) return "removed from the hand-off: " + name;
        return value.is_text() ? "attached to the hand-off: " + name
                               : with_reason("said that there is none: " + name, value.text("none"));
    }
    if (about.second == "participant")
        return (drop ? "removed a participant: " : "recorded a participant: ") + about.rest() + ", " +
               release.guide().role_name(about.part());
    if (about.second == "excused")
        return value.text().empty() ? "expects " + release.guide().role_name(about.third) + " at the retrospective"
                                    : with_reason("excused " + release.guide().role_name(about.third), value.text());
    if (about.second == "action")
        return value.is_null() ? "removed an action item" : "wrote an action item: " + value.text("text");
    if (about.second == "proposal") return with_reason("proposed a change of the guide", value.text());
    return "wrote for the retrospective";
}

std::string phase_deed(const Value& value) {
    const auto from = phase_from(value.text("from")), to = phase_from(value.text("to"));
    const std::string reason = value.text("reason");
    if (!from || !to) return "changed the phase";
    if (*to == Phase::on_hold) return with_reason("put the release on hold", reason);
    if (*to == Phase::cancelled) return with_reason("cancelled the release", reason);
    if (*from == Phase::on_hold) return with_reason("resumed the release", reason);
    if (*from == Phase::deciding && *to == Phase::approved) return with_reason("recorded go", value.text("override"));
    if (*from == Phase::deciding && *to == Phase::preparing) return with_reason("recorded no-go", reason);
    if (*from == Phase::rolling_back && *to == Phase::monitoring) return with_reason("chose to fix forward", reason);
    return "moved the release to " + std::string(name_of(*to));
}

} // namespace

std::string deed_words(const Release& release, const Op& op) {
    const About about(op.about);
    const Value& value = op.value;
    const bool drop = op.kind == "drop";
    if (!op.known()) return "did what this version does not know";
    if (op.kind == "create") return "created the release";
    if (about.is("guide")) return "adopted " + guide_words(release, value);
    if (about.is("item")) return item_deed(release, about, value);
    if (about.is("phase")) return phase_deed(value);
    if (about.is("vote"))
        return (vote_word(value) == "withdrawn" ? "withdrew the vote of " : "said " + vote_word(value) + " for ") +
               release.guide().role_name(about.second);
    if (about.is("role"))
        return (drop ? "took " + about.third + " off " : "assigned " + about.third + " to ") +
               release.guide().role_name(about.second);
    if (about.is("evidence"))
        return (drop ? "removed evidence: " : "added evidence: ") + item_text(release, about.item());
    if (about.is("note")) return "noted on " + item_text(release, about.item()) + ": " + value.text();
    if (about.is("notes")) return "wrote the release notes: " + notes_name(release, about.second);
    if (about.is("sent"))
        return (drop ? "took back that the release was announced to " : "announced the release to ") + about.second;
    if (op.about == "rollback:plan") return "changed the rollback plan";
    if (op.about == "rollback:last-good")
        return value.text() == "first-release" ? "said that this is the first release"
                                               : "named " + value.text() + " as last known-good";
    if (op.about == "rollback:verified") return "verified " + value.text() + " live";
    if (about.is("window")) return with_reason("set the deployment window: " + window_words(value), value.text("none"));
    if (about.is("freeze"))
        return drop ? "lifted a freeze" : "recorded a freeze: " + value.text("reason") + ", " + window_words(value);
    if (op.about == "rollback:irreversible")
        return value.text().empty() ? "said that it can be rolled back" : "said roll forward only: " + value.text();
    if (about.is("incident")) return incident_deed(about, op);
    if (about.is("retro")) return retro_deed(release, about, op);
    if (op.about == "lead-time:start")
        return value.text().empty() ? "took the time of the oldest commit back"
                                    : "said that its oldest commit is of " + value.text();
    if (op.about == "critical-issue") return "linked the critical issue " + value.text();
    return "set the " + op.about + " to " + value.text();
}

} // namespace desk
