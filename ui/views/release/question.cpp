#include "ui/views/release/question.hpp"

#include "ui/views/release/part.hpp"

#include <algorithm>

namespace desk::ui {

namespace {

void send(const Part& p, Question& q) {
    q.sent = true;
    p.act(q.command(q.fields), q.done_text);
}

// True if the question is answered and may go.
bool answered(const Part& p, Question& q) {
    if (!q.sent) return false;
    q.sent = false;
    return !p.me().empty() && !refused_about(p, q.about);
}

// True if Enter was pressed in a field of one line.
bool draw_fields(const Part& p, Question& q, Rect& c) {
    int index = 0;
    bool entered = false;
    const bool refused = refused_about(p, q.about) != nullptr;
    for (QuestionField& field : q.fields) {
        IdScope scope(index++);
        const bool missing = refused && field.required && field.text.find_first_not_of(" \n\t") == std::string::npos;
        FieldOptions options{
            .placeholder = field.placeholder, .hint = field.hint, .invalid = missing, .required = field.required};
        FieldResult result;
        if (!field.choices.empty()) {
            const std::vector<std::string_view> choices(field.choices.begin(), field.choices.end());
            const auto found = std::find(field.choices.begin(), field.choices.end(), field.text);
            const int chosen = found == field.choices.end() ? -1 : static_cast<int>(found - field.choices.begin());
            const SelectOptions list{
                .placeholder = field.placeholder, .hint = field.hint, .invalid = missing, .required = field.required};
            const Rect at = c.cut_top(select_height(p.ui, c.w, list), 12);
            const int now = select(p.ui, at, "field", field.label, choices, chosen, list);
            if (now >= 0) field.text = field.choices[static_cast<std::size_t>(now)];
            continue;
        }
        if (field.area) {
            result = text_area(p.ui, c.cut_top(area_height(p.ui, c.w, field.text, options, 2), 12), "field",
                               field.label, field.text, options, 2);
        } else {
            result = text_field(p.ui, c.cut_top(field_height(p.ui, c.w, options), 12), "field", field.label, field.text,
                                options);
        }
        entered |= result.entered;
    }
    return entered;
}

} // namespace

void draw_question(const Part& p) {
    auto& open = p.view.question;
    // Who acts is asked first, in a dialog of its own.
    if (!open || p.model.name_wanted) return;
    if (answered(p, *open)) {
        open.reset();
        return;
    }
    Question& q = *open;
    const std::vector<QuestionField> written = q.fields; // Escape takes a text back before it is known that all closes
    Dialog d = begin_dialog(p.ui, "question", q.title, q.width);
    Rect c = d.content;
    if (!q.text.empty()) c.cut_top(text_wrapped(p.ui, c, q.text, {.colour = p.ui.theme->muted}), 12);
    const bool entered = draw_fields(p, q, c);
    if (q.more) q.more(p, c, q);
    Stack refusal(p.ui, c, true);
    lay_refusal(p, refusal, q.about, 12);
    c.y = refusal.box.y;

    // What is not filled in is refused by the core, and told here.
    const ButtonOptions yes{.kind = q.danger ? ButtonKind::danger : ButtonKind::primary};
    Rect buttons = c.cut_top(control_height(p.ui));
    const float yes_width = button_width(p.ui, q.confirm, yes), no_width = button_width(p.ui, q.keep);
    Rect right = buttons.cut_right(std::min(yes_width, buttons.w), 8);
    // On a narrow screen the two stand under each other.
    Rect left = buttons.w >= no_width ? buttons.cut_right(no_width)
                                      : Rect{right.x, c.cut_top(control_height(p.ui) + 8).y + 8, yes_width, right.h};
    const bool keep = button(p.ui, left, "no", q.keep);
    const bool go = button(p.ui, right, "yes", q.confirm, yes);
    end_dialog(p.ui, c.y);
    if (go || entered) send(p, q);
    if (keep || d.close_asked) {
        if (refused_about(p, q.about)) p.out.push_back(intent::DismissRefusal{});
        if (!keep) p.view.unsent[q.title + q.text] = written;
        open.reset();
    }
}

} // namespace desk::ui
