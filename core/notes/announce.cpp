#include "core/notes/announce.hpp"

#include "core/notes/commits.hpp"
#include "core/notes/markdown.hpp"
#include "core/release/registers.hpp"
#include "core/rules/wording.hpp"
#include "core/time/spoken.hpp"

#include <algorithm>

namespace desk {

namespace {

// How the release stands, for people who do not know its phases.
enum class Standing { ahead, under_way, live, going_back, taken_back, cancelled };

Standing standing_of(const State& state) {
    if (state.phase == Phase::cancelled) return Standing::cancelled;
    if (state.phase == Phase::rolling_back) return Standing::going_back;
    const bool back = std::any_of(state.way.begin(), state.way.end(),
                                  [](const PhaseChange& change) { return change.to == Phase::rolled_back; });
    if (back) return Standing::taken_back;
    if (state.phase == Phase::deploying) return Standing::under_way;
    return progress_of(state.phase) >= progress_of(Phase::monitoring) ? Standing::live : Standing::ahead;
}

std::string title_of(const State& state) {
    return as_markdown(sentence({state.product.text.empty() ? "Unnamed product" : state.product.text,
                                 state.version.text.empty() ? "" : " ", state.version.text}));
}

class Message {
public:
    Message(const Release& release, std::int32_t offset_minutes)
        : release_(release), state_(release.state()), offset_(offset_minutes), title_(title_of(release.state())) {}

    Announcement for_customers() {
        static constexpr std::string_view ends[] = {" is coming",     " is on its way",  " is here",
                                                    " is taken back", " was taken back", " is not coming"};
        line({"Hello,"});
        gap();
        line({standing_words()});
        gap();
        const std::string* summary = note("summary");
        if (summary) line({is_blank(*summary) ? "(Summary: not written yet)" : *summary});
        if (const std::string* changes = note("notable-changes"))
            section("What is new", is_blank(*changes) ? *changes : for_outsiders(*changes));
        if (const std::string* steps = note("migration-steps"); steps && !is_blank(*steps))
            section("What to do", *steps);
        notes_section("Known issues", "known-issues");
        gap();
        line({"Your ", state_.product.text.empty() ? "product" : as_markdown(state_.product.text), " team"});
        return done({title_, ends[static_cast<int>(standing_of(state_))]});
    }

    Announcement for_support() {
        line({standing_words()});
        incidents();
        notes_section("What changed", "notable-changes");
        notes_section("Known issues", "known-issues");
        notes_section("Migration steps", "migration-steps", "None");
        section("Runbooks and documentation", support_links());
        section("Rollback plan", state_.rollback_plan.text);
        if (!state_.last_good.text.empty())
            fact("Last known-good", state_.last_good.text == "first-release" ? "none, this is the first release"
                                                                             : as_markdown(state_.last_good.text));
        heading("Whom to ask");
        for (const char* role : {"support-lead", "developers", "release-manager"}) person(role);
        return done({title_, " for support"});
    }

    Announcement for_stakeholders() {
        line({standing_words()});
        incidents();
        gap();
        fact("Status", name_of(state_.phase));
        fact("Release", sentence({title_, ", ", type_name(), state_.name.text.empty() ? "" : ", ",
                                  as_markdown(state_.name.text)}));
        fact("Deployed", deployed_ms() ? time_words(*deployed_ms()) : "Not yet");
        fact("Decision", decision_words());
        notes_section("Summary", "summary");
        notes_section("Known issues", "known-issues");
        heading("People");
        for (const RoleSpec& role : release_.guide().roles) person(role.key);
        return done({title_, ": ", name_of(state_.phase)});
    }

private:
    void line(std::initializer_list<std::string_view> parts) {
        body_ += sentence(parts);
        if (body_.back() != '\n') body_ += '\n';
    }
    void gap() { body_ += '\n'; }
    void heading(std::string_view title) { line({"\n## ", title, "\n\n"}); }
    void fact(std::string_view name, std::string_view value) { line({"- ", name, ": ", value}); }
    void section(std::string_view title, std::string_view text, std::string_view nothing = "Not written yet") {
        heading(title);
        line({is_blank(text) ? nothing : text});
    }
    // Null: the guide has no such field.
    const std::string* note(const char* key) const {
        const auto found = state_.notes.find(key);
        return found == state_.notes.end() ? nullptr : &found->second.text;
    }
    void notes_section(std::string_view title, const char* key, std::string_view nothing = "Not written yet") {
        if (const std::string* text = note(key)) section(title, *text, nothing);
    }
    Announcement done(std::initializer_list<std::string_view> subject) {
        return {plain_line(sentence(subject)), std::move(body_)};
    }

