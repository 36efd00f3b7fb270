#include "ui/views/release/acts.hpp"

#include "core/commands/undo.hpp"
#include "core/history/words.hpp"
#include "core/release/registers.hpp"
#include "core/rules/wording.hpp"
#include "core/status/markdown.hpp"
#include "ui/views/release/incident.hpp"
#include "ui/views/release/item_parts.hpp"
#include "ui/views/release/next_step.hpp"
#include "ui/views/release/people.hpp"
#include "ui/views/release/window_card.hpp"

#include <algorithm>

namespace desk::ui {

namespace {

bool stops(const Transition& way) {
    return way.to == Phase::on_hold || way.to == Phase::cancelled || way.from == Phase::on_hold;
}

// What I did last in words; or why it cannot be taken back.
const ReleaseViewState::LastAct& my_last_act(const Part& p) {
    auto& kept = p.view.last_act;
    if (kept.revision == p.model.revision && kept.person == p.me()) return kept;
    kept = {p.model.revision, p.me(), {}, {}};
    if (const auto act = last_act(p.release, p.me()))
        kept.words = deed_words(p.release, *act->front());
    else
        kept.why = act.error().text;
    return kept;
}

Act undo_act(const Part& p) {
    Act act{"undo", "Undo my last change", Icon::undo};
    if (p.view.moment)
        act.why = "A moment of the past is shown";
    else if (p.me().empty())
        act.why = "Your name: not given";
    else
        act.note = my_last_act(p).words, act.why = my_last_act(p).why;
    act.run = [&p, last = act.note, why = act.why] {
        if (why.empty())
            p.act(command::Undo{}, "Taken back: " + last);
        else
            p.out.emplace_back(intent::Say{"Nothing is taken back. " + why});
    };
    return act;
}

// What the core would say to it if I asked now; nothing as long as nobody has said who they are.
std::string refusal_of(const Part& p, const Command& command) {
    if (p.me().empty()) return {};
    const auto outcome = decide(p.release, command, {"nobody", p.me(), p.model.now_ms}, p.around);
    if (outcome) return {};
    const auto& blockers = outcome.error().blockers;
    return blockers.size() == 1 ? blockers[0].text
                                : blockers[0].text + ", and " + std::to_string(blockers.size() - 1) + " more";
}

void ask_no_go(const Part& p, const Vote& vote) {
    const std::string role = p.guide().role_name(vote.role);
    p.ask({"Say no-go for " + role + "?",
           "It stands until it is withdrawn, or overridden with a reason.",
           "Say no-go",
           "Not now",
           false,
           vote.role,
           {{"Reason", "What would have to change for a go", "", true}},
           [key = vote.role](const std::vector<QuestionField>& fields) -> Command {
               return command::CastVote{key, Answer::no_go, fields[0].text};
           },
           role + " said no-go"});
}

// The same acts, said of what they are done to, and with a look at it: a refusal stands there.
void add(Acts& all, const Part& p, Acts acts, const std::string& key, const std::string& of, Section section) {
    for (Act& act : acts) {
        act.key += ":" + key;
        if (act.label.ends_with("…")) act.label.resize(act.label.size() - std::string_view("…").size());
        act.label += ": " + of;
        act.run = [&p, section, key, run = std::move(act.run)] {
            p.go(section, key);
            run();
        };
        all.push_back(std::move(act));
    }
}

} // namespace

Acts head_acts(const Part& p) {
    Acts acts;
    const bool other_guide = p.guide().digest != p.model.guide->digest && !p.ended();
    acts.push_back(
        {"export", "Export", Icon::download, {}, {}, [&p] { p.out.emplace_back(intent::Export{p.release.id()}); }});
    if (p.model.can_share)
        acts.push_back({"share", "Share link…", Icon::link, {}, {}, [&p] {
                            p.out.emplace_back(intent::ShareLink{p.release.id()});
                        }});
    acts.push_back({"copy-link", "Copy link", Icon::link, "To what is shown here", {}, [&p] {
                        p.out.emplace_back(intent::CopyLink{p.model.route});
                    }});
    if (const std::string& version = p.state().version.text; !version.empty())
        acts.push_back({"copy-version", "Copy version", Icon::copy, version, {}, [&p] {
                            p.out.emplace_back(intent::CopyText{p.state().version.text, "Version copied"});
                        }});
    acts.push_back(
        {"copy-status", "Copy status as Markdown", Icon::copy, {}, {}, [&p] {
             p.out.emplace_back(intent::CopyText{status_markdown(p.release, p.around), "Status copied as Markdown"});
         }});
    acts.push_back({"people", "Roles and people", Icon::people, {}, {}, [&p] { open_people(p); }});
    acts.push_back({"its-guide",
                    "Its guide",
                    Icon::book,
                    other_guide ? "New releases follow another one" : "",
                    {},
                    [&p, other_guide] {
                        p.out.emplace_back(
                            intent::ShowGuide{other_guide ? p.model.guide->digest : p.guide().digest, p.release.id()});
                    }});
    if (progress_of(p.phase) >= progress_of(Phase::deploying) && !p.ended())
        acts.push_back({"incident", "Open incident…", Icon::flame, {}, {}, [&p] { ask_open_incident(p); }});
    acts.push_back(undo_act(p));
    std::vector<const Transition*> ways;
    for (const Transition* way : ways_from_here(p))
        if (stops(*way)) ways.push_back(way);
    std::sort(ways.begin(), ways.end(), [](const Transition* a, const Transition* b) {
        return (a->to == Phase::cancelled) < (b->to == Phase::cancelled);
    });
    for (const Transition* way : ways)
        acts.push_back({"way:" + std::string(key_of(way->to)),
                        way->act,
                        way->to == Phase::cancelled ? Icon::cross
                        : way->to == Phase::on_hold ? Icon::pause
                                                    : Icon::arrow_right,
                        {},
                        {},
                        [&p, way] { take_way(p, *way); }});
    return acts;
}

Acts step_acts(const Part& p) {
    Acts acts;
    const NextStep step = next_step_of(p);
    if (!step.main) return acts;
    const std::size_t missing = step.gate.blockers.size();
    Act main{"step", step.main->act, Icon::arrow_right};
    if (missing > 0)
        main.why = counted(missing, "thing is missing", "things are missing");
    else if (!step.main->needs_reason)
        main.why = refusal_of(p, command::Advance{step.main->to, "", "", ""});
    main.run = [&p, step, missing] {
        if (missing == 0) return take_way(p, *step.main);
        p.view.why_open = p.view.why_focus = true;
    };
    acts.push_back(std::move(main));
    if (missing > 0)
        acts.push_back(
            {"why", "Why not?", Icon::lock, counted(missing, "thing is missing", "things are missing"), {}, [&p] {
                 p.view.why_open = p.view.why_focus = true;
             }});
    for (const Transition* way : step.others)
        if (!stops(*way))
            acts.push_back({"way:" + std::string(key_of(way->to)), way->act, Icon::arrow_right, {}, {}, [&p, way] {
                                take_way(p, *way);
                            }});
    return acts;
}

Acts item_acts(const Part& p, const Item& item) {
    Acts acts;
    const bool requirement = p.guide().requirement(item.spec->key) != nullptr;
    const auto offer = [&](const char* key, std::string label, Icon icon, std::function<void()> act) {
        acts.push_back({key, std::move(label), icon, {}, {}, std::move(act)});
    };
    const bool settled = item.settled();
    offer("sign",
          settled       ? "Take back"
          : requirement ? "Mark met"
                        : "Sign",
          settled ? Icon::undo : Icon::check, [&p, &item, settled] { sign(p, item, !settled); });
    if (item.sign_offs.size() > 1)
        for (const SignOff& one : item.sign_offs)
            offer(("sign-as-" + one.role).c_str(),
                  (one.done ? "Take back as " : "Sign as ") + p.guide().role_name(one.role),
                  one.done ? Icon::undo : Icon::check, [&p, &item, &one] { sign(p, item, !one.done, {one.role}); });
    if (requirement && item.status != ItemStatus::waived)
        offer("waive", "Waive…", Icon::skip, [&] { ask_waiver(p, item); });
    if (item.spec->key == registers::window_item && !p.ended())
        offer("window", "Set window…", Icon::clock, [&] { ask_window(p); });
    if (!item.spec->condition.empty() && item.status != ItemStatus::not_applicable)
        offer("not-applicable", "Not applicable…", Icon::not_applicable, [&] { ask_not_applicable(p, item); });
    offer("evidence", "Add evidence…", Icon::link, [&] { ask_evidence(p, item); });
    offer("note", "Note…", Icon::pencil, [&] { ask_note(p, item); });
    for (const std::string& url : item.evidence)
        offer(("drop-" + url).c_str(), "Remove " + link_words(url), Icon::cross, [&p, &item, &url] {
            p.act(command::DropEvidence{item.spec->key, url}, "Evidence removed",
                  command::AddEvidence{item.spec->key, url});
        });
    return acts;
}

Acts vote_acts(const Part& p, const Vote& vote) {
    Acts acts;
    const bool open = p.phase == Phase::deciding || p.phase == Phase::approved;
    if (!open || !(p.hold(vote.role) || p.me().empty())) return acts;
    const std::string role = p.guide().role_name(vote.role);
    const auto cast = [&p, &vote](Answer answer, std::string done) {
        p.act(command::CastVote{vote.role, answer, ""}, std::move(done));
    };
    if (!vote.counts_as_go())
        acts.push_back({"go", "Go", Icon::check, {}, {}, [cast, role] { cast(Answer::go, role + " said go"); }});
    acts.push_back({"no-go", "No-go", Icon::cross, {}, {}, [&p, &vote] { ask_no_go(p, vote); }});
    if (vote.answer == Answer::go || vote.answer == Answer::no_go)
        acts.push_back({"withdraw", "Withdraw", Icon::none, {}, {}, [cast, role] {
                            cast(Answer::withdrawn, role + " withdrew the vote");
                        }});
    return acts;
}

Acts release_acts(const Part& p) {
    Acts acts = step_acts(p);
    for (Act& act : head_acts(p)) acts.push_back(std::move(act));
    for (const Vote& vote : p.state().votes)
        add(acts, p, vote_acts(p, vote), vote.role, p.guide().role_name(vote.role), Section::decision);
    if (p.ended()) return acts;
    const auto items = [&](const std::vector<Item>& list, Section section) {
        for (const Item& item : list) {
            Acts own = item_acts(p, item);
            own.front().why = refusal_of(p, command::Sign{item.spec->key, {}, !item.settled(), {}, {}});
            add(acts, p, std::move(own), item.spec->key, item.spec->text, section);
        }
    };
    items(p.state().requirements, Section::readiness);
    items(p.state().checklist, Section::checklist);
    return acts;
}

} // namespace desk::ui
