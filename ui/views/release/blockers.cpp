#include "ui/views/release/blockers.hpp"

#include "core/notes/ask.hpp"
#include "ui/views/release/people.hpp"
#include "ui/views/release/pointed.hpp"

#include <algorithm>

namespace desk::ui {

namespace {

// The first of its roles that nobody holds; empty if all are held.
std::string vacant_role(const Part& p, const Blocker& blocker) {
    const auto found = std::find_if(blocker.owner.begin(), blocker.owner.end(), [&](const std::string& role) {
        return p.guide().role(role) && p.people_of(role).empty();
    });
    return found == blocker.owner.end() ? std::string() : *found;
}

// It is due from people, and not from me.
bool somebody_else(const Part& p, const Blocker& blocker) {
    bool anybody = false;
    for (const std::string& role : blocker.owner) {
        if (p.hold(role)) return false;
        anybody |= !p.people_of(role).empty();
    }
    return anybody && !p.me().empty();
}

struct Where {
    bool known = false;
    bool people = false;
    Section section = Section::overview;
};

Where where_of(const Part& p, const Blocker& blocker) {
    const std::string& rule = blocker.rule;
    const auto is = [&](std::initializer_list<std::string_view> rules) {
        return std::find(rules.begin(), rules.end(), rule) != rules.end();
    };
    if (is({"requirements"})) return {true, false, Section::readiness};
    if (is({"checklist", "smoke-tests"})) return {true, false, Section::checklist};
    if (is({"votes", "freeze"}) || rule.compare(0, 6, "window") == 0) return {true, false, Section::decision};
    if (is({"rollback-plan", "last-known-good", "rollback-target", "type", "product", "name", "version",
            "critical-issue", "version-type"}))
        return {true, false, Section::overview};
    if (is({"incident", "rollback-executed", "rollback-verified"})) return {true, false, Section::incident};
    if (is({"hand-off", "artifacts", "participants", "actions", "post-incident-retro"}))
        return {true, false, Section::hand_off};
    if (is({"roll-forward-only"})) return {true, false, Section::overview};
    if (is({"release-manager", "who", "role"})) return {true, true, p.model.route.section};
    return {};
}

Icon icon_of(const Part& p, const Blocker& blocker, StatusKind& kind) {
    kind = StatusKind::open;
    const Item* item = p.state().item(blocker.item);
    const Vote* vote = blocker.rule == "votes" ? p.state().vote(blocker.item) : nullptr;
    if (blocker.rule == "conflict" || (item && item->disputed) || (vote && vote->disputed)) {
        kind = StatusKind::conflict;
        return Icon::conflict;
    }
    if (vote && vote->stale()) {
        kind = StatusKind::warning;
        return Icon::history;
    }
    if (vote && vote->answer == Answer::no_go) {
        kind = StatusKind::blocked;
        return Icon::cross;
    }
    if (item && item->status == ItemStatus::partial) {
        kind = StatusKind::active;
        return Icon::half;
    }
    if (blocker.rule == "window") return Icon::clock;
    return vote ? Icon::clock : Icon::circle;
}

void lay_blocker(const Part& p, Stack& s, const Blocker& blocker) {
    StatusKind kind{};
    const Icon sign = icon_of(p, blocker, kind);
    if (s.draw) icon(p.ui, {s.box.x, s.box.y, 16, 20}, sign, p.ui.theme->status(kind).text);
    s.box.x += 24, s.box.w -= 24;
    s.wrapped(blocker.text, {}, 0);
    const LinkOptions small{.size = TextSize::small};
    struct Way {
        const char* id;
        const char* label;
        enum Kind { assign, go, ask } kind;
    };
    std::vector<Way> ways;
    if (!vacant_role(p, blocker).empty() || where_of(p, blocker).people)
        ways.push_back({"assign", "Assign", Way::assign});
    if (const Where where = where_of(p, blocker); where.known && !where.people)
        ways.push_back({"go", "Go there", Way::go});
    if (somebody_else(p, blocker)) ways.push_back({"ask", "Ask", Way::ask});

    const TextStyle quiet{.size = TextSize::small, .colour = p.ui.theme->muted};
    float ways_width = 0;
    for (const Way& way : ways) ways_width += link_width(p.ui, way.label, small) + 12;
    const auto lay_links = [&](Rect line) {
        for (const Way& way : ways) {
            const Rect target = line.cut_left(link_width(p.ui, way.label, small), 12);
            const std::string name = std::string(way.label) + ": " + blocker.text;
            LinkOptions options = small;
            options.name = name;
            if (!link(p.ui, target, way.id, way.label, options)) continue;
            if (way.kind == Way::assign) open_people(p, vacant_role(p, blocker));
            if (way.kind == Way::go) show_blocker(p, blocker);
            if (way.kind == Way::ask) {
                const AnnouncementText message = ask_for(p.release, blocker);
                p.out.push_back(
                    intent::CopyText{message.subject + "\n\n" + message.body, "A message that asks for it is copied"});
            }
        }
    };
    // The ways stand at the right of who owns it, or under all of it where there is no room beside.
    const bool beside = text_width(p.ui, blocker.who, TextSize::small) + ways_width <= s.box.w;
    if (beside) {
        Rect line = s.take(blocker.who.empty() && ways.empty() ? 0 : 16);
        if (s.draw) {
            if (!blocker.who.empty()) text(p.ui, line, blocker.who, quiet);
            if (!ways.empty()) lay_links(line.cut_right(ways_width - 12));
        }
    } else {
        s.wrapped(blocker.who, quiet);
    }
    s.wrapped(blocker.fix, quiet);
    if (!beside && !ways.empty()) {
        s.gap(4);
        const Rect line = s.take(16);
        if (s.draw) lay_links(line);
    }
    s.box.x -= 24, s.box.w += 24;
}

} // namespace

bool can_show(const Part& p, const Blocker& blocker) { return where_of(p, blocker).known; }

void show_blocker(const Part& p, const Blocker& blocker) {
    const Where where = where_of(p, blocker);
    if (!where.known) return;
    if (where.people) {
        open_people(p, vacant_role(p, blocker));
        return;
    }
    // What it is about, if that stands there under its own name, or that of the rule.
    for (const std::string& thing : {blocker.item, blocker.rule})
        if (stands_in(p.release, where.section, thing)) return p.go(where.section, thing);
    p.go(where.section, blocker.rule == "smoke-tests" && p.state().item("deploy-staging")        ? "deploy-staging"
                        : where.section == Section::decision                                     ? "window"
                        : blocker.rule == "rollback-plan"                                        ? "rollback:plan"
                        : blocker.rule == "last-known-good" || blocker.rule == "rollback-target" ? "rollback:last-good"
                        : blocker.rule == "roll-forward-only" ? "rollback:irreversible"
                                                              : "");
}

void lay_blockers(const Part& p, Stack& s, const std::vector<Blocker>& blockers) {
    const auto lay = [&](Stack& inner) {
        for (std::size_t i = 0; i < blockers.size(); ++i) {
            IdScope scope(static_cast<int>(i));
            if (i > 0 && inner.draw) hairline(p.ui, inner.box.x - 12, inner.box.y, inner.box.w + 24);
            inner.gap(8);
            Stack one(p.ui, inner.box, false);
            lay_blocker(p, one, blockers[i]);
            const Rect row = inner.take(one.height(), 8);
            if (!inner.draw) continue;
            begin_group(p.ui, Role::list_item, "blocker", blockers[i].text, row);
            Stack real(p.ui, row, true);
            lay_blocker(p, real, blockers[i]);
            end_group(p.ui);
        }
    };
    Stack measure(p.ui, {0, 0, s.box.w - 24, 0}, false);
    lay(measure);
    const Rect box = s.take(measure.box.y, 8);
    if (!s.draw) return;
    begin_group(p.ui, Role::list, "missing", "What is missing", box);
    fill(p.ui, box, p.ui.theme->background, metrics::radius_card);
    outline(p.ui, box, p.ui.theme->border, metrics::radius_card);
    Stack inside(p.ui, box.inset(12, 0), true);
    lay(inside);
    end_group(p.ui);
}

} // namespace desk::ui
