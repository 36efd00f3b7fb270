#include "core/notes/announce.hpp"

#include "core/incident/messages.hpp"
#include "core/notes/commits.hpp"
#include "core/notes/markdown.hpp"
#include "core/release/registers.hpp"
#include "core/rules/wording.hpp"
#include "core/time/spoken.hpp"

#include <algorithm>
#include <array>
#include <span>

namespace desk {

namespace {

// How the release stands, for people who do not know its phases.
enum class Standing { ahead, under_way, live, going_back, taken_back, cancelled };

Standing standing_of(const State& state) {
    if (state.phase == Phase::cancelled) return Standing::cancelled;
    if (state.phase == Phase::rolling_back) return Standing::going_back;
    if (state.was_rolled_back()) return Standing::taken_back;
    if (state.phase == Phase::deploying) return Standing::under_way;
    return progress_of(state.phase) >= progress_of(Phase::monitoring) ? Standing::live : Standing::ahead;
}

std::string title_of(const State& state) {
    return as_markdown(sentence({state.product.text.empty() ? "Unnamed product" : state.product.text,
                                 state.version.text.empty() ? "" : " ", state.version.text}));
}

// What stands in a message; each is left out where there is nothing of it, with the words before it.
enum class Say : std::uint8_t {
    standing,
    incidents,
    product,
    status,
    type,
    deployed,
    decision,
    summary,
    changes,
    news, // the changes without what is of no interest outside
    steps,
    steps_if_any,
    known,
    links,
    plan,
    last_good,
    to_ask,
    people,
};
struct Piece {
    std::string_view before;
    Say what;
};
constexpr std::array<Piece, 6> for_customers = {{
    {"Hello,\n\n", Say::standing},
    {"\n", Say::summary},
    {"\n## What is new\n\n", Say::news},
    {"\n## What to do\n\n", Say::steps_if_any},
    {"\n## Known issues\n\n", Say::known},
    {"\nThank you for using ", Say::product},
}};
constexpr std::array<Piece, 9> for_support = {{
    {"", Say::standing},
    {"\n", Say::incidents},
    {"\n## What changed\n\n", Say::changes},
    {"\n## Known issues\n\n", Say::known},
    {"\n## Migration steps\n\n", Say::steps},
    {"\n## Runbooks and documentation\n\n", Say::links},
    {"\n## Rollback plan\n\n", Say::plan},
    {"\nLast known-good: ", Say::last_good},
    {"\n## Whom to ask\n\n", Say::to_ask},
}};
constexpr std::array<Piece, 9> for_stakeholders = {{
    {"", Say::standing},
    {"\n", Say::incidents},
    {"\n- Status: ", Say::status},
    {"- Type: ", Say::type},
    {"- Deployed: ", Say::deployed},
    {"- Decision: ", Say::decision},
    {"\n## Summary\n\n", Say::summary},
    {"\n## Known issues\n\n", Say::known},
    {"\n## People\n\n", Say::people},
}};

class Message {
public:
    Message(const Release& release, std::int32_t offset_minutes)
        : release_(release), state_(release.state()), offset_(offset_minutes) {}

    std::string body(std::span<const Piece> pieces) const {
        std::string body;
        for (const Piece& piece : pieces) {
            const std::string words = say(piece.what);
            if (words.empty()) continue;
            body += sentence({piece.before, words, words.back() == '\n' ? "" : "\n"});
        }
        return body;
    }

private:
    std::string say(Say what) const {
        switch (what) {
        case Say::standing:
            return standing_words();
        case Say::incidents:
            return incident_words();
        case Say::product:
            return as_markdown(state_.product.text);
        case Say::status:
            return std::string(name_of(state_.phase));
        case Say::type:
            for (const ReleaseTypeSpec& type : release_.guide().types)
                if (type.key == state_.type.text) return type.name;
            return {};
        case Say::deployed:
            return deployed_ms() ? time_words(deployed_ms()) : "not yet";
        case Say::decision:
            return decision_words();
        case Say::summary:
            return note("summary");
        case Say::changes:
            return note(registers::commits_field);
        case Say::news:
            return for_outsiders(note(registers::commits_field));
        case Say::steps:
            return note("migration-steps");
        case Say::steps_if_any: {
            const auto found = state_.notes.find("migration-steps");
            return found == state_.notes.end() ? std::string() : found->second.text;
        }
        case Say::known:
            return note("known-issues");
        case Say::links:
            return support_links();
        case Say::plan:
            return state_.rollback_plan.text.empty() ? "Rollback plan: not written yet" : state_.rollback_plan.text;
        case Say::last_good:
            return state_.last_good.text == "first-release" ? "none, this is the first release" : state_.last_good.text;
        case Say::to_ask:
            return people(" support-lead developers release-manager ");
        case Say::people:
            return people({});
        }
        return {};
    }

    // Empty: the guide has no such field.
    std::string note(std::string_view key) const {
        for (const NotesFieldSpec& field : release_.guide().notes)
            if (field.key == key) {
                const std::string& text = state_.notes.at(field.key).text;
                if (!is_blank(text)) return text;
                return field.name.find("(if any)") != std::string::npos ? "None" : field.name + ": not written yet";
            }
        return {};
    }

    std::string time_words(std::int64_t ms) const {
        return sentence({spoken_time(civil_time(ms, offset_), std::nullopt), " ", offset_name(offset_)});
    }
    // 0: not yet.
    std::int64_t deployed_ms() const {
        std::int64_t last = 0;
        for (const PhaseChange& change : state_.way)
            if (change.from == Phase::deploying && change.to == Phase::monitoring) last = change.said.at_ms;
        return last;
    }

