// The cards of the import preview.
#pragma once

#include "ui/views/import.hpp"

namespace desk::ui {

struct ImportCards {
    Ui& ui;
    const Model& model;
    ImportViewState& view;

    // "14 New", "120 Already here", "2 Conflicts", "1 Unknown".
    void counts(const ImportPreview&, Rect& body) const;
    // One a dispute that the arrival brings, with the choice that is made with the import.
    void disputes(const ArrivingRelease&, Rect& body) const;
    // The entries that would be new, and what would read otherwise.
    void entries(const ArrivingRelease&, Rect& body) const;

    ImportViewState::Listed& listed(const ArrivingRelease&) const;
};

} // namespace desk::ui
