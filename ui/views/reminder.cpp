#include "ui/views/reminder.hpp"

#include "ui/views/words.hpp"
#include "ui/widgets/widgets.hpp"

namespace desk::ui {

std::string unexported_words(const Model& model) {
    const Unexported& unexported = model.unexported;
    if (!unexported.since_ms) return {};
    const std::size_t count = unexported.releases.size();
    return counted(count, "release holds", "releases hold") + " changes of yours that no export has, the oldest from " +
           age_text(model, *unexported.since_ms);
}

void draw_reminder(Ui& ui, const Model& model, Rect& body, Intents& out) {
    if (!model.export_due) return;
    const std::string words = unexported_words(model) + ". This browser may remove them when space is short.";
    const char* strong = "Only in this browser";
    notice(ui, body.cut_top(notice_height(ui, body.w, words, strong), 8), "reminder", StatusKind::open, words,
           Icon::download, strong);
    Rect line = body.cut_top(control_height(ui), 12);
    if (button(ui, line.cut_left(button_width(ui, "Export now", download_button), 8), "reminder-export", "Export now",
               download_button))
        out.emplace_back(intent::ExportTogether{model.unexported.releases});
    const ButtonOptions later{.kind = ButtonKind::ghost};
    if (button(ui, line.cut_left(button_width(ui, "Remind me in a week", later)), "reminder-later",
               "Remind me in a week", later))
        out.emplace_back(intent::PutOffExport{});
}

} // namespace desk::ui