    std::string time_words(std::int64_t ms) const {
        return spoken_time(civil_time(ms, offset_), std::nullopt) + " " + offset_name(offset_);
    }
    std::optional<std::int64_t> deployed_ms() const {
        std::optional<std::int64_t> last;
        for (const PhaseChange& change : state_.way)
            if (change.from == Phase::deploying && change.to == Phase::monitoring) last = change.said.at_ms;
        return last;
    }
    std::string type_name() const {
        for (const ReleaseTypeSpec& type : release_.guide().types)
            if (type.key == state_.type.text) return type.name;
        return "no type yet";
    }

    std::string standing_words() const {
        const std::string named =
            state_.name.text.empty() ? title_ : sentence({title_, ", ", as_markdown(state_.name.text), ","});
        switch (standing_of(state_)) {
        case Standing::ahead:
            if (state_.window && state_.window->set())
                return sentence({named, " is planned for ", span_words(*state_.window, 0), "."});
            return named + " is being prepared.";
        case Standing::under_way:
            return named + " is being rolled out now.";
        case Standing::live:
            return deployed_ms() ? sentence({named, " is available since ", time_words(*deployed_ms()), "."})
                                 : named + " is available.";
        case Standing::going_back:
            return named + " is being taken back: we are returning to the previous version.";
        case Standing::taken_back:
            return named + " was taken back: the previous version is in use again.";
        case Standing::cancelled:
            return named + " will not be released.";
        }
        return named;
    }

    void incidents() {
        for (const Incident& incident : state_.incidents)
            if (incident.open()) {
                gap();
                line({"An incident of severity ", std::to_string(incident.severity), " is ", incident.state, ": ",
                      as_markdown(incident.text)});
            }
    }

    // Without what is of no interest to them.
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
                if (std::find(item.spec->owners.begin(), item.spec->owners.end(), "support-lead") !=
                    item.spec->owners.end())
                    for (const std::string& url : item.evidence)
                        links += sentence({"- ", item.spec->text, ": ", url, "\n"});
        return links.empty() ? "No link yet" : links;
    }

    void person(std::string_view role) {
        const auto found = state_.people.find(std::string(role));
        if (found == state_.people.end()) return;
        fact(release_.guide().role_name(role),
             found->second.empty() ? "nobody yet" : as_markdown(listed(found->second)));
    }

    std::string decision_words() const {
        const PhaseChange* last = nullptr;
        for (const PhaseChange& change : state_.way)
            if (change.from == Phase::deciding && (change.to == Phase::approved || change.to == Phase::preparing))
                last = &change;
        if (!last) return "Not yet";
        const bool go = last->to == Phase::approved;
        const std::string& reason = go ? last->override_reason : last->reason;
        std::string words = sentence({go ? "Go" : "No-go", ", recorded by ", as_markdown(last->said.by), ", ",
                                      time_words(last->said.at_ms), reason.empty() ? "" : ": ", as_markdown(reason)});
        if (go && state_.phase == Phase::deciding) words += ". It counts no more, and is to be decided anew";
        return words;
    }

    const Release& release_;
    const State& state_;
    std::int32_t offset_;
    std::string title_, body_;
};

} // namespace

const std::vector<Audience>& announcement_audiences() {
    static const std::vector<Audience> audiences = {
        {"customers", "Customers", "support-lead", ""},
        {"support", "Support team", "support-lead", ""},
        {"internal", "Stakeholders", "project-manager", ""},
    };
    return audiences;
}

std::string_view audience_words(std::string_view key) {
    return key == "support" ? "the support team" : key == "internal" ? "stakeholders" : key;
}

Announcement announcement(const Release& release, std::string_view audience, std::int32_t offset_minutes) {
    Message message(release, offset_minutes);
    if (audience == "customers") return message.for_customers();
    return audience == "support" ? message.for_support() : message.for_stakeholders();
}

std::string mail_link(const Announcement& message) {
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
