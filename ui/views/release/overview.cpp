#include "ui/views/release/overview.hpp"

#include "ui/views/release/activity.hpp"
#include "ui/views/release/blockers.hpp"
#include "ui/views/release/draft_field.hpp"
#include "ui/views/release/people.hpp"

#include <algorithm>

namespace desk::ui {

namespace {

bool mine(const Part& p, const Blocker& blocker) {
    return std::any_of(blocker.owner.begin(), blocker.owner.end(),
                       [&](const std::string& role) { return p.hold(role); });
}

float missing_height(const Part& p, const Blocker& blocker, float width) {
    return wrapped_height(p.ui, blocker.text, width) +
           wrapped_height(p.ui, blocker.who.empty() ? blocker.fix : blocker.who + ". " + blocker.fix, width,
                          TextSize::small) +
           12;
}

// Rows that lead to where it can be done; mine first.
void draw_missing(const Part& p, Rect& body, const NextStep& step) {
    if (!step.main) return;
    std::vector<const Blocker*> rows;
    for (const Blocker& blocker : step.gate.blockers)
        if (mine(p, blocker)) rows.push_back(&blocker);
    const std::size_t own = rows.size();
    for (const Blocker& blocker : step.gate.blockers)
        if (!mine(p, blocker)) rows.push_back(&blocker);
    const float room = body.w - 2 * metrics::card_padding - 28 - 56;
    float height = rows.empty() ? 44 : 0;
    for (const Blocker* row : rows) height += missing_height(p, *row, room);
    const std::string title =
        rows.empty() ? "Nothing is missing" : "What is missing for " + std::string(name_of(step.main->to));
    Rect card = body.cut_top(metrics::card_head + height, 12);
    begin_card(p.ui, card, "missing", title);
    Rect right = card_head(p.ui, card, title, 2);
    const std::string count = own == 0 ? counted(rows.size(), "thing", "things")
                                       : std::to_string(own) + " of " + std::to_string(rows.size()) + " wait for you";
    if (const float width = text_width(p.ui, count, TextSize::small); !rows.empty() && width <= right.w)
        muted(p.ui, right.cut_right(width), count);
    card.cut_top(metrics::card_head);
    if (rows.empty()) {
        const std::string words = p.hold(step.main->who.front()) ? "You may " + lower_first(step.main->act) + " now."
                                                                 : "Next: " + lower_first(step.main->act) + ".";
        status_word(p.ui, card.inset(metrics::card_padding, 0), StatusKind::done, words, Icon::check, TextSize::body);
    }
    if (rows.empty()) return end_card(p.ui);
    begin_group(p.ui, Role::list, "rows", "What is missing now", card);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const Blocker& blocker = *rows[i];
        const Rect row = card.cut_top(missing_height(p, blocker, room));
        const bool leads = can_show(p, blocker);
        if (begin_list_row(p.ui, row, "missing-" + std::to_string(i), blocker.text, {.target = leads}).pressed)
            show_blocker(p, blocker);
        Rect line = row.inset(metrics::card_padding, 6);
        icon(p.ui, line.cut_left(16, 12).with_height(20), i < own ? Icon::person : Icon::circle,
             i < own ? p.ui.theme->accent_text : p.ui.theme->status(StatusKind::open).text);
        if (i < own) {
            const Rect you = line.cut_right(44, 12);
            text(p.ui, you.with_height(20), "You",
                 {.size = TextSize::small,
                  .weight = Weight::strong,
                  .colour = p.ui.theme->accent_text,
                  .align = Align::right});
        } else {
            line.cut_right(44, 12);
        }
        line.cut_top(text_wrapped(p.ui, line, blocker.text, {.silent = leads}));
        text_wrapped(p.ui, line, blocker.who.empty() ? blocker.fix : blocker.who + ". " + blocker.fix,
                     {.size = TextSize::small, .colour = p.ui.theme->muted});
        end_list_row(p.ui);
        if (i > 0) hairline(p.ui, row.x, row.y, row.w);
    }
    end_group(p.ui);
    end_card(p.ui);
}

void lay_type(const Part& p, Stack& s, bool fixed) {
    const auto& types = p.guide().types;
    std::vector<std::string_view> names;
    int chosen = -1;
    for (std::size_t i = 0; i < types.size(); ++i) {
        names.push_back(types[i].name);
        if (types[i].key == p.state().type.text) chosen = static_cast<int>(i);
    }
    const SelectOptions options{
        .hint = chosen >= 0 ? std::string_view(types[static_cast<std::size_t>(chosen)].text) : "", .disabled = fixed};
    const Rect at = s.take(select_height(p.ui, s.box.w, options), 12);
    if (!s.draw) return;
    if (const int now = select(p.ui, at, "type", "Type", names, chosen, options); now >= 0 && now != chosen)
        p.act(command::SetField{"type", types[static_cast<std::size_t>(now)].key}, "Type kept",
              command::SetField{"type", p.state().type.text});
}

void lay_facts(const Part& p, Stack& s) {
    const desk::State& state = p.state();
    const bool fixed =
        p.ended() || (p.phase != Phase::on_hold && progress_of(p.phase) >= progress_of(Phase::deploying));
    lay_draft(p, s, "name", "Name", state.name, {.read_only = fixed, .done_text = "Name kept"});
    lay_draft(p, s, "product", "Product", state.product, {.read_only = fixed, .done_text = "Product kept"});
    lay_draft(p, s, "version", "Version", state.version,
              {.hint = fixed ? "Fixed: a fix is a new version" : "", .read_only = fixed, .done_text = "Version kept"});
    lay_type(p, s, fixed);
    lay_refusal(p, s, "type");
    if (state.type.text == "patch" || !state.critical_issue.text.empty())
        lay_draft(p, s, "critical-issue", "Critical issue", state.critical_issue,
                  {.placeholder = "https://",
                   .hint = "The production issue that this Patch is for",
                   .done_text = "Issue kept"});
}

void lay_rollback(const Part& p, Stack& s) {
    const desk::State& state = p.state();
    lay_draft(
        p, s, "rollback:plan", "Rollback plan", state.rollback_plan,
        {.placeholder = "How to roll back, in steps", .area = true, .min_lines = 3, .done_text = "Rollback plan kept"});
    // Taking "first release" back opens the field for a version; the core keeps the old answer until there is one.
    const auto draft = p.view.drafts.find("rollback:last-good");
    const bool typing = draft != p.view.drafts.end() && (draft->second.changed || draft->second.sent);
    const bool first = state.last_good.text == "first-release" && !typing;
    if (!first)
        lay_draft(p, s, "rollback:last-good", "Last known-good version", state.last_good,
                  {.placeholder = "4.1.3", .done_text = "Last known-good kept"}, 4);
    const Rect box = s.take(control_height(p.ui));
    if (s.draw &&
        checkbox(p.ui, box, "first", "First release, nothing to go back to", first, {.disabled = p.ended()})) {
        p.view.drafts["rollback:last-good"] = {"", first, false, {}, {}};
        if (!first) p.act(command::SetField{"rollback:last-good", "first-release"}, "First release");
    }
    s.gap(8);
    lay_draft(p, s, "rollback:irreversible", "Roll forward only, because", state.irreversible,
              {.placeholder = "A migration that cannot be undone",
               .hint = "Empty if production can go back",
               .done_text = "Way back kept"});
}

} // namespace

