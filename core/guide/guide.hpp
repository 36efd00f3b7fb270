// A release guide as data. The OctoAcme guide is one such file, embedded at build; a team's own guide
// goes through the same parser. Format "octoacme-guide/1".
#pragma once

#include <tl/expected.hpp>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace desk {

// A duty of a role (RC-1 … RC-11), and when it is due: while one of these holds. core/roles/duties.hpp reads them.
//   item:<key>   that item is open, its turn has come, and the role owns it
//   phase:<key>  the release is in that phase
//   vote         the role's vote is awaited
//   incident     an incident is open
//   next-step    the release may move on, and the role is the one to record it
//   window       the release waits for a deployment window, or has one that is still to come
struct DutySpec {
    std::string text;              // "Deploy code"
    std::vector<std::string> when; // empty: always
};

struct RoleSpec {
    std::string key;              // "release-manager"
    std::string name;             // "Release Manager"
    std::vector<DutySpec> duties; // may be empty
};

struct ReleaseTypeSpec {
    std::string key;  // patch, minor, major
    std::string name; // "Minor"
    std::string text; // "incremental features and improvements"
};

// When a checklist item is due, by phase.
enum class Stage { before_production, production, after_production };

// A pre-release requirement, checklist item or playbook step.
struct ItemSpec {
    std::string key;                 // stable slug
    std::string text;                // the guide's sentence, short
    std::vector<std::string> owners; // role keys; two owners both sign
    std::string condition;           // "if needed", "if applicable", or empty: only then may it be "not applicable"
    std::vector<std::string> after;  // item keys which come first. Advice, unless the phase makes it a rule
    std::string fix;                 // how to satisfy it: the third part of a refusal
    Stage stage = Stage::before_production; // checklist only
};

struct NotesFieldSpec {
    std::string key;  // "summary"
    std::string name; // "Summary"
    bool long_text = true;
};

struct Guide {
    std::string name;    // "OctoAcme guide"
    std::string version; // "1"
    std::string purpose; // a sentence or two; may be empty
    std::vector<ReleaseTypeSpec> types;
    std::vector<RoleSpec> roles;
    std::vector<ItemSpec> requirements;
    std::vector<ItemSpec> checklist;
    std::vector<ItemSpec> playbook;
    std::vector<std::string> voters; // role keys whose go is required
    std::vector<NotesFieldSpec> notes;
    std::vector<std::string> artifacts; // of the hand-off: "release-metrics", "incident-reports", "customer-feedback"

    std::string text;   // the whole guide as one canonical JSON line: what files and stores carry
    std::string digest; // short_digest(text): names this guide

    std::string title() const { return name + ", version " + version; }
    const RoleSpec* role(std::string_view key) const;
    std::string role_name(std::string_view key) const; // the key itself if unknown
    static std::string artifact_name(std::string key); // "Customer feedback" of "customer-feedback"
    // Roles that the requirements, the checklist and the decision need, in the guide's order.
    std::vector<std::string> required_roles() const;
    const ItemSpec* requirement(std::string_view key) const;
    const ItemSpec* checklist_item(std::string_view key) const;
    const ItemSpec* item(std::string_view key) const; // of any of the three lists
};

// The message names the first thing that is wrong and where ("requirements[3].owners[0]: no role \"qa2\"");
// core/guide/guide_check.hpp tells all of them, with their lines.
tl::expected<Guide, std::string> parse_guide(std::string_view json_text);

// Is the text meant to be a guide, whatever may be wrong with it? It names the format near its beginning.
bool is_guide_file(std::string_view bytes);

// The guide's text for people who change it: a value a line, indented by two.
std::string indented(std::string_view json_text);

// The guide that is built in: OctoAcme's.
const std::string& octoacme_guide_text();
const std::shared_ptr<const Guide>& octoacme_guide();

} // namespace desk
