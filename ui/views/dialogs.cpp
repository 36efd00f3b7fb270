#include "ui/views/dialogs.hpp"

#include "ui/app/ports.hpp"
#include "ui/views/words.hpp"
#include "ui/widgets/widgets.hpp"

namespace desk::ui {

namespace {

// "Line 12: `s` is missing.", or the words alone as a sentence.
std::string problem_text(const ImportProblem& problem) {
    std::string words = problem.text;
    if (problem.line > 0)
        words = "Line " + std::to_string(problem.line) + ": " + words;
    else if (!words.empty() && words[0] >= 'a' && words[0] <= 'z')
        words[0] = static_cast<char>(words[0] - 'a' + 'A');
    if (!words.empty() && words.back() != '.') words += '.';
    return words;
}

} // namespace

void draw_name_dialog(Ui& ui, const Model& model, NameDialogState& state, Intents& out) {
    if (!model.name_wanted) {
        state = {};
        return;
    }
    Dialog dialog = begin_dialog(ui, "my-name", "What is your name?");
    Rect at = dialog.content;
    const char* why =
        "It is kept with what you do, so that the team sees who said what. It is what you say: nobody checks it.";
    at.cut_top(text_wrapped(ui, at, why, {.colour = ui.theme->muted}), 12);
    const bool blank = state.name.find_first_not_of(" \t") == std::string::npos;
    const FieldOptions options{.kind = FieldKind::name,
                               .placeholder = "Ana Souza",
                               .error = state.tried && blank ? "Write your name, or choose Not now." : "",
                               .required = true};
    const FieldResult typed =
        text_field(ui, at.cut_top(field_height(ui, at.w, options), 16), "name", "Your name", state.name, options);
    Rect buttons = at.cut_top(control_height(ui));
    const ButtonOptions primary{.kind = ButtonKind::primary};
    const Rect use_place = buttons.cut_right(button_width(ui, "Use this name", primary), 8);
    const bool leave = button(ui, buttons.cut_right(button_width(ui, "Not now")), "leave", "Not now");
    const bool use = button(ui, use_place, "use", "Use this name", primary) || typed.entered;
    end_dialog(ui, at.y);
    if (use) {
        state.tried = true;
        if (!blank) out.emplace_back(intent::SetMyName{state.name});
    }
    if (leave || dialog.close_asked) out.emplace_back(intent::LeaveUnnamed{});
}

void draw_import_dialog(Ui& ui, const Model& model, Intents& out) {
    if (model.import_problems.empty()) return;
    const std::size_t count = model.import_problems.size();
    const bool link = count == 1 && model.import_problems.front().file == shared_link_name;
    Dialog dialog = begin_dialog(ui, "not-imported",
                                 link         ? "This link was not opened"
                                 : count == 1 ? "This file was not imported"
                                              : "These files were not imported");
    Rect at = dialog.content;
    at.cut_top(text_wrapped(ui, at, "Nothing has been changed.", {.colour = ui.theme->muted}), 12);
    for (std::size_t i = 0; i < count; ++i) {
        const ImportProblem& problem = model.import_problems[i];
        const IdScope scope(static_cast<int>(i));
        const std::string words = problem_text(problem);
        const std::string_view strong = link ? std::string_view() : problem.file;
        notice(ui, at.cut_top(notice_height(ui, at.w, words, strong), 8), "problem", StatusKind::warning, words,
               link ? Icon::link : Icon::file, strong);
    }
    at.cut_top(8);
    Rect buttons = at.cut_top(control_height(ui));
    const ButtonOptions again{.icon = Icon::upload};
    const std::string_view choose = link ? "Choose a file" : "Choose another file";
    const Rect close_place = buttons.cut_right(button_width(ui, "Close"), 8);
    if (button(ui, buttons.cut_right(button_width(ui, choose, again)), "again", choose, again)) {
        out.emplace_back(intent::DismissImportProblems{});
        out.emplace_back(intent::OpenFiles{});
    }
    if (button(ui, close_place, "close", "Close") || dialog.close_asked)
        out.emplace_back(intent::DismissImportProblems{});
    end_dialog(ui, at.y);
}

} // namespace desk::ui
