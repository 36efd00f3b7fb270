#include "ui/views/release/notes.hpp"

#include "core/file/release_file.hpp"
#include "core/notes/render.hpp"
#include "core/release/registers.hpp"
#include "ui/views/release/announcements.hpp"
#include "ui/views/release/commits_dialog.hpp"
#include "ui/views/release/draft_field.hpp"
#include "ui/views/release/markdown_text.hpp"

#include <array>

namespace desk::ui {

namespace {

std::string file_name_of(const Part& p, std::string_view extension) {
    std::string name = suggested_file_name(p.state());
    if (const auto dot = name.find(".release.json"); dot != std::string::npos) name.erase(dot);
    return name + "-notes." + std::string(extension);
}

void draw_preview(const Part& p, Rect& column, const std::string& markdown) {
    Stack measure(p.ui, {0, 0, column.w - 2 * metrics::card_padding, 0}, false);
    lay_markdown(p, measure, markdown);
    Rect card = column.cut_top(metrics::card_head + measure.height() + 24, 12);
    begin_card(p.ui, card, "preview", "Preview");
    card_head(p.ui, card, "Preview");
    card.cut_top(metrics::card_head);
    Stack inside(p.ui, card.inset(metrics::card_padding, 8), true);
    lay_markdown(p, inside, markdown);
    end_card(p.ui);
}

// Beside each other, or one below the other where they have no room. Takes its height off the column.
void draw_acts(const Part& p, Rect& column, const std::string& markdown) {
    constexpr std::array<MenuItem, 3> formats = {
        {{"Markdown", Icon::file}, {"HTML", Icon::file}, {"Plain text", Icon::file}}};
    const ButtonOptions copy{.icon = Icon::copy};
    const float copy_width = button_width(p.ui, "Copy as Markdown", copy);
    const float download_width = menu_button_width(p.ui, "Download");
    Rect line = column.cut_top(control_height(p.ui), 12);
    if (button(p.ui, line.cut_left(copy_width, 8), "copy", "Copy as Markdown", copy))
        p.out.push_back(intent::CopyText{markdown, "Release notes copied"});
    if (line.w < download_width) line = column.cut_top(control_height(p.ui), 12);
    const int chosen = menu_button(p.ui, line.with_width(download_width), "download", "Download", formats);
    if (chosen == 0) p.out.push_back(intent::SaveText{file_name_of(p, "md"), markdown});
    if (chosen == 1)
        p.out.push_back(intent::SaveText{file_name_of(p, "html"), render_notes(p.release, NotesFormat::html)});
    if (chosen == 2)
        p.out.push_back(intent::SaveText{file_name_of(p, "txt"), render_notes(p.release, NotesFormat::text)});
}

} // namespace

void draw_notes(const Part& p, Rect& body) {
    const bool beside = body.w >= 640;
    Rect title = body.with_width(beside ? body.column(0, 2, 16).w : body.w);
    const Rect right = section_title(p, title, "Release notes");
    body.cut_top(title.y - body.y);
    const ButtonOptions paste{.kind = ButtonKind::ghost, .icon = Icon::plus, .compact = true};
    const float paste_width = button_width(p.ui, "Paste commits…", paste);
    if (!p.ended() &&
        button(p.ui, right.middle_right(paste_width, compact_height(p.ui)), "paste", "Paste commits…", paste))
        ask_commits(p);
    const std::string markdown = render_notes(p.release, NotesFormat::markdown);
    Rect fields = beside ? body.column(0, 2, 16) : body;
    Stack s(p.ui, fields, true);
    for (const NotesFieldSpec& spec : p.guide().notes) {
        const auto now = p.state().notes.find(spec.key);
        static const TextField nothing;
        lay_draft(p, s, registers::notes(spec.key), spec.name, now == p.state().notes.end() ? nothing : now->second,
                  {.area = spec.long_text, .min_lines = 3, .done_text = "Notes kept"});
    }
    s.wrapped("A text is kept when you leave its field, or with Ctrl+Enter.",
              {.size = TextSize::small, .colour = p.ui.theme->muted}, 12);
    Rect column = beside ? body.column(1, 2, 16) : Rect{body.x, s.box.y, body.w, 0};
    draw_acts(p, column, markdown);
    draw_preview(p, column, markdown);
    draw_announcements(p, column);
    const float bottom = std::max(s.box.y, column.y);
    body.cut_top(bottom - body.y);
}

} // namespace desk::ui