    std::string standing_words() const {
        static constexpr std::string_view words[] = {" is being prepared",
                                                     " is being rolled out now",
                                                     " is available",
                                                     " is being taken back: we are returning to the previous version",
                                                     " was taken back: the previous version is in use again",
                                                     " will not be released"};
        const Standing standing = standing_of(state_);
        std::string text = title_of(state_);
        if (!state_.name.text.empty()) text += sentence({", ", as_markdown(state_.name.text), ","});
        if (standing == Standing::ahead && state_.window && state_.window->set())
            text += " is planned for " + span_words(*state_.window, 0);
        else
            text += words[static_cast<int>(standing)];
        if (standing == Standing::live && deployed_ms()) text += " since " + time_words(deployed_ms());
        return text + ".";
    }

    std::string incident_words() const {
        std::string text;
        for (const Incident& incident : state_.incidents)
            if (incident.open())
                text += sentence({"An incident of severity ", std::to_string(incident.severity), " is ", incident.state,
                                  ": ", as_markdown(incident.text), "\n"});
        return text;
    }

    static std::string for_outsiders(std::string_view changes) {
        std::string kept;
        bool skip = false;
        for (const std::string_view each : text_lines(changes)) {
            const MarkdownLine read = markdown_line(each);
            if (read.kind == MarkdownLine::Kind::heading) skip = read.text == commit_group_names.back();
            if (!skip) (kept += each) += '\n';
        }
        if (is_blank(kept)) return "Nothing that you would notice";
        kept.erase(kept.find_last_not_of('\n') + 1);
        return kept;
    }

    // RC-7, RC-8: what the Support Lead has linked.
    std::string support_links() const {
        std::string links;
        for (const auto* items : {&state_.requirements, &state_.checklist})
            for (const Item& item : *items)
                if (std::count(item.spec->owners.begin(), item.spec->owners.end(), "support-lead") > 0)
                    for (const std::string& url : item.evidence)
                        links += sentence({"- ", item.spec->text, ": ", url, "\n"});
        return links.empty() ? "No link yet" : links;
    }

    // Who holds the roles with these keys (each between spaces), in the guide's order; empty: all roles.
    std::string people(std::string_view keys) const {
        std::string all;
        for (const RoleSpec& role : release_.guide().roles) {
            if (!keys.empty() && keys.find(sentence({" ", role.key, " "})) == std::string_view::npos) continue;
            const std::vector<std::string>& names = state_.people.at(role.key);
            all += sentence({"- ", role.name, ": ", names.empty() ? "nobody yet" : as_markdown(listed(names)), "\n"});
        }
        return all;
    }

    std::string decision_words() const {
        const PhaseChange* last = nullptr;
        for (const PhaseChange& change : state_.way)
            if (change.from == Phase::deciding && (change.to == Phase::approved || change.to == Phase::preparing))
                last = &change;
        if (!last) return "not yet";
        const bool go = last->to == Phase::approved;
        const std::string& reason = go ? last->override_reason : last->reason;
        return sentence(
            {go ? "Go" : "No-go", ", recorded by ", as_markdown(last->said.by), ", ", time_words(last->said.at_ms),
             reason.empty() ? "" : ": ", as_markdown(reason),
             go && state_.phase == Phase::deciding ? ". It counts no more, and is to be decided anew" : ""});
    }

    const Release& release_;
    const State& state_;
    std::int32_t offset_;
};

} // namespace

AnnouncementText announcement(const Release& release, std::string_view audience, std::int32_t offset_minutes) {
    static constexpr std::string_view ends[] = {" is coming",     " is on its way",  " is here",
                                                " is taken back", " was taken back", " is not coming"};
    const State& state = release.state();
    const bool customers = audience == "customers", support = audience == "support";
    const std::string_view end = customers ? ends[static_cast<int>(standing_of(state))]
                                 : support ? std::string_view(" for support")
                                           : name_of(state.phase);
    return {plain_line(sentence({title_of(state), customers || support ? "" : ": ", end})),
            Message(release, offset_minutes)
                .body(customers ? std::span<const Piece>(for_customers)
                      : support ? std::span<const Piece>(for_support)
                                : for_stakeholders)};
}

std::string mail_link(const AnnouncementText& message) {
    std::string link = "mailto:?subject=";
    const auto add = [&](std::string_view text) {
        constexpr std::string_view hex = "0123456789ABCDEF";
        for (const char c : text) {
            const auto byte = static_cast<unsigned char>(c);
            const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
                               c == '_' || c == '.' || c == '~';
            if (plain)
                link += c;
            else if (c == '\n')
                link += "%0D%0A";
            else
                ((link += '%') += hex[byte >> 4]) += hex[byte & 15];
        }
    };
    add(message.subject);
    link += "&body=";
    add(plain_text(message.body));
    return link;
}

std::vector<Blocker> announced_too_early(const Release& release) {
    const State& state = release.state();
    std::vector<Blocker> blockers;
    if (progress_of(state.phase) < progress_of(Phase::deploying))
        blockers.push_back(
            manager_blocker(release, "phase", registers::announce_item,
                            sentence({"Nothing of this release is in production, the phase is ", name_of(state.phase)}),
                            "Prepare the message now, and send it when the release is out."));
    if (const ItemSpec* spec = release.guide().checklist_item(registers::announce_item))
        for (const std::string& key : spec->after)
            if (const Item* before = state.item(key); before && !before->settled())
                blockers.push_back(item_blocker(release, *before, "order", false));
    return blockers;
}

} // namespace desk
