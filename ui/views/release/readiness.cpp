#include "ui/views/release/readiness.hpp"

#include "ui/views/release/conflict.hpp"
#include "ui/views/release/item_parts.hpp"
#include "ui/views/release/pointed.hpp"

#include <algorithm>

namespace desk::ui {

namespace {

constexpr float role_width = 148, pill_width = 116, menu_width = 32, padding = 12;

std::vector<SubLine> lines_of(const Part& p, const Item& item) {
    if (item.disputed) return {{"Copies disagree, so it counts as open"}};
    std::vector<SubLine> lines = evidence_lines(item);
    if (item.status == ItemStatus::waived) {
        std::string words =
            item.reason + (item.reason.empty() || item.reason.back() == '.' ? "" : ".") + " Waived by " + item.approver;
        if (!item.expires.empty()) words += " until " + day_text(p.model, item.expires);
        lines.insert(lines.begin(), {words});
    }
    const std::string who = item.status == ItemStatus::done ? signed_by(p, item) : std::string();
    if (lines.empty()) lines.push_back({who.empty() ? "No evidence yet" : "No evidence"});
    if (lines.back().url.empty())
        lines.back().words += who.empty() ? "" : " · " + who;
    else
        lines.back().after = who;
    return lines;
}

struct Group {
    std::vector<std::string> owners;
    std::vector<const Item*> items;
};

// Neighbours with the same owners stand together.
std::vector<Group> groups_of(const std::vector<Item>& items) {
    std::vector<Group> groups;
    for (const Item& item : items) {
        if (groups.empty() || groups.back().owners != item.spec->owners) groups.push_back({item.spec->owners, {}});
        groups.back().items.push_back(&item);
    }
    return groups;
}

struct Owner {
    std::string role, people;
};
Owner owner_of(const Part& p, const Group& group) {
    Owner owner;
    for (const std::string& role : group.owners) {
        if (!owner.role.empty()) owner.role += ", ", owner.people += ", ";
        owner.role += p.guide().role_name(role);
        owner.people += p.people_or_nobody(role);
    }
    return owner;
}

// Box, text over its lines, pill, more; under them what is disputed or refused.
void lay_item(const Part& p, Stack& s, const Item& item, bool phone) {
    const float target = control_height(p.ui);
    const ItemLook status = requirement_look(item, p.around.now_ms);
    const float pill = phone ? status_pill_width(p.ui, status.word) : pill_width;
    // The box is small in a large target: on a phone the empty part of that lies over the card's padding.
    const float over = phone ? padding : 0;
    const float room = s.box.w - target + over - pill - menu_width - (phone ? 16 : 24);
    const auto lay_words = [&](Rect area, bool draw) {
        Stack words(p.ui, area, draw);
        words.wrapped(item.spec->text, {.silent = true});
        lay_sub_lines(p, words, lines_of(p, item));
        return words.height();
    };
    const float words_height = lay_words({0, 0, room, 0}, false);
    const Rect row = s.take(std::max(metrics::control_touch, words_height + 8));
    if (s.draw) {
        Rect line = row;
        const bool met = item.status == ItemStatus::done && !item.disputed;
        const bool settled = item.settled() && !item.disputed && !waiver_expired(item, p.around.now_ms);
        const Rect box = line.cut_left(target - over, 4).moved(-over, 0).with_width(target);
        const Rect target_box = box.with_height(std::max(target, metrics::control_touch));
        if (settled && !met) // waived or not applicable: neither met nor to be ticked
            icon(p.ui, target_box.middle_left(target, target), status.icon, p.ui.theme->status(status.kind).text);
        else if (checkbox(p.ui, target_box, "met", item.spec->text, met,
                          {.disabled = p.ended(), .show_label = false, .description = status.word}))
            sign(p, item, !met);
        const Rect more = line.cut_right(menu_width, phone ? 4 : 8);
        const Rect state = line.cut_right(pill, phone ? 8 : 12);
        lay_words({line.x, row.y + (row.h - words_height) / 2, room, 0}, true);
        status_pill(p.ui, state, status.kind, status.word, status.icon);
        if (!p.ended()) draw_item_menu(p, more.middle(menu_width, 31), item, Section::readiness, item.spec->key);
    }
    Stack below(p.ui, {s.box.x + target + 4, s.box.y, s.box.w - target - 4, 0}, s.draw);
    for (const Conflict* conflict : conflicts_of_item(p.state(), item.spec->key)) {
        below.gap(4);
        lay_conflict(p, below, *conflict);
        below.gap(8);
    }
    for (const std::string& about : {item.spec->key, "note:" + item.spec->key})
        if (!p.view.question) lay_refusal(p, below, about);
    if (below.box.y > s.box.y) s.take(below.box.y - s.box.y);
}

void lay_group(const Part& p, Stack& s, const Group& group, bool phone) {
    const Owner owner = owner_of(p, group);
    float left = 0;
    if (phone) {
        const Rect line = s.take(20);
        if (s.draw) {
            const float width = text(p.ui, line, owner.role, {.size = TextSize::small, .silent = true});
            text_ellipsis(p.ui, {line.x + width + 6, line.y, line.w - width - 6, line.h}, owner.people,
                          {.size = TextSize::small, .colour = p.ui.theme->muted, .silent = true});
        }
    } else {
        left = role_width + 4;
        if (s.draw) {
            Rect at = {s.box.x, s.box.y + 4, role_width - 8, 20};
            text_ellipsis(p.ui, at, owner.role, {.silent = true});
            text_ellipsis(p.ui, {at.x, at.y + 20, at.w, 16}, owner.people,
                          {.size = TextSize::small, .colour = p.ui.theme->muted, .silent = true});
        }
    }
    for (const Item* item : group.items) {
        IdScope scope(item->spec->key);
        Stack one(p.ui, {s.box.x + left, s.box.y, s.box.w - left, 0}, false);
        lay_item(p, one, *item, phone);
        const Rect row = s.take(one.box.y - one.start);
        if (!s.draw) continue;
        begin_group(p.ui, Role::list_item, "requirement",
                    item->spec->text + ": " + requirement_look(*item, p.around.now_ms).word, row);
        show_if_pointed_at(p, item->spec->key, {row.x + left - 4, row.y, row.w - left + 4 + padding, row.h});
        Stack real(p.ui, {row.x + left, row.y, row.w - left, 0}, true);
        lay_item(p, real, *item, phone);
        end_group(p.ui);
    }
}

std::string summary_of(const Part& p) {
    std::size_t met = 0, waived = 0, other = 0, open = 0, disputed = 0;
    for (const Item& item : p.state().requirements) {
        if (item.disputed)
            ++disputed;
        else if (item.status == ItemStatus::done)
            ++met;
        else if (item.status == ItemStatus::waived && !waiver_expired(item, p.around.now_ms))
            ++waived;
        else if (item.status == ItemStatus::not_applicable)
            ++other;
        else
            ++open;
    }
    std::string words = std::to_string(met) + " met";
    if (waived > 0) words += ", " + std::to_string(waived) + " waived";
    if (other > 0) words += ", " + std::to_string(other) + " not applicable";
    if (open > 0) words += ", " + std::to_string(open) + " open";
    if (disputed > 0) words += ", " + counted(disputed, "conflict", "conflicts");
    return words;
}

} // namespace

void draw_readiness(const Part& p, Rect& body) {
    const bool phone = columns(p.ui.size) == Columns::one || body.w < 560;
    const auto& items = p.state().requirements;
    Rect right = section_title(p, body, "Pre-release requirements");
    const int done = static_cast<int>(settled_count(items, p.around.now_ms)), all = static_cast<int>(items.size());
    const std::string summary = summary_of(p);
    const float bar = progress_width(p.ui, done, all), words = text_width(p.ui, summary, TextSize::small);
    if (bar + 12 + words <= right.w) {
        muted(p.ui, right.cut_right(words, 12), summary);
        progress(p.ui, right.cut_right(bar), "met", "Requirements met", done, all);
    } else if (bar <= right.w) {
        progress(p.ui, right.cut_right(bar), "met", "Requirements met", done, all);
    }
    const std::vector<Group> groups = groups_of(items);
    const auto lay = [&](Stack& s, bool draw) {
        for (std::size_t i = 0; i < groups.size(); ++i) {
            IdScope scope(static_cast<int>(i));
            if (i > 0 && draw) hairline(p.ui, s.box.x - padding, s.box.y, s.box.w + 2 * padding);
            s.gap(phone ? 6 : 0);
            Stack one(p.ui, s.box, false);
            lay_group(p, one, groups[i], phone);
            const Rect box = s.take(one.box.y - one.start);
            if (!draw) continue;
            const Owner owner = owner_of(p, groups[i]);
            begin_group(p.ui, Role::list, "group", owner.role + ", " + owner.people, box);
            Stack real(p.ui, box, true);
            lay_group(p, real, groups[i], phone);
            end_group(p.ui);
        }
    };
    Stack measure(p.ui, {0, 0, body.w - 2 * padding, 0}, false);
    lay(measure, false);
    const Rect card = body.cut_top(measure.box.y, 12);
    begin_card(p.ui, card, "requirements", "Pre-release requirements");
    Stack inside(p.ui, card.inset(padding, 0), true);
    lay(inside, true);
    end_card(p.ui);
}

} // namespace desk::ui
