// What a view asks for. Views change nothing themselves; the Desk carries these out after the frame.
#pragma once

#include "core/commands/command.hpp"
#include "core/notes/announce.hpp"
#include "ui/app/model.hpp"
#include "ui/app/route.hpp"

#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace desk::ui::intent {

struct Do { // a command on a release, as `my_name`
    std::string release;
    Command command;
    std::string done_text = {}; // for the toast and the live region: "Marked done"; empty: silent
    // What takes it back: the toast then offers Undo. Without it `command::Undo` does, if the core allows that.
    std::optional<Command> undo = {};
    bool takes_back = false; // it is an Undo itself: no other one is offered
};
struct Create {
    NewRelease fields;
};
struct Go {
    Route route;
    bool instead = false; // in the place of where the user is: another filter, say. "Back" does not lead to it
};
struct CopyLink { // to what it points at
    Route route;
};
struct Export {
    std::string release; // empty: every release of which something is not saved
};
struct ExportTogether { // as one file
    std::vector<std::string> releases;
};
struct ShareLink { // makes a link that carries the release
    std::string release;
};
struct LeaveShare {}; // the link is not wanted any longer
struct OpenFiles {};  // the picker
struct SetMyName {
    std::string name;
};
struct LeaveUnnamed {}; // the user does not give a name now: what waits for it is not done
struct SetTheme {
    ThemeChoice theme;
};
struct SetSingleKeys {
    bool on;
};
struct SetContrast {
    ContrastChoice contrast;
};
struct RetrySave {};
struct FetchRest {}; // of the program, again
struct Renew {};     // go over to the newer version, once all is saved
struct LeaveNewer {};
struct SaveProgram {};  // as one file
struct AskToKeep {};    // the browser: what is stored
struct PutOffExport {}; // do not remind of it for a while
struct CopyText {
    std::string text, done_text;
};
struct WriteMail { // in the user's mail program
    AnnouncementText message;
};
struct ShowGuide {       // at the place of guides
    std::string digest;  // empty: the one for new releases
    std::string release; // whose items are to be shown beside it; empty: none
};
struct UseGuide { // for new releases, from now on
    std::string digest;
};
struct SaveGuide { // as a file to be changed and opened again
    std::string digest;
};
struct SaveText { // offer a text as a file
    std::string file_name, text;
};
struct Import { // what the preview shows, with what has been decided there
    std::vector<std::pair<std::string, command::Resolve>> decisions; // by release
};
struct LeaveImport {}; // nothing of the preview is kept
struct Say {           // tell the user something, in passing
    std::string text;
};
struct DismissRefusal {};
struct DismissToast {};
struct DismissImportProblems {};

} // namespace desk::ui::intent

namespace desk::ui {

using Intent =
    std::variant<intent::Do, intent::Create, intent::Go, intent::CopyLink, intent::Export, intent::ExportTogether,
                 intent::ShareLink, intent::LeaveShare, intent::OpenFiles, intent::SetMyName, intent::LeaveUnnamed,
                 intent::SetTheme, intent::SetContrast, intent::SetSingleKeys, intent::RetrySave, intent::FetchRest,
                 intent::Renew, intent::LeaveNewer, intent::SaveProgram, intent::AskToKeep, intent::PutOffExport,
                 intent::CopyText, intent::WriteMail, intent::ShowGuide, intent::UseGuide, intent::SaveGuide,
                 intent::SaveText, intent::Say, intent::Import, intent::LeaveImport, intent::DismissRefusal,
                 intent::DismissToast, intent::DismissImportProblems>;
using Intents = std::vector<Intent>;

} // namespace desk::ui
