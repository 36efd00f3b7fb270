#include "ui/views/share_dialog.hpp"

#include "ui/views/words.hpp"
#include "ui/widgets/widgets.hpp"

namespace desk::ui {

namespace {

// "32,000".
std::string grouped(std::size_t number) {
    std::string words = std::to_string(number);
    for (std::size_t at = words.size(); at > 3;) words.insert(at -= 3, ",");
    return words;
}

// Why there is no link.
std::string problem_of(const Share& share) {
    if (!share.problem.empty()) return share.problem;
    return "Its link would have " + grouped(share.length) +
           " characters. Chats and mail programs cut links of more than " + grouped(longest_link) + ".";
}

void draw_link(Ui& ui, const Share& share, ShareDialogState& state, Rect& at) {
    state.link = share.link;
    const std::string hint = grouped(share.length) + " characters";
    const FieldOptions options{.kind = FieldKind::exact, .hint = hint, .read_only = true};
    text_field(ui, at.cut_top(field_height(ui, at.w, options), 12), "link", "Link", state.link, options);
    const char* words = "Whoever has the link has the release as it is now, with its whole history. Changes made later "
                        "are not in it.";
    at.cut_top(text_wrapped(ui, at, words, {.colour = ui.theme->muted}), 8);
    words = "Nothing is sent to a server: the link itself holds the release.";
    at.cut_top(text_wrapped(ui, at, words, {.colour = ui.theme->muted}), 16);
}

void draw_problem(Ui& ui, const Share& share, Rect& at) {
    const std::string words = problem_of(share);
    const char* strong = share.problem.empty() ? "This release is too large for a link" : "There is no link";
    notice(ui, at.cut_top(notice_height(ui, at.w, words, strong), 12), "problem", StatusKind::warning, words,
           Icon::warning, strong);
    at.cut_top(text_wrapped(ui, at, "Export its file instead, and pass that on.", {.colour = ui.theme->muted}), 16);
}

} // namespace

void draw_share_dialog(Ui& ui, const Model& model, ShareDialogState& state, Intents& out) {
    const Release* release = model.share ? model.release(model.share->release) : nullptr;
    if (!release) {
        state = {};
        return;
    }
    const Share& share = *model.share;
    Dialog dialog = begin_dialog(ui, "share", "Share " + title_of(release->state()), metrics::dialog_wide);
    Rect at = dialog.content;
    const bool linked = !share.link.empty();
    if (share.making)
        waiting(ui, at.cut_top(20, 16), "Making the link…");
    else if (linked)
        draw_link(ui, share, state, at);
    else
        draw_problem(ui, share, at);

    Rect buttons = at.cut_top(control_height(ui));
    const ButtonOptions primary{.kind = ButtonKind::primary, .icon = linked ? Icon::copy : Icon::download};
    const std::string_view act = linked ? "Copy link" : "Export file";
    bool leave = dialog.close_asked;
    if (state.waits && !share.making) focus_next(ui); // "Close" had it, alone
    state.waits = share.making;
    if (!share.making && button(ui, buttons.cut_right(button_width(ui, act, primary), 8), act, act, primary)) {
        if (linked)
            out.emplace_back(intent::CopyText{share.link, "Link copied"});
        else
            out.emplace_back(intent::Export{share.release});
        leave |= !linked;
    }
    leave |= button(ui, buttons.cut_right(button_width(ui, "Close")), "leave", "Close");
    end_dialog(ui, at.y);
    if (leave) out.emplace_back(intent::LeaveShare{});
}

} // namespace desk::ui
