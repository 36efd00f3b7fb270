#include "ui/views/release/draft_field.hpp"

#include "ui/views/release/pointed.hpp"

namespace desk::ui {

namespace {

void send(const Part& p, const std::string& about, Draft& draft, std::string_view done_text) {
    draft.sent = true;
    draft.problem.clear();
    p.act(draft.command ? draft.command(draft.text) : command::SetField{about, draft.text}, std::string(done_text));
}

// The draft as it is to be shown in this frame.
Draft& current(const Part& p, const std::string& about, const TextField& now) {
    Draft& draft = p.view.drafts[about];
    if (draft.sent && !p.model.name_wanted) {
        draft.sent = false;
        const Refused* refused = refused_about(p, about);
        draft.changed = p.me().empty() || refused;
        if (refused) {
            const Blocker& first = refused->refusal.blockers.front();
            draft.problem = first.text + ". " + first.fix;
        }
    }
    if (!draft.changed && !draft.sent) draft.text = now.text;
    return draft;
}

} // namespace

void lay_draft(const Part& p, Stack& s, const std::string& about, std::string_view label, const TextField& now,
               const DraftOptions& options, float gap) {
    IdScope scope(about);
    Draft& draft = current(p, about, now);
    draft.command = options.command;
    std::string hint(options.hint);
    if (now.disputed) hint = "Copies disagree: choose one under Needs a decision";
    const bool asked = s.draw && p.view.show_item == about;
    const FieldOptions field{.placeholder = options.placeholder,
                             .hint = hint,
                             .error = draft.problem,
                             .read_only = options.read_only || p.ended(),
                             .focus = asked};
    const float height = options.area
                             ? area_height(p.ui, s.box.w, draft.text, field, options.min_lines, options.max_lines)
                             : field_height(p.ui, s.box.w, field);
    const Rect area = s.take(height, gap);
    if (!s.draw) return;
    if (is_pointed_at(p, about)) fill(p.ui, {area.x - 9, area.y, metrics::current_bar, area.h}, p.ui.theme->accent);
    if (asked) {
        scroll_into_view(p.ui, area);
        p.view.show_item.clear();
    }
    const FieldResult result =
        options.area ? text_area(p.ui, area, "draft", label, draft.text, field, options.min_lines, options.max_lines)
                     : text_field(p.ui, area, "draft", label, draft.text, field);
    if (result.changed) draft.changed = draft.text != now.text;
    if (result.cancelled) draft.changed = false;
    if (result.changed || result.cancelled) draft.problem.clear();
    if (result.committed && draft.changed && !draft.sent) send(p, about, draft, options.done_text);
}

void keep_drafts(const Part& p) {
    for (auto& [about, draft] : p.view.drafts)
        if (draft.changed && !draft.sent && draft.problem.empty() &&
            (!draft.text.empty() || about != "rollback:last-good"))
            send(p, about, draft, {});
}

} // namespace desk::ui