void lay_rollback_summary(const Part& p, Stack& s) {
    const desk::State& state = p.state();
    s.fact("Back to", state.last_good.text.empty()              ? "Not named yet"
                      : state.last_good.text == "first-release" ? "First release, nothing to go back to"
                                                                : state.last_good.text);
    const std::string& plan = state.rollback_plan.text;
    const auto lines = static_cast<std::size_t>(std::count(plan.begin(), plan.end(), '\n')) + 1;
    s.fact("Plan", plan.empty() ? "Not written yet"
                                : counted(lines, "line", "lines") + ", " + state.rollback_plan.said.by + " " +
                                      short_time(p.model, state.rollback_plan.said.at_ms));
    s.fact("Executed by", p.people_or_nobody("developers"));
}

void draw_overview(const Part& p, Rect& body, const NextStep& step) {
    const auto facts = [&](Stack& s) { lay_facts(p, s); };
    const auto people = [&](Stack& s) {
        lay_people(p, s, p.guide().roles.size());
        s.gap(8);
        const ButtonOptions options{.icon = Icon::people};
        const Rect at = s.take(control_height(p.ui));
        if (s.draw && button(p.ui, at.with_width(button_width(p.ui, "Roles and people", options)), "people",
                             "Roles and people", options))
            open_people(p);
    };
    const auto rollback = [&](Stack& s) { lay_rollback(p, s); };
    draw_missing(p, body, step);
    const bool beside = body.w >= 600;
    Rect left = beside ? body.column(0, 2, 12) : body, right = beside ? body.column(1, 2, 12) : body;
    const float least = beside ? std::max(card_height(p.ui, left.w, facts), card_height(p.ui, left.w, people)) : 0;
    draw_card(p.ui, left, "facts", "Facts", facts, least);
    if (!beside) right.cut_top(left.y - right.y);
    draw_card(p.ui, right, "people", "People", people, least);
    body.cut_top(std::max(left.y, right.y) - body.y);
    draw_card(p.ui, body, "rollback", "Way back", rollback);
    if (columns(p.ui.size) != Columns::three)
        draw_card(p.ui, body, "activity", "Activity", [&](Stack& s) { lay_activity(p, s, 6); });
}

} // namespace desk::ui
