#include "ui/views/guide.hpp"

#include "core/order.hpp"
#include "core/rules/gate.hpp"
#include "ui/views/item_look.hpp"
#include "ui/views/stack.hpp"
#include "ui/views/words.hpp"

#include <algorithm>
#include <utility>

namespace desk::ui {

namespace {

constexpr float document_width = 880, who_width = 190, status_width = 120;
constexpr std::size_t most_live = 12; // releases to choose from; any other one is reached from itself

struct View {
    Ui& ui;
    const Model& model;
    const Guide& guide;
    const Release* live; // whose items stand beside the guide's; may be null
    GuideViewState& kept;
    Intents& out;
};

// The releases under way, that of the view first.
std::vector<std::string> live_choices(const Model& model) {
    std::vector<const Release*> under_way;
    for (const auto& [id, release] : model.releases)
        if (id == model.guide_live || progress_of(release->state().phase) < progress_of(Phase::closed))
            under_way.push_back(release.get());
    put_in_order(under_way, [&](const Release* a, const Release* b) {
        if ((a->id() == model.guide_live) != (b->id() == model.guide_live)) return a->id() == model.guide_live;
        return title_of(a->state()) < title_of(b->state());
    });
    std::vector<std::string> ids;
    for (const Release* release : under_way)
        if (ids.size() < most_live) ids.push_back(release->id());
    return ids;
}

void refresh(const Model& model, const Guide& guide, const Release* live, GuideViewState& kept) {
    const std::string release = live ? live->id() : std::string();
    if (kept.digest == guide.digest && kept.base == model.guide->digest && kept.release == release &&
        kept.revision == model.revision)
        return;
    kept = {guide.digest,
            model.guide->digest,
            release,
            model.revision,
            guide_document(guide),
            guide_changes(*model.guide, guide),
            {},
            live_choices(model),
            0,
            kept.visit,
            kept.show_pointed};
    if (live && live->guide().digest != guide.digest) kept.adoption = adoption_of(*live, guide);
    for (const auto& [id, one] : model.releases) kept.followers += one->guide().digest == guide.digest ? 1 : 0;
}

Section section_of(const Guide& guide, const std::string& item) {
    return guide.requirement(item)      ? Section::readiness
           : guide.checklist_item(item) ? Section::checklist
                                        : Section::incident;
}

// How the line's item stands in the release; nothing for other lines, and for steps of a playbook that is not in use.
std::optional<ItemLook> look_of_line(const View& v, const GuideLine& line) {
    if (!v.live || line.item.empty()) return std::nullopt;
    const Item* item = v.live->state().item(line.item);
    if (!item && section_of(v.guide, line.item) == Section::incident) return std::nullopt;
    if (!item) return ItemLook{StatusKind::not_applicable, Icon::not_applicable, "Not asked for"};
    return v.guide.requirement(line.item) ? requirement_look(*item, v.model.now_ms) : look_of(*item, "Done");
}

// As it stands in an address: "pre-release-requirements".
std::string key_of(const GuideSection& section) {
    std::string key;
    for (char c : section.title) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
        const bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
        if (plain)
            key += c;
        else if (!key.empty() && key.back() != '-')
            key += '-';
    }
    while (!key.empty() && key.back() == '-') key.pop_back();
    return key;
}

// Marks what the address points at, and brings it into view when the user arrives.
void show_if_pointed_at(const View& v, const std::string& thing, Rect box, float head) {
    if (thing.empty() || v.model.route.item != thing) return;
    fill(v.ui, {box.x + 1, box.y + head, metrics::current_bar, box.h - 2 * head}, v.ui.theme->accent);
    if (std::exchange(v.kept.show_pointed, false)) scroll_into_view(v.ui, box.with_height(std::min(box.h, 200.0F)));
}

std::string words_of(const GuideLine& line) {
    std::string words = line.lead.empty() ? line.text : line.lead + ": " + line.text;
    if (!line.aside.empty()) words += " (" + line.aside + ")";
    return words;
}

// One line of a section: what, who, and how it stands.
void lay_line(const View& v, Stack& s, const GuideLine& line, bool numbered, int number) {
    const std::optional<ItemLook> look = look_of_line(v, line);
    const bool wide = s.box.w >= 560;
    const float mark = 28, right = (wide && !line.who.empty() ? who_width + 12 : 0) + (look ? status_width : 0);
    const std::string words = words_of(line);
    const bool who_below = !wide && !line.who.empty();
    const float text_room = s.box.w - 2 * metrics::card_padding - mark - right;
    const float text_height = wrapped_height(v.ui, words, text_room);
    const Rect row = s.take(std::max(look ? 36.0F : 28.0F, text_height + (who_below ? 16 : 0) + 8));
    if (!s.draw) return;
    const IdScope scope(line.item.empty() ? words : line.item);
    if (look) {
        const std::string name = words + (line.who.empty() ? "" : ", " + line.who) + ", " + look->word;
        const RowResult pressed = begin_list_row(v.ui, row, "line", name);
        if (pressed.pressed)
            v.out.emplace_back(intent::Go{{Place::releases, v.live->id(), section_of(v.guide, line.item), line.item}});
    } else {
        begin_group(v.ui, Role::list_item, "line", {}, row);
    }
    show_if_pointed_at(v, line.item, row, 0);
    Rect at = row.inset(metrics::card_padding, 0);
    const Theme& t = *v.ui.theme;
    const bool named = look.has_value(); // the row is a link, which has all of it in its name
    const Rect sign = at.cut_left(16, mark - 16).with_height(row.h);
    if (numbered)
        text(v.ui, sign, std::to_string(number),
             {.size = TextSize::small, .colour = t.muted, .silent = true}); // the list counts by itself
    else
        fill(v.ui, sign.middle(4, 4), t.muted, 2);
    if (look) {
        const Rect status = at.cut_right(status_width);
        status_word(v.ui, status, look->kind, look->word, look->icon);
    }
    if (wide && !line.who.empty())
        text_ellipsis(v.ui, at.cut_right(who_width, 12), line.who,
                      {.size = TextSize::small, .colour = t.muted, .silent = named});
    Rect lines = at.middle_left(at.w, text_height + (who_below ? 16 : 0));
    text_wrapped(v.ui, lines.cut_top(text_height), words, {.silent = named});
    if (who_below) text_ellipsis(v.ui, lines, line.who, {.size = TextSize::small, .colour = t.muted, .silent = named});
    if (look)
        end_list_row(v.ui);
    else
        end_group(v.ui);
}

void lay_section(const View& v, Stack& s, const GuideSection& section) {
    if (!section.intro.empty()) {
        Stack intro(s.ui, s.box.inset(metrics::card_padding, 0), s.draw);
        intro.gap(6);
        intro.wrapped(section.intro, {});
        s.take(intro.box.y - s.box.y + 6);
    }
    if (section.lines.empty()) return;
    const bool numbered = section.lines.front().item.size() > 0 && !v.guide.requirement(section.lines.front().item);
    const Rect list = s.box;
    if (s.draw) begin_group(s.ui, Role::list, "lines", section.title, list);
    int number = 0;
    for (const GuideLine& line : section.lines) {
        if (s.draw && number > 0 && !line.item.empty()) hairline(s.ui, s.box.x, s.box.y, s.box.w);
        lay_line(v, s, line, numbered, ++number);
    }
    if (s.draw) end_group(s.ui);
}

void draw_document(const View& v, Rect& body) {
    for (const GuideSection& section : v.kept.sections) {
        Stack measure(v.ui, {0, 0, body.w, 0}, false);
        lay_section(v, measure, section);
        Rect card = body.cut_top(metrics::card_head + measure.height() + 4, metrics::card_gap);
        const IdScope scope(section.title);
        begin_card(v.ui, card, "section", section.title);
        const std::string key = key_of(section), more = "More for " + section.title;
        show_if_pointed_at(v, key, card, metrics::radius_card);
        const Rect right = card_head(v.ui, card, section.title, 2, 40);
        constexpr MenuItem items[] = {{"Copy link", Icon::link}};
        if (menu(v.ui, right.middle_right(32, 31).moved(4, 0), "more", Icon::more, more, items) == 0)
            v.out.emplace_back(intent::CopyLink{{Place::guide, {}, Section::overview, key}});
        card.cut_top(metrics::card_head);
        Stack inside(v.ui, card, true);
        lay_section(v, inside, section);
        end_card(v.ui);
    }
}

void lay_buttons(const View& v, Stack& s, std::initializer_list<std::pair<const char*, ButtonOptions>> buttons,
                 int& pressed) {
    Rect line = s.take(control_height(v.ui), 8);
    int index = 0;
    for (const auto& [label, options] : buttons) {
        const float width = button_width(v.ui, label, options);
        if (index > 0 && width > line.w) line = s.take(control_height(v.ui), 8);
        const Rect place = line.cut_left(width, 8);
        if (s.draw && button(v.ui, place, label, label, options)) pressed = index;
        ++index;
    }
}

// Which guide new releases begin with, and files of guides.
void lay_use(const View& v, Stack& s) {
    const bool in_use = v.guide.digest == v.model.guide->digest;
    const Rect line = s.take(20, 8);
    if (s.draw)
        status_word(v.ui, line, in_use ? StatusKind::done : StatusKind::open,
                    in_use ? "New releases begin with it" : "New releases begin with another one",
                    in_use ? Icon::check : Icon::circle, TextSize::body);
    s.fact("Followed by", counted(v.kept.followers, "release", "releases"), 96);
    s.gap(4);
    int pressed = -1;
    if (!in_use) lay_buttons(v, s, {{"Use for new releases", {.kind = ButtonKind::primary}}}, pressed);
    if (pressed == 0) v.out.emplace_back(intent::UseGuide{v.guide.digest});
    pressed = -1;
    lay_buttons(v, s, {{"Open a guide file", {.icon = Icon::upload}}, {"Save as a file", {.icon = Icon::download}}},
                pressed);
    if (pressed == 0) v.out.emplace_back(intent::OpenFiles{});
    if (pressed == 1) v.out.emplace_back(intent::SaveGuide{v.guide.digest});
    s.wrapped("A guide of your own is such a file with another text. It is checked when you open it.",
              {.size = TextSize::small, .colour = v.ui.theme->muted});
}

void lay_live(const View& v, Stack& s) {
    std::vector<std::string> titles = {"No release"};
    int chosen = 0;
    for (const std::string& id : v.kept.live) {
        const Release* release = v.model.release(id);
        titles.push_back(release ? title_of(release->state()) : id);
        if (v.live && id == v.live->id()) chosen = static_cast<int>(titles.size()) - 1;
    }
    const std::vector<std::string_view> options(titles.begin(), titles.end());
    const Rect at = s.take(select_height(v.ui, s.box.w), 8);
    if (s.draw)
        if (const int index = select(v.ui, at, "live", "Show how it stands in", options, chosen); index >= 0)
            v.out.emplace_back(intent::ShowGuide{
                v.guide.digest, index == 0 ? std::string() : v.kept.live[static_cast<std::size_t>(index) - 1]});
    s.wrapped(v.live ? "Each item leads to its place in the release." : "Choose a release to see its items here.",
              {.size = TextSize::small, .colour = v.ui.theme->muted});
}

void lay_changes(const View& v, Stack& s, const std::vector<GuideChange>& changes) {
    const TextStyle small{.size = TextSize::small, .colour = v.ui.theme->muted};
    std::string part;
    for (const GuideChange& change : changes) {
        if (change.part != part) s.wrapped(change.part, small, 2);
        part = change.part;
        s.wrapped(std::string(name_of(change.kind)) + ": " + change.title, {}, change.details.empty() ? 6 : 0);
        for (std::size_t i = 0; i < change.details.size(); ++i)
            s.wrapped(change.details[i], small, i + 1 == change.details.size() ? 6 : 0);
    }
    if (changes.empty()) s.wrapped("Nothing but the layout of its file.", {});
}

void lay_adoption(const View& v, Stack& s) {
    const Adoption& adoption = v.kept.adoption;
    const TextStyle small{.size = TextSize::small, .colour = v.ui.theme->muted};
    s.wrapped(title_of(v.live->state()) + " follows " + v.live->guide().title() + ".", {}, 8);
    lay_changes(v, s, adoption.changes);
    s.wrapped("What becomes of its ticks", small, 2);
    s.wrapped(counted(adoption.kept, "settled item stays", "settled items stay") + " settled", {}, 2);
    for (const Adoption::Effect& effect : adoption.effects)
        s.wrapped(effect.title + ": " + effect.was + " → " + effect.is, {}, 2);
    for (const std::string& role : adoption.stale) s.wrapped("The go of " + role + " is stale then", {}, 2);
    for (const std::string& role : adoption.unowned) s.wrapped("Nobody holds " + role + " yet", {}, 2);
    s.gap(6);
    const auto& refused = v.model.refused;
    if (refused && refused->release == v.live->id() && refused->about == "guide") {
        const std::string words = refused->refusal.text();
        const Rect at = s.take(notice_height(v.ui, s.box.w, words), 8);
        if (s.draw) notice(v.ui, at, "refused", StatusKind::blocked, words);
    }
    const std::string name = "Adopt it in " + title_of(v.live->state());
    const Rect at = s.take(control_height(v.ui));
    const bool can = !guide_is_settled(v.live->state().phase);
    const ButtonOptions options{
        .locked = !can, .description = can ? "" : "In production the guide is settled", .name = name};
    if (s.draw && button(v.ui, at.with_width(button_width(v.ui, "Adopt this guide", options)), "adopt",
                         "Adopt this guide", options))
        for (const auto& guide : v.model.guides)
            if (guide->digest == v.guide.digest)
                v.out.emplace_back(
                    intent::Do{v.live->id(), command::AdoptGuide{guide}, "Adopted " + guide->title(), command::Undo{}});
}

void draw_use(const View& v, Rect& body) {
    draw_card(v.ui, body, "use", "This guide", [&](Stack& s) { lay_use(v, s); });
}

void draw_release_cards(const View& v, Rect& body) {
    draw_card(v.ui, body, "live", "In a release", [&](Stack& s) { lay_live(v, s); });
    if (v.live && v.live->guide().digest != v.guide.digest)
        draw_card(v.ui, body, "adopt", "Adopt it in the release", [&](Stack& s) { lay_adoption(v, s); });
    const bool told = v.live && v.live->guide().digest == v.model.guide->digest; // by the card before
    if (!told && v.guide.digest != v.model.guide->digest)
        draw_card(v.ui, body, "changes", "What it changes", [&](Stack& s) {
            s.wrapped("Against " + v.model.guide->title(), {.size = TextSize::small, .colour = v.ui.theme->muted}, 8);
            lay_changes(v, s, v.kept.changes);
        });
}

void draw_guide_head(const View& v, Rect& body) {
    std::vector<std::string> titles;
    int chosen = -1;
    for (const auto& guide : v.model.guides) {
        if (guide->digest == v.guide.digest) chosen = static_cast<int>(titles.size());
        titles.push_back(guide->title());
    }
    const std::vector<std::string_view> options(titles.begin(), titles.end());
    if (columns(v.ui.size) == Columns::one) {
        heading(v.ui, body.cut_top(control_height(v.ui), titles.size() > 1 ? 4 : 12), 1, v.guide.title());
        if (titles.size() == 1) return;
    }
    Rect line = body.cut_top(control_height(v.ui), 12);
    if (titles.size() > 1) {
        const float width = select_chip_width(v.ui, "Guide", options[static_cast<std::size_t>(chosen)]);
        const Rect place =
            columns(v.ui.size) == Columns::one ? line.with_width(std::min(width, line.w)) : line.cut_right(width, 12);
        const int index = select(v.ui, place.middle_right(place.w, chip_height(v.ui)), "guide", "Guide", options,
                                 chosen, {.as_chip = true});
        if (index >= 0)
            v.out.emplace_back(
                intent::ShowGuide{v.model.guides[static_cast<std::size_t>(index)]->digest, v.model.guide_live});
    }
    if (columns(v.ui.size) != Columns::one) heading(v.ui, line, 1, v.guide.title());
}

} // namespace

