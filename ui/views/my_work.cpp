#include "ui/views/my_work.hpp"

#include "core/order.hpp"
#include "core/time/durations.hpp"
#include "ui/views/decisions_strip.hpp"
#include "ui/views/phase_look.hpp"
#include "ui/views/portfolio_choice.hpp"
#include "ui/views/words.hpp"
#include "ui/widgets/widgets.hpp"

#include <algorithm>

namespace desk::ui {

namespace {

constexpr float work_least = 48, duty_height = 24;

Icon icon_of(Due::Kind kind) {
    switch (kind) {
    case Due::Kind::requirement:
    case Due::Kind::checklist:
        return Icon::circle;
    case Due::Kind::playbook:
        return Icon::flame;
    case Due::Kind::vote:
        return Icon::people;
    case Due::Kind::window:
        return Icon::clock;
    case Due::Kind::next_step:
    case Due::Kind::hand_off:
        return Icon::arrow_right;
    case Due::Kind::retrospective:
        return Icon::history;
    }
    return Icon::circle;
}

// One thing that is due: what it is and how it is done, and at the right, or before that on a phone, in which role.
class DueRow {
public:
    DueRow(Ui& ui, const Release& release, const Due& due)
        : ui_(ui), due_(due), role_(release.guide().role_name(due.role)), phone_(columns(ui.size) == Columns::one),
          fix_(phone_ ? role_ + ". " + due.fix : due.fix) {}

    float height(float width) const {
        const float room = inside({0, 0, width, 0}).w;
        return std::max(work_least,
                        8 + wrapped_height(ui_, due_.text, room) + wrapped_height(ui_, fix_, room, TextSize::small));
    }

    // True: it was pressed.
    bool draw(Rect row) const {
        const RowResult result =
            begin_list_row(ui_, row, due_.role + ":" + due_.item, due_.text + ", " + role_ + ", " + due_.fix);
        const TextStyle quiet{.size = TextSize::small, .colour = ui_.theme->muted, .silent = true};
        Rect at = inside(row);
        const StatusKind kind = due_.kind == Due::Kind::playbook ? StatusKind::incident : StatusKind::open;
        icon(ui_, Rect{at.x - 24, at.y, 16, 20}, icon_of(due_.kind), ui_.theme->status(kind).text);
        if (!phone_) {
            const Rect right{at.right() + 12, row.y, row.right() - metrics::card_padding - at.right() - 12, row.h};
            TextStyle style = quiet;
            style.align = Align::right;
            text_ellipsis(ui_, right, role_, style);
        }
        at.cut_top(text_wrapped(ui_, at, due_.text, {.silent = true}));
        text_wrapped(ui_, at, fix_, quiet);
        end_list_row(ui_);
        return result.pressed;
    }

private:
    // Where the words stand.
    Rect inside(Rect row) const {
        Rect at = row.inset(metrics::card_padding, 4);
        at.cut_left(16, 8);
        if (!phone_) at.cut_right(std::min(160.0F, at.w / 3), 12);
        return at;
    }

    Ui& ui_;
    const Due& due_;
    std::string role_;
    bool phone_;
    std::string fix_;
};

// A duty: is it due, and by what. In one line, or on a phone in as many as it takes.
struct DutyLine {
    std::string words, by;
    bool due = false;

    DutyLine(const Release& release, const std::string& role, const Duty& duty)
        : words(release.guide().role_name(role) + ": " + duty.text), due(duty.due) {
        for (const std::string& what : duty.what) by += (by.empty() ? "" : ", ") + what;
    }

