#include "ui/views/release/item_parts.hpp"

#include "core/release/registers.hpp"
#include "ui/views/release/acts.hpp"
#include "ui/views/release/pointed.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace desk::ui {

std::vector<SubLine> evidence_lines(const Item& item) {
    std::vector<SubLine> lines;
    if (!item.note.text.empty()) lines.push_back({item.note.text});
    for (const std::string& url : item.evidence) lines.push_back({link_words(url), url});
    return lines;
}

void lay_sub_lines(const Part& p, Stack& s, const std::vector<SubLine>& lines) {
    int index = 0;
    for (const SubLine& line : lines) {
        IdScope scope(index++);
        if (line.url.empty()) {
            s.wrapped(line.words, {.size = TextSize::small, .colour = p.ui.theme->muted});
            continue;
        }
        const std::string name = "Copy link " + line.words;
        const LinkOptions options{.size = TextSize::small, .icon = Icon::link, .ellipsis = true, .name = name};
        const float used = link_width(p.ui, line.words, options) + 4;
        const bool beside = used + text_width(p.ui, "· " + line.after, TextSize::small) <= s.box.w;
        const Rect box = s.take(link_line(p.ui, 18));
        if (s.draw && link(p.ui, box, "evidence", line.words, options))
            p.out.push_back(intent::CopyText{line.url, "Link copied"});
        if (line.after.empty()) continue;
        if (!beside) {
            s.wrapped(line.after, {.size = TextSize::small, .colour = p.ui.theme->muted});
        } else if (s.draw) {
            Rect rest{box.x + used, box.y, box.w - used, box.h};
            const TextStyle dot{.size = TextSize::small, .colour = p.ui.theme->muted, .silent = true};
            rest.cut_left(text(p.ui, rest, "· ", dot));
            muted(p.ui, rest, line.after);
        }
    }
}

std::string signed_by(const Part& p, const Item& item) {
    Said last = item.disposed;
    for (const SignOff& sign : item.sign_offs)
        for (const Said& said : sign.said)
            if (sign.done && said.at_ms >= last.at_ms) last = said;
    return last.by.empty() ? std::string() : last.by + ", " + short_time(p.model, last.at_ms);
}

void sign(const Part& p, const Item& item, bool done, std::vector<std::string> as) {
    const bool requirement = p.guide().requirement(item.spec->key) != nullptr;
    const std::string word = !done ? "Taken back" : requirement ? "Marked met" : "Signed";
    // What a signature replaced beside the opposite one, a waiver say, does not come back by itself: then there is no
    // Undo.
    std::optional<Command> undo;
    if (item.status != ItemStatus::waived && item.status != ItemStatus::not_applicable && !item.disputed)
        undo = command::Sign{item.spec->key, as, !done, {}, {}};
    p.act(command::Sign{item.spec->key, as, done, {}, {}}, word + ": " + item.spec->text, std::move(undo));
}

void ask_evidence(const Part& p, const Item& item) {
    p.ask({"Which link is the evidence?",
           item.spec->text,
           "Add evidence",
           "Leave as it is",
           false,
           item.spec->key,
           {{"Link", "https://"}},
           [key = item.spec->key](const std::vector<QuestionField>& fields) -> Command {
               return command::AddEvidence{key, fields[0].text};
           },
           "Evidence added: " + item.spec->text});
}

void ask_note(const Part& p, const Item& item) {
    p.ask({"What is there to note?",
           item.spec->text,
           "Keep note",
           "Leave as it is",
           false,
           "note:" + item.spec->key,
           {{"Note", "", "", true, false, item.note.text}},
           [key = item.spec->key](const std::vector<QuestionField>& fields) -> Command {
               return command::SetField{registers::note(key), fields[0].text};
           },
           "Noted: " + item.spec->text});
}

void ask_waiver(const Part& p, const Item& item) {
    p.ask({"Waive this requirement?",
           item.spec->text + ". A waiver is shown to everybody, and counted in the retrospective.",
           "Waive it",
           "Keep requirement",
           false,
           item.spec->key,
           {{"Reason", "Why the release can go without it", "", true},
            {"Approver", "Who approves it"},
            {"Expires", "2026-12-15", "A date, or nothing", false, false}},
           [key = item.spec->key](const std::vector<QuestionField>& fields) -> Command {
               return command::Waive{key, fields[0].text, fields[1].text, fields[2].text};
           },
           "Waived: " + item.spec->text});
}

void ask_not_applicable(const Part& p, const Item& item) {
    p.ask({"Does this item not apply?",
           item.spec->text + ", " + item.spec->condition + ".",
           "Mark not applicable",
           "Keep item",
           false,
           item.spec->key,
           {{"Reason", "Say why", "", true}},
           [key = item.spec->key](const std::vector<QuestionField>& fields) -> Command {
               return command::NotApplicable{key, fields[0].text};
           },
           "Not applicable: " + item.spec->text});
}

void draw_item_menu(const Part& p, Rect box, const Item& item, Section section, const std::string& thing) {
    Acts acts = item_acts(p, item);
    acts.push_back({"copy-link", std::string(copy_link_item.label), copy_link_item.icon, {}, {}, [&] {
                        copy_link(p, section, thing);
                    }});
    std::vector<MenuItem> items;
    for (const Act& act : acts) items.push_back({act.label, act.icon});
    const int chosen = menu(p.ui, box, "more", Icon::more, "More for " + item.spec->text, items);
    if (chosen >= 0) acts[static_cast<std::size_t>(chosen)].run();
}

} // namespace desk::ui
