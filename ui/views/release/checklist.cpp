#include "ui/views/release/checklist.hpp"

#include "core/release/registers.hpp"
#include "ui/views/release/announcements.hpp"
#include "ui/views/release/conflict.hpp"
#include "ui/views/release/item_parts.hpp"
#include "ui/views/release/pointed.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

namespace desk::ui {

namespace {

constexpr float number_width = 20, signs_least = 182, pill_width = 114, menu_width = 32, padding = 12;
constexpr float least_field = 180; // narrower, its button stands below

// What keeps an open item from being done now.
enum class Waits { no, for_go, for_step };

struct Line {
    const Item* item = nullptr;
    int number = 0;
    Waits waits = Waits::no;
    std::string after; // "After step 4"; also where it is advice alone
    bool bar = false;  // to be done now
};

bool too_early(const Part& p, const Item& item) {
    return item.spec->stage != Stage::before_production && progress_of(p.phase) < progress_of(Phase::deploying);
}

int number_of(const Part& p, const std::string& key) {
    int number = 0;
    for (const Item& item : p.state().checklist) {
        ++number;
        if (item.spec->key == key) return number;
    }
    return 0;
}

std::vector<Line> lines_of(const Part& p) {
    std::vector<Line> lines;
    for (const Item& item : p.state().checklist) {
        Line line;
        line.item = &item, line.number = static_cast<int>(lines.size()) + 1;
        if (!item.settled()) {
            bool waits_for_late_step = false;
            for (const std::string& key : item.spec->after) {
                const Item* before = p.state().item(key);
                if (!before || before->settled()) continue;
                line.after = "After step " + std::to_string(number_of(p, key));
                waits_for_late_step |= before->spec->stage != Stage::before_production;
            }
            if (too_early(p, item)) line.waits = waits_for_late_step ? Waits::for_step : Waits::for_go;
        }
        lines.push_back(line);
    }
    const bool running =
        progress_of(p.phase) >= progress_of(Phase::staging) && !p.ended() && p.phase != Phase::rolled_back;
    const auto mine = [&](const Line& line) {
        const auto& signs = line.item->sign_offs;
        return std::any_of(signs.begin(), signs.end(),
                           [&](const SignOff& sign) { return !sign.done && p.hold(sign.role); });
    };
    const auto now = [](const Line& line) {
        return !line.item->settled() && line.waits == Waits::no && line.after.empty();
    };
    auto found = std::find_if(lines.begin(), lines.end(), [&](const Line& line) { return now(line) && mine(line); });
    if (found == lines.end()) found = std::find_if(lines.begin(), lines.end(), now);
    if (running && found != lines.end()) found->bar = true;
    return lines;
}

ItemLook status_of(const Line& line) {
    const Item& item = *line.item;
    if (item.disputed || item.settled() || item.status == ItemStatus::partial) return look_of(item, "Done");
    if (line.waits == Waits::for_go) return {StatusKind::blocked, Icon::lock, "Blocked"};
    if (line.waits == Waits::for_step) return {StatusKind::open, Icon::clock, "Later"};
    return look_of(item, "Done");
}

std::vector<SubLine> notes_of(const Part& p, const Line& line) {
    const Item& item = *line.item;
    if (item.disputed) return {{"Copies disagree, so it counts as not done"}};
    std::vector<SubLine> lines = evidence_lines(item);
    if (item.status == ItemStatus::not_applicable) lines.insert(lines.begin(), {"Reason: " + item.reason});
    if (item.spec->key == registers::announce_item && progress_of(p.phase) >= progress_of(Phase::deploying)) {
        for (const SentMessage& sent : p.state().announced) lines.push_back({sent_words(p, sent)});
        if (p.state().announced.empty() && !item.settled())
            lines.push_back({"Nothing recorded as sent yet: the messages are in Notes"});
    }
    if (line.waits == Waits::for_go) {
        const auto votes = static_cast<std::size_t>(std::count_if(p.state().votes.begin(), p.state().votes.end(),
                                                                  [](const Vote& v) { return v.counts_as_go(); }));
        lines.push_back({"Waits for go: the phase is " + std::string(name_of(p.phase)) + ", " +
                         counted(votes, "vote", "votes") + " for go"});
    } else if (!line.after.empty()) {
        lines.push_back({line.after});
    }
    if (lines.empty() && !item.spec->condition.empty())
        lines.push_back({static_cast<char>(item.spec->condition[0] - 'a' + 'A') + item.spec->condition.substr(1)});
    return lines;
}

struct SignWords {
    std::string who, when;
    bool counts = false;
};

SignWords words_of(const Part& p, const Item& item, const SignOff& sign) {
    const std::string role = p.guide().role_name(sign.role);
    // Who said that it does not apply stands for the owners.
    const bool disposed = item.status == ItemStatus::not_applicable && !item.disposed.by.empty();
    SignWords words;
    words.counts = disposed || (sign.done && !sign.disputed);
    const std::optional<Said> said = disposed                             ? std::optional(item.disposed)
                                     : words.counts && !sign.said.empty() ? std::optional(sign.said.back())
                                                                          : std::nullopt;
    words.who = said ? said->by : p.people_of(sign.role);
    if (words.who.empty())
        words.who = role + ", nobody yet";
    else if (item.sign_offs.size() > 1 && !disposed)
        words.who += ", " + role;
    if (said) words.when = short_time(p.model, said->at_ms);
    return words;
}

// What the longest line needs, but no more than a third of the row.
float signs_width(const Part& p, float row) {
    float width = signs_least;
    for (const Item& item : p.state().checklist)
        for (const SignOff& sign : item.sign_offs) {
            const SignWords words = words_of(p, item, sign);
            width = std::max(width, 20 + text_width(p.ui, words.who, TextSize::small) + 6 +
                                        text_width(p.ui, words.when, TextSize::small));
        }
    return std::min(std::ceil(width), std::max(signs_least, row / 3));
}

// Who signs: one line an owner.
void lay_signs(const Part& p, Stack& s, const Item& item) {
    for (const SignOff& sign : item.sign_offs) {
        const Rect line = s.take(20);
        if (!s.draw) continue;
        IdScope scope(sign.role);
        const auto [who, when, counts] = words_of(p, item, sign);
        Rect at = line;
        const Theme& t = *p.ui.theme;
        const Colour colour = counts ? t.status(StatusKind::done).text : t.text;
        begin_group(p.ui, Role::group, "sign",
                    (counts ? "Signed: " : "Not signed: ") + who + (when.empty() ? "" : ", " + when), line);
        icon(p.ui, at.cut_left(14, 6),
             sign.disputed ? Icon::conflict
             : counts      ? Icon::check
                           : Icon::circle,
             counts ? colour : t.status(sign.disputed ? StatusKind::conflict : StatusKind::open).text, 14);
        const float when_width = when.empty() ? 0 : text_width(p.ui, when, TextSize::small) + 6;
        const float used = text_ellipsis(p.ui, at.with_width(std::max(0.0F, at.w - when_width)), who,
                                         {.size = TextSize::small, .colour = colour, .silent = true});
        if (!when.empty())
            text(p.ui, {at.x + used + 6, at.y, when_width, at.h}, when,
                 {.size = TextSize::small, .colour = t.muted, .silent = true});
        end_group(p.ui);
    }
}

// The result of the smoke tests is asked for where it is missing: the gate to Deciding wants it.
bool wants_result(const Part& p, const Item& item) {
    return item.spec->key == "deploy-staging" && item.evidence.empty() && item.note.text.empty() &&
           !item.note.disputed && item.status != ItemStatus::not_applicable && !p.ended();
}

void lay_result(const Part& p, Stack& s, const Item& item) {
    std::string& typed = p.view.lines["result:" + item.spec->key];
    const FieldOptions field{.placeholder = "Result: link or note", .show_label = false};
    const float high = control_height(p.ui), add_width = button_width(p.ui, "Record result");
    const bool beside = s.box.w - add_width >= least_field;
    s.gap(2);
    Rect line = s.take(high, beside ? 10 : 8);
    const Rect add = beside ? line.cut_right(add_width, 8) : s.take(high, 10).with_width(add_width);
    if (!s.draw) return;
    const FieldResult result = text_field(p.ui, line, "result", "Smoke test result", typed, field);
    const bool pressed = button(p.ui, add, "record", "Record result");
    if ((!pressed && !result.entered) || typed.find_first_not_of(" \t") == std::string::npos) return;
    if (looks_like_link(typed))
        p.act(command::AddEvidence{item.spec->key, typed}, "Result recorded",
              command::DropEvidence{item.spec->key, typed});
    else
        p.act(command::SetField{registers::note(item.spec->key), typed}, "Result recorded",
              command::SetField{registers::note(item.spec->key), ""});
    p.empty_line("result:" + item.spec->key);
}

// True if the box stands for "signed": all of it, or all that I can sign of it.
bool ticked(const Part& p, const Item& item) {
    if (item.disputed) return false;
    if (item.status == ItemStatus::done) return true;
    bool any = false;
    for (const SignOff& sign : item.sign_offs)
        if (p.hold(sign.role)) {
            if (!sign.done) return false;
            any = true;
        }
    return any && item.status == ItemStatus::partial;
}

void draw_box(const Part& p, Rect box, const Line& line, const ItemLook& status) {
    const Item& item = *line.item;
    if (item.status == ItemStatus::not_applicable) {
        icon(p.ui, box.middle(16, 16), Icon::not_applicable, p.ui.theme->status(StatusKind::not_applicable).text);
        return;
    }
    const bool checked = ticked(p, item);
    if (checkbox(p.ui, box, "signed", item.spec->text, checked,
                 {.locked = line.waits != Waits::no,
                  .disabled = p.ended(),
                  .show_label = false,
                  .description = status.word}))
        sign(p, item, !checked);
}

// `signs_width` is that of the sign-offs' column; 0: they stand under the text, as on a phone.
void lay_line(const Part& p, Stack& s, const Line& line, float signs_width) {
    const bool phone = signs_width == 0;
    const Item& item = *line.item;
    const Theme& t = *p.ui.theme;
    const ItemLook status = status_of(line);
    const float target = control_height(p.ui);
    const float pill = phone ? 0 : pill_width;
    const float room = s.box.w - target - number_width - 10 - menu_width - (phone ? 4 : pill + signs_width + 24);
    const auto lay_words = [&](Rect area, bool draw) {
        Stack words(p.ui, area, draw);
        const bool later = line.waits == Waits::for_step;
        words.wrapped(item.spec->text, {.colour = later ? t.muted : t.text, .silent = true});
        lay_sub_lines(p, words, notes_of(p, line));
        if (phone) {
            words.gap(2);
            lay_signs(p, words, item);
            const Rect at = words.take(24);
            if (draw) status_pill(p.ui, at, status.kind, status.word, status.icon);
        }
        return words.height();
    };
    const float words_height = lay_words({0, 0, room, 0}, false);
    const float signs_height = phone ? 0 : 20 * static_cast<float>(item.sign_offs.size());
    const Rect row = s.take(std::max({metrics::checklist_row, words_height + 12, signs_height + 8}));
    if (s.draw) {
        Rect at = row;
        draw_box(p, at.cut_left(target), line, status);
        text(p.ui, at.cut_left(number_width, 10), std::to_string(line.number),
             {.size = TextSize::small, .colour = t.muted, .align = Align::right, .silent = true});
        const Rect more = at.cut_right(menu_width, 4);
        lay_words({at.x, row.y + (row.h - words_height) / 2, room, 0}, true);
        if (!phone) {
            const Rect state = at.cut_right(pill, 12);
            Stack who(p.ui, at.cut_right(signs_width).middle(signs_width, signs_height), true);
            lay_signs(p, who, item);
            status_pill(p.ui, state, status.kind, status.word, status.icon);
        }
        if (!p.ended()) draw_item_menu(p, more.middle(menu_width, 31), item, Section::checklist, item.spec->key);
    }
    const float left = target + number_width + 10;
    Stack below(p.ui, {s.box.x + left, s.box.y, s.box.w - left, 0}, s.draw);
    if (wants_result(p, item)) lay_result(p, below, item);
    for (const Conflict* conflict : conflicts_of_item(p.state(), item.spec->key)) {
        lay_conflict(p, below, *conflict);
        below.gap(8);
    }
    for (const std::string& about : {item.spec->key, "note:" + item.spec->key})
        if (!p.view.question) lay_refusal(p, below, about);
    if (below.box.y > s.box.y) s.take(below.box.y - s.box.y);
}

std::string summary_of(const Part& p) {
    std::size_t done = 0, other = 0, disputed = 0;
    for (const Item& item : p.state().checklist) {
        if (item.disputed)
            ++disputed;
        else if (item.status == ItemStatus::done)
            ++done;
        else if (item.settled())
            ++other;
    }
    std::string words = std::to_string(done) + " done";
    if (other > 0) words += ", " + std::to_string(other) + " not applicable";
    if (disputed > 0) words += ", " + counted(disputed, "conflict", "conflicts");
    return words;
}

} // namespace

void draw_checklist(const Part& p, Rect& body) {
    const bool phone = body.w < 620;
    const float edge = phone ? 0 : 8;
    const float signs = phone ? 0 : signs_width(p, body.w);
    const auto& items = p.state().checklist;
    Rect right = section_title(p, body, "Deployment checklist");
    const int done = static_cast<int>(settled_count(items, p.around.now_ms)), all = static_cast<int>(items.size());
    const std::string summary = summary_of(p);
    const float bar = progress_width(p.ui, done, all), words = text_width(p.ui, summary, TextSize::small);
    if (bar + 12 + words <= right.w) muted(p.ui, right.cut_right(words, 12), summary);
    if (bar <= right.w) progress(p.ui, right.cut_right(bar), "done", "Checklist items done", done, all);

    const std::vector<Line> lines = lines_of(p);
    float height = 0;
    std::vector<float> heights;
    for (const Line& line : lines) {
        IdScope scope(line.item->spec->key);
        Stack measure(p.ui, {0, 0, body.w - edge - padding, 0}, false);
        lay_line(p, measure, line, signs);
        heights.push_back(measure.box.y);
        height += measure.box.y;
    }
    const Rect card = body.cut_top(height, 10);
    begin_card(p.ui, card, "checklist", "Deployment checklist");
    begin_group(p.ui, Role::list, "items", "Checklist items", card);
    Rect rest = card;
    const bool pointing = !p.view.pointed.empty() && !p.view.not_here; // one bar at a time
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const Rect row = rest.cut_top(heights[i]);
        IdScope scope(lines[i].item->spec->key);
        begin_group(
            p.ui, Role::list_item, "item",
            std::to_string(lines[i].number) + ", " + lines[i].item->spec->text + ": " + status_of(lines[i]).word, row);
        show_if_pointed_at(p, lines[i].item->spec->key, row);
        if (lines[i].bar && !pointing) {
            fill(p.ui, row.inset(1, 1), p.ui.theme->selected);
            fill(p.ui, {row.x + 1, row.y, metrics::current_bar, row.h}, p.ui.theme->accent);
        }
        Stack inside(p.ui, {row.x + edge, row.y, row.w - edge - padding, 0}, true);
        lay_line(p, inside, lines[i], signs);
        if (i > 0) hairline(p.ui, row.x, row.y, row.w);
        end_group(p.ui);
    }
    end_group(p.ui);
    end_card(p.ui);
    const std::string_view hint =
        "Two owners mean two sign-offs. “If needed” and “if applicable” items can be marked not "
        "applicable, with a reason.";
    body.cut_top(text_wrapped(p.ui, body, hint, {.size = TextSize::small, .colour = p.ui.theme->muted}), 12);
}

} // namespace desk::ui