    std::string all() const { return due && !by.empty() ? words + ". " + by : words; }
    float height(Ui& ui, float width) const {
        if (columns(ui.size) != Columns::one) return duty_height;
        return duty_height - 16 + wrapped_height(ui, all(), width - 24, TextSize::small);
    }
    void draw(Ui& ui, Rect line) const {
        begin_group(ui, Role::list_item, words, words + (due ? ", due now. " : ", not due now. ") + by, line);
        icon(ui, line.cut_left(16, 8).with_height(duty_height), due ? Icon::half : Icon::circle,
             due ? ui.theme->accent_text : ui.theme->muted);
        const TextStyle quiet{.size = TextSize::small, .colour = ui.theme->muted, .silent = true};
        TextStyle style = quiet;
        if (due) style.colour = ui.theme->text;
        if (columns(ui.size) == Columns::one) {
            line.cut_top((duty_height - 16) / 2);
            text_wrapped(ui, line, all(), style);
        } else {
            line.cut_left(text_ellipsis(ui, line, words, style), 8);
            if (due && !by.empty() && line.w > 60) text_ellipsis(ui, line, by, quiet);
        }
        end_group(ui);
    }
};

std::vector<DutyLine> duty_lines(const Release& release, const WorkOfRelease& work) {
    std::vector<DutyLine> lines;
    for (const RoleDuties& role : work.roles)
        for (const Duty& duty : role.duties) lines.emplace_back(release, role.role, duty);
    return lines;
}

void draw_release_work(Ui& ui, const Model& model, const WorkOfRelease& work, Rect& body, Intents& out) {
    const Release* release = model.release(work.release);
    if (!release) return;
    IdScope scope(work.release);
    const std::vector<DutyLine> duties = duty_lines(*release, work);
    float due_height = work.due.empty() ? 36 : 0;
    for (const Due& due : work.due) due_height += DueRow(ui, *release, due).height(body.w);
    const float duties_width = body.w - 2 * metrics::card_padding;
    float duties_height = duties.empty() ? 0 : 28 + 12;
    for (const DutyLine& duty : duties) duties_height += duty.height(ui, duties_width);
    Rect card = body.cut_top(metrics::card_head + due_height + duties_height, metrics::card_gap);
    begin_card(ui, card, "work", work.title);
    Rect head = card_head(ui, card, work.title, 2);
    const PhaseLook look = look_of(work.phase);
    head.cut_left(8);
    status_pill(ui, head, look.kind, name_of(work.phase), look.icon);
    const char* open = "Open";
    const std::string open_name = "Open " + work.title;
    const Rect link_box = card.with_height(metrics::card_head).inset(metrics::card_padding, 0);
    Rect corner = link_box;
    corner = corner.cut_right(link_width(ui, open));
    if (link(ui, corner, "open", open, {.name = open_name}))
        out.emplace_back(intent::Go{{Place::releases, work.release, Section::overview}});
    card.cut_top(metrics::card_head);
    Rect list = card.cut_top(due_height);
    begin_group(ui, Role::list, "due", "Due now in " + work.title, list);
    if (work.due.empty())
        muted(ui, list.inset(metrics::card_padding, 0), "Nothing is due from you now", TextSize::body);
    for (std::size_t i = 0; i < work.due.size(); ++i) {
        if (i > 0) hairline(ui, list.x, list.y, list.w);
        const DueRow row(ui, *release, work.due[i]);
        if (row.draw(list.cut_top(row.height(list.w))))
            out.emplace_back(intent::Go{route_of(work.release, work.due[i])});
    }
    end_group(ui);
    if (!duties.empty()) {
        hairline(ui, card.x, card.y, card.w);
        Rect at = card.inset(metrics::card_padding, 0);
        muted(ui, at.cut_top(28), "Your duties by the guide");
        begin_group(ui, Role::list, "duties", "Your duties in " + work.title, at);
        for (const DutyLine& duty : duties) duty.draw(ui, at.cut_top(duty.height(ui, at.w)));
        end_group(ui);
    }
    end_card(ui);
}

} // namespace

Section section_of(const Due& due) {
    switch (due.kind) {
    case Due::Kind::requirement:
        return Section::readiness;
    case Due::Kind::checklist:
        return Section::checklist;
    case Due::Kind::vote:
    case Due::Kind::window:
        return Section::decision;
    case Due::Kind::playbook:
        return Section::incident;
    case Due::Kind::hand_off:
    case Due::Kind::retrospective:
        return Section::hand_off;
    case Due::Kind::next_step:
        return Section::overview;
    }
    return Section::overview;
}

Route route_of(const std::string& release, const Due& due) {
    Route route{Place::releases, release, section_of(due)};
    if (due.kind == Due::Kind::window) route.item = "window";
    if (due.kind <= Due::Kind::vote) route.item = due.item;
    return route;
}

WorkOfRelease work_in(const Model& model, const Release& release, const std::string& person, Neighbours& neighbours) {
    const desk::State& state = release.state();
    WorkOfRelease work{release.id(), title_of(state), phase_now(state, {model.now_ms, {}, model.zones}), {}, {}};
    if (state.roles_of(person).empty() || work.phase == Phase::closed || work.phase == Phase::cancelled) return work;
    for (RoleDuties& role : duties_of(release, neighbours.around(release))) {
        if (!state.holds(role.role, person)) continue;
        work.due.insert(work.due.end(), role.due.begin(), role.due.end());
        work.roles.push_back(std::move(role));
    }
    return work;
}

bool MyWork::refresh(const Model& model) {
    constexpr int most = 64; // releases a frame
    const std::int64_t minute = model.now_ms / minute_ms;
    if (person_ != model.my_name) entries_.clear();
    if (revision_ != model.revision || minute_ != minute || person_ != model.my_name) {
        revision_ = model.revision;
        minute_ = minute;
        person_ = model.my_name;
        next_.clear();
        neighbours_ = Neighbours(model);
        done_ = false;
    }
    if (done_) return true;
    int looked_at = 0;
    for (auto it = model.releases.lower_bound(next_); it != model.releases.end(); ++it) {
        const Release& release = *it->second;
        Entry& entry = entries_[it->first];
        const Phase phase = phase_now(release.state(), {model.now_ms, {}, model.zones});
        // What other releases and the clock decide is whether an approved one may be deployed.
        if (entry.ops == release.log().size() && entry.work.phase == phase && phase != Phase::approved) continue;
        if (++looked_at > most) {
            next_ = it->first;
            return false;
        }
        entry = {release.log().size(), work_in(model, release, person_, neighbours_)};
    }
    done_ = true;
    neighbours_ = {}; // it holds for the pass only
    sum_up();
    return true;
}

void MyWork::sum_up() {
    work_.clear();
    due_ = 0;
    for (const auto& [id, entry] : entries_) {
        if (entry.work.roles.empty()) continue;
        work_.push_back(&entry.work);
        due_ += entry.work.due.size();
    }
    // Most to do first; then what is nearer to production.
    put_in_order(work_, [](const WorkOfRelease* a, const WorkOfRelease* b) {
        if (a->due.empty() != b->due.empty()) return b->due.empty();
        if (a->phase != b->phase) return progress_of(a->phase) > progress_of(b->phase);
        return a->title != b->title ? a->title < b->title : a->release < b->release;
    });
}

void draw_my_work(Ui& ui, const Model& model, const MyWork& mine, Rect page, Intents& out) {
    begin_region(ui, Role::main, "main", "My work", page);
    Rect body = begin_scroll(ui, "scroll", page).inset(gutter(ui), 14);
    if (body.w > 960) body = body.with_width(960);
    Rect head = body.cut_top(control_height(ui), 12);
    head.cut_left(heading(ui, head, 1, "My work"), 12);
    const auto& work = mine.work();
    if (model.my_name.empty()) {
        Rect card = body.cut_top(220);
        begin_card(ui, card, "nameless");
        if (empty_state(ui, card.inset(16), Icon::person, "Who are you?",
                        "Give your name, and this page shows what is due from you in every release.",
                        {{"name", "Give your name", {.kind = ButtonKind::primary}}}) == 0)
            out.emplace_back(intent::Go{{Place::settings, {}, Section::overview}});
        end_card(ui);
    } else if (work.empty()) {
        Rect card = body.cut_top(220);
        begin_card(ui, card, "none");
        if (empty_state(ui, card.inset(16), Icon::check, "Nothing waits for you",
                        model.my_name + " holds no role in a release that is under way.",
                        {{"all", "All releases", {}}}) == 0)
            out.emplace_back(intent::Go{{Place::releases, {}, Section::overview}});
        end_card(ui);
    } else {
        muted(ui, head, mine.due() == 0 ? "Nothing is due now" : counted(mine.due(), "thing is due", "things are due"),
              TextSize::body);
        std::vector<std::string> mine_disputed;
        for (const WorkOfRelease* one : work) mine_disputed.push_back(one->release);
        if (draw_decisions_strip(ui, model, mine_disputed, body, out))
            out.emplace_back(intent::Go{route_of(only(Filter::conflicts))});
        for (const WorkOfRelease* one : work) draw_release_work(ui, model, *one, body, out);
    }
    end_scroll(ui, body.y + 4);
    end_region(ui);
}

} // namespace desk::ui
