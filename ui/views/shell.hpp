// The frame around every view: rail or bottom bar, top bar, toasts, dialogs; and the view that the route names.
#pragma once

#include "ui/app/intent.hpp"
#include "ui/app/model.hpp"
#include "ui/ui.hpp"
#include "ui/views/calendar.hpp"
#include "ui/views/dialogs.hpp"
#include "ui/views/export_dialog.hpp"
#include "ui/views/guide.hpp"
#include "ui/views/import.hpp"
#include "ui/views/metrics.hpp"
#include "ui/views/my_work.hpp"
#include "ui/views/new_release.hpp"
#include "ui/views/palette.hpp"
#include "ui/views/portfolio.hpp"
#include "ui/views/release/release_view.hpp"
#include "ui/views/releases.hpp"
#include "ui/views/settings.hpp"
#include "ui/views/share_dialog.hpp"

#include <map>
#include <optional>
#include <string>

namespace desk::ui {

struct ShellState {
    Portfolio portfolio;
    ReleasesViewState releases;
    MyWork my_work;
    CalendarViewState calendar;
    MetricsViewState metrics;
    NewReleaseState new_release;
    ExportDialogState export_dialog;
    ShareDialogState share_dialog;
    GuideViewState guide;
    ImportViewState import;
    SettingsViewState settings;
    NameDialogState name_dialog;
    bool newer_held = false;                               // the toast of a newer version is being read or pressed
    std::map<std::string, ReleaseViewState> release_views; // by release
    PaletteState palette;
    bool keys_open = false;
    std::string asked;          // key of an act to be done (ui/views/shell_acts.hpp)
    std::optional<Route> shown; // in the frame before
};

// True while the user is reading the toast, so that it must not go.
bool draw_shell(Ui&, const Model&, ShellState&, Intents&);

} // namespace desk::ui
