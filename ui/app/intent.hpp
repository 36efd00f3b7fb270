// What a view asks for. Views change nothing themselves; the Desk carries these out after the frame.
#pragma once

#include "core/commands/command.hpp"
#include "ui/app/model.hpp"
#include "ui/app/route.hpp"

#include <string>
#include <variant>
#include <vector>

namespace desk::ui::intent {

struct Do { // a command on a release, as `my_name`
    std::string release;
    Command command;
    std::string done_text; // for the toast and the live region: "Marked done"; empty: silent
};
struct Create {
    NewRelease fields;
};
struct Go {
    Route route;
};
struct Export {
    std::string release;
};
struct OpenFiles {}; // the picker
struct SetMyName {
    std::string name;
};
struct SetTheme {
    ThemeChoice theme;
};
struct RetrySave {};
struct CopyText {
    std::string text, done_text;
};
struct SaveText { // offer a text as a file
    std::string file_name, text;
};
struct DismissRefusal {};
struct DismissToast {};

} // namespace desk::ui::intent

namespace desk::ui {

using Intent = std::variant<intent::Do, intent::Create, intent::Go, intent::Export, intent::OpenFiles, intent::SetMyName,
                            intent::SetTheme, intent::RetrySave, intent::CopyText, intent::SaveText,
                            intent::DismissRefusal, intent::DismissToast>;
using Intents = std::vector<Intent>;

} // namespace desk::ui
