#include "ui/views/release/part.hpp"

#include "core/rules/wording.hpp"

#include <algorithm>

namespace desk::ui {

std::string Part::people_of(std::string_view role) const {
    const auto found = state().people.find(std::string(role));
    if (found == state().people.end()) return {};
    std::string names;
    for (const std::string& name : found->second) {
        if (!names.empty()) names += ", ";
        names += name;
    }
    return names;
}

std::string Part::people_or_nobody(std::string_view role) const {
    std::string names = people_of(role);
    return names.empty() ? "Nobody yet" : names;
}

void Part::act(Command command, std::string done_text, std::optional<Command> undo) const {
    out.push_back(intent::Do{release.id(), std::move(command), std::move(done_text), std::move(undo)});
}

void Part::ask(Question question) const {
    if (auto kept = view.unsent.extract(question.title + question.text))
        for (std::size_t i = 0; i < std::min(question.fields.size(), kept.mapped().size()); ++i)
            question.fields[i].text = kept.mapped()[i].text;
    view.question = std::move(question);
}

void Part::go(Section section, std::string_view thing) const {
    out.push_back(intent::Go{{Place::releases, release.id(), section, std::string(thing)}});
}

const Refused* refused_about(const Part& p, std::string_view about) {
    const auto& refused = p.model.refused;
    return refused && refused->release == p.release.id() && refused->about == about ? &*refused : nullptr;
}

void lay_refusal(const Part& p, Stack& s, std::string_view about, float gap) {
    const Refused* refused = refused_about(p, about);
    if (!refused) return;
    constexpr float inset = 10;
    const StatusColours& colours = p.ui.theme->status(StatusKind::blocked);
    const auto lay = [&](Rect area, bool draw) {
        Stack inner(p.ui, area, draw);
        for (const Blocker& blocker : refused->refusal.blockers) {
            Rect first = inner.box;
            if (draw) icon(p.ui, first.with_width(16).with_height(20), Icon::lock, colours.text);
            Stack words(p.ui, {first.x + 24, first.y, first.w - 24, 0}, draw);
            words.wrapped(blocker.text, {.weight = Weight::strong, .colour = colours.text});
            if (!blocker.who.empty()) words.wrapped(blocker.who, {.size = TextSize::small, .colour = colours.text});
            words.wrapped(blocker.fix, {.size = TextSize::small, .colour = colours.text});
            inner.take(words.height(), 8);
        }
        const ButtonOptions options{.compact = true};
        const Rect line = inner.take(compact_height(p.ui));
        Rect buttons = {line.x + 24, line.y, line.w - 24, line.h};
        if (draw &&
            button(p.ui, buttons.with_width(button_width(p.ui, "Dismiss", options)), "dismiss", "Dismiss", options))
            p.out.push_back(intent::DismissRefusal{});
        return inner.height();
    };
    const float height = lay({0, 0, s.box.w - 2 * inset, 0}, false) + 2 * inset;
    const Rect box = s.take(height, gap);
    if (!s.draw) return;
    IdScope scope("refused");
    begin_group(p.ui, Role::alert, "refusal", "Not done", box);
    fill(p.ui, box, colours.background, metrics::radius_control);
    lay(box.inset(inset), true);
    end_group(p.ui);
}

Rect section_title(const Part& p, Rect& body, std::string_view title) {
    Rect line = body.cut_top(24, 8);
    const float width = heading(p.ui, line, 2, title);
    line.cut_left(width, 12);
    return line;
}

std::string day_text(const Model& model, std::string_view day) {
    if (day.size() != 10) return std::string(day);
    const std::string text = local_time_text(model, std::string(day) + "T00:00");
    const auto comma = text.find(','), space = text.find(' ');
    if (comma == std::string::npos) return text.substr(0, space); // "Today"
    return text.substr(space + 1, comma - space - 1);
}

std::string link_words(std::string_view url) {
    for (const std::string_view scheme : {"https://", "http://"})
        if (url.substr(0, scheme.size()) == scheme) url.remove_prefix(scheme.size());
    if (!url.empty() && url.back() == '/') url.remove_suffix(1);
    return std::string(url);
}

bool looks_like_link(std::string_view text) {
    const auto begins = [&](std::string_view scheme) { return text.substr(0, scheme.size()) == scheme; };
    return (begins("https://") || begins("http://")) && text.find_first_of(" \n\t") == std::string_view::npos;
}

std::string lower_first(std::string text) {
    if (text.size() > 1 && text[0] >= 'A' && text[0] <= 'Z' && !(text[1] >= 'A' && text[1] <= 'Z'))
        text[0] = static_cast<char>(text[0] - 'A' + 'a');
    return text;
}

} // namespace desk::ui