void draw_guide(Ui& ui, const Model& model, GuideViewState& kept, Rect page, Intents& out) {
    const Guide* shown = model.guide.get();
    for (const auto& guide : model.guides)
        if (guide->digest == model.guide_shown) shown = guide.get();
    const Release* live = model.release(model.guide_live);
    refresh(model, *shown, live, kept);
    if (kept.visit != model.visits) kept.show_pointed = !model.route.item.empty();
    kept.visit = model.visits;
    const View v{ui, model, *shown, live, kept, out};
    begin_region(ui, Role::main, "main", "Guide", page);
    Rect body = begin_scroll(ui, "scroll", page).inset(gutter(ui), 14);
    const bool beside = columns(ui.size) == Columns::three;
    const float widest = beside ? document_width + metrics::card_gap + metrics::side_panel : document_width;
    body = body.with_width(std::min(body.w, widest));
    draw_guide_head(v, body);
    float bottom = 0;
    if (beside) {
        Rect side = body.cut_right(metrics::side_panel, metrics::card_gap);
        draw_document(v, body);
        draw_use(v, side);
        draw_release_cards(v, side);
        bottom = std::max(body.y, side.y);
    } else {
        draw_release_cards(v, body);
        draw_document(v, body);
        draw_use(v, body);
        bottom = body.y;
    }
    end_scroll(ui, bottom + 4);
    end_region(ui);
}

} // namespace desk::ui
