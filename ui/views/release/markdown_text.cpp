#include "ui/views/release/markdown_text.hpp"

namespace desk::ui {

void lay_markdown(const Part& p, Stack& s, std::string_view markdown) {
    for (const std::string_view each : text_lines(markdown)) {
        const MarkdownLine line = markdown_line(each);
        TextStyle style;
        if (line.kind == MarkdownLine::Kind::blank || line.kind == MarkdownLine::Kind::heading) s.gap(4);
        if (line.kind == MarkdownLine::Kind::blank) continue;
        if (line.kind == MarkdownLine::Kind::heading) style.weight = Weight::strong;
        if (line.level == 1) style.size = TextSize::title;
        if (line.level > 2) style.colour = p.ui.theme->muted;
        float indent = 0;
        if (line.kind == MarkdownLine::Kind::numbered) {
            indent = text_width(p.ui, line.marker) + 6;
            if (s.draw) text(p.ui, s.box.with_height(20), line.marker);
        } else if (line.kind == MarkdownLine::Kind::bullet) {
            indent = 14;
            if (s.draw) disc(p.ui, {s.box.x + 4, s.box.y + 10}, 2, p.ui.theme->muted);
        }
        const auto spans = markdown_spans(line.text);
        const Rect place{s.box.x + indent, s.box.y, s.box.w - indent, 0};
        s.take(text_spans(p.ui, place, spans, style, s.draw), 2);
    }
}

} // namespace desk::ui
