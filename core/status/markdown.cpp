#include "core/status/markdown.hpp"

#include "core/history/words.hpp"
#include "core/notes/markdown.hpp"
#include "core/rules/wording.hpp"
#include "core/windows/conflicts.hpp"

#include <algorithm>

namespace desk {

namespace {

// A link as it stands where nothing in it could end it or be a mark; readers of Markdown follow such a one by itself.
std::string address(std::string_view url) {
    const bool plain = std::all_of(url.begin(), url.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               std::string_view("-._~:/?#@!$&+,;=%").find(c) != std::string_view::npos;
    });
    return plain ? std::string(url) : literal_markdown(url);
}

class StatusText {
public:
    StatusText(const Release& release, const Surroundings& around)
        : release_(release), state_(release.state()), around_(around) {}

    std::string text() {
        head();
        next_step();
        items("Requirements", state_.requirements, true);
        items("Checklist", state_.checklist, false);
        votes();
        conflicts();
        return std::move(text_);
    }

private:
    void line(std::initializer_list<std::string_view> parts) {
        for (const std::string_view part : parts) text_ += part;
        text_ += '\n';
    }
    void item(std::string_view words) { line({"- ", literal_markdown(words)}); }
    void part(std::string_view title) { line({"\n## ", title, "\n"}); }

    void head() {
        const State& s = state_;
        std::string title = sentence({s.product.text.empty() ? "Unnamed product" : s.product.text,
                                      s.version.text.empty() ? "" : " ", s.version.text});
        if (!s.name.text.empty()) title += ", " + s.name.text;
        line({"# ", literal_markdown(title), "\n"});
        std::string type = s.type.text;
        for (const ReleaseTypeSpec& spec : release_.guide().types)
            if (spec.key == type) type = spec.name;
        line({"**", name_of(phase_now(s, around_)), "**", type.empty() ? "" : " · ", literal_markdown(type),
              type.empty() ? "" : " release"});
        if (s.window) window(*s.window);
        for (const Incident& incident : s.incidents)
            if (incident.open())
                line({"\n**Incident, severity ", std::to_string(incident.severity), ", ", incident.state, ":** ",
                      literal_markdown(incident.text)});
    }

    void window(const Window& window) {
        line({"\nWindow: ",
              literal_markdown(window.set() ? span_words(window, around_.now_ms) : "none, " + window.none_reason),
              window.disputed ? " (copies disagree)" : ""});
        const std::vector<Blocker> against = window_conflicts(release_, around_);
        if (!against.empty()) text_ += '\n';
        for (const Blocker& conflict : against) item(Refusal{{conflict}}.text());
    }

    void next_step() {
        const auto ways = ways_on(state_, around_);
        if (ways.empty()) return;
        const Transition& way = *ways.front();
        const Gate next = gate(release_, way.to, around_);
        part(sentence({"Next: ", name_of(next.to)}));
        if (next.open()) return item(sentence({"Nothing is missing (", owners_text(release_, way.who), ")"}));
        for (const Blocker& blocker : next.blockers) item(Refusal{{blocker}}.text());
    }

    // Who signed; why there was no need to; or whose turn it is.
    std::string behind(const Item& one, bool requirement) const {
        if (waiver_expired(one, around_.now_ms)) return ": open, the waiver has expired";
        std::string words = ": " + status_word(one, requirement);
        if (!one.reason.empty()) words += sentence({", ", one.reason});
        if (!one.approver.empty()) words += sentence({", approved by ", one.approver});
        if (!one.expires.empty()) words += sentence({", until ", one.expires});
        std::vector<std::string> by, open;
        for (const SignOff& sign : one.sign_offs) {
            if (!sign.done)
                open.push_back(sign.role);
            else if (!sign.said.empty() && std::count(by.begin(), by.end(), sign.said.back().by) == 0)
                by.push_back(sign.said.back().by);
        }
        if (one.reason.empty() && !by.empty()) words += sentence({", ", listed(by)});
        if (!one.settled() && !open.empty()) words += sentence({" (", owners_text(release_, open), ")"});
        return words;
    }

    void items(std::string_view title, const std::vector<Item>& list, bool requirement) {
        if (list.empty()) return;
        part(sentence(
            {title, ", ", std::to_string(settled_count(list, around_.now_ms)), " of ", std::to_string(list.size())}));
        for (const Item& one : list) {
            const bool settled = one.settled() && !one.disputed && !waiver_expired(one, around_.now_ms);
            line({settled ? "- [x] " : "- [ ] ", literal_markdown(one.spec->text + behind(one, requirement))});
            for (const std::string& url : one.evidence) line({"  - ", address(url)});
            if (!one.note.text.empty()) line({"  - ", literal_markdown(one.note.text)});
        }
    }

    std::string answer(const Vote& vote) const {
        static constexpr std::string_view words[] = {"no vote", "go", "no-go", "withdrawn"};
        if (vote.disputed) return "copies disagree";
        std::string text(words[static_cast<int>(vote.answer)]);
        if (vote.answer == Answer::none) return sentence({text, " (", owners_text(release_, {vote.role}), ")"});
        text += ", " + vote.said.by;
        if (!vote.reason.empty()) text += ": " + vote.reason;
        if (vote.stale()) text += ". It counts no more, what was voted on has changed";
        return text;
    }

    void votes() {
        if (state_.votes.empty()) return;
        part("Votes");
        for (const Vote& vote : state_.votes)
            item(sentence({release_.guide().role_name(vote.role), ": ", answer(vote)}));
    }

    void conflicts() {
        if (state_.conflicts.empty()) return;
        part("Copies disagree");
        for (const Conflict& conflict : state_.conflicts) {
            std::string said;
            for (const ConflictHead& head : conflict.heads) {
                const SaidWords words = said_words(release_, conflict.about, head.value, head.kind);
                said += sentence({said.empty() ? "" : "; ", head.said.by, " says ", words.short_words,
                                  words.rest.empty() ? "" : ": ", words.rest});
            }
            item(sentence(
                {register_title(release_, conflict.about), ": ", said, ". ", safe_reading(release_, conflict)}));
        }
    }

    const Release& release_;
    const State& state_;
    const Surroundings& around_;
    std::string text_;
};

} // namespace

std::string status_markdown(const Release& release, const Surroundings& around) {
    return StatusText(release, around).text();
}

} // namespace desk
