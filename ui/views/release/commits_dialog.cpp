#include "ui/views/release/commits_dialog.hpp"

#include "core/notes/commits.hpp"
#include "core/release/registers.hpp"
#include "ui/views/release/markdown_text.hpp"

namespace desk::ui {

namespace {

constexpr float highest = 240; // of what is sorted; more of it scrolls

// "4 commits, 1 listed already, 12 lines of hashes, authors, dates and bodies left out".
std::string summary_of(const PastedCommits& commits, std::size_t known) {
    std::string words = counted(commits.commits.size(), "commit", "commits");
    if (known > 0) words += ", " + std::to_string(known) + " listed already";
    if (commits.details > 0)
        words += ", " + counted(commits.details, "line", "lines") + " of hashes, authors, dates and bodies left out";
    return words;
}

void draw_sorted(const Part& p, Rect& c, const Question& q) {
    const PastedCommits commits = read_commits(q.fields[0].text);
    if (commits.commits.empty()) return;
    const auto before = p.state().notes.find(registers::commits_field);
    const auto notes = with_commits(before == p.state().notes.end() ? "" : before->second.text, commits);
    c.cut_top(text_wrapped(p.ui, c, summary_of(commits, notes.known), {.weight = Weight::strong}), 8);
    if (notes.added > 0) {
        const float inner = c.w - 2 * metrics::card_padding;
        Stack measure(p.ui, {0, 0, inner, 0}, false);
        lay_markdown(p, measure, notes.preview);
        const Rect box = c.cut_top(std::min(highest, measure.height() + 12), 12);
        outline(p.ui, box, p.ui.theme->border, metrics::radius_control);
        const Rect content = begin_scroll(p.ui, "sorted", box, "Sorted commits");
        Stack s(p.ui, {content.x + metrics::card_padding, content.y + 4, inner, 0}, true);
        lay_markdown(p, s, notes.preview);
        end_scroll(p.ui, s.box.y + 4);
    }
    const std::string hint = type_hint(p.release, commits);
    if (!hint.empty())
        notice(p.ui, c.cut_top(notice_height(p.ui, c.w, hint), 12), "hint", StatusKind::warning, hint, Icon::warning);
}

} // namespace

void ask_commits(const Part& p) {
    Question q{"Which commits are in this release?", "", "Add to notable changes", "Not now"};
    q.about = "commits";
    q.fields = {{"Commits", "a1b2c3d feat(cart): keep carts for 90 days (#12)",
                 "What git log or git log --oneline prints, or one subject a line", true, false}};
    q.command = [](const std::vector<QuestionField>& fields) -> Command { return command::AddCommits{fields[0].text}; };
    q.done_text = "Commits are in the notable changes";
    q.width = 640;
    q.more = draw_sorted;
    p.ask(std::move(q));
}

} // namespace desk::ui
