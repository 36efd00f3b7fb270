// The quiet word that changes are in this browser only (core/reminder.hpp says when), at the top of the releases.
#pragma once

#include "ui/app/intent.hpp"
#include "ui/app/model.hpp"
#include "ui/ui.hpp"

namespace desk::ui {

// Takes its place from the top of `body`; nothing if it is not due.
void draw_reminder(Ui& ui, const Model& model, Rect& body, Intents& out);

// "2 releases hold changes of yours that no export has, since 12 Nov"; empty if there are none.
std::string unexported_words(const Model& model);

} // namespace desk::ui
