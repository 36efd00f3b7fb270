// What the controller gives away: several releases in one file, one release in a link.
#include "core/file/release_file.hpp"
#include "core/file/workspace.hpp"
#include "core/log/op_line.hpp"
#include "core/time/zones.hpp"
#include "ui/app/controller.hpp"
#include "ui/door.hpp"
#include "ui/views/words.hpp"

#include <utility>

namespace desk::ui {

void Controller::run(intent::ExportTogether&& act) {
    std::vector<Release*> releases;
    for (const std::string& id : act.releases)
        if (const auto found = model_.releases.find(id); found != model_.releases.end())
            releases.push_back(found->second.get());
    if (releases.size() > 1 && model_.rest == Rest::here) return door<&Controller::export_workspace>(*this, releases);
    for (Release* release : releases) export_release(*release); // without the rest of the program each on its own
}

void Controller::export_workspace(const std::vector<Release*>& releases) {
    for (Release* release : releases) seal(*release);
    std::string file = write_workspace({releases.begin(), releases.end()});
    if (file.size() > Limits::file_bytes) // it could not be opened again
        return announce({"Not exported: " + counted(releases.size(), "release", "releases") + " make a file of " +
                             size_words(file.size()) + ", and a file may have " + size_words(Limits::file_bytes) +
                             ". Choose fewer of them",
                         true,
                         0,
                         {},
                         {}});
    const std::string day = local_text(model_.now_ms, model_.utc_offset_minutes).substr(0, 10);
    offer({suggested_workspace_name(day), std::move(file)}, "Exported", [this] { exported(); });
}

void Controller::run(intent::ShareLink&& act) {
    const auto found = model_.releases.find(act.release);
    if (found != model_.releases.end() && ports_.make_link) door<&Controller::share>(*this, *found->second);
}

void Controller::share(Release& release) {
    seal(release);
    model_.share.emplace().release = release.id();
    ports_.make_link(write_release_file(release),
                     [this, number = ++shares_, alive = std::weak_ptr<char>(alive_)](MadeLink made) {
                         if (!alive.expired() && number == shares_ && model_.share) shared(std::move(made));
                     });
}

void Controller::shared(MadeLink&& made) {
    Share& share = *model_.share;
    share.making = false;
    share.length = made.link.size(); // it is ASCII
    share.problem = std::move(made.problem);
    if (share.length <= longest_link) share.link = std::move(made.link);
    changed();
}

void Controller::run(intent::LeaveShare&&) { model_.share.reset(); }

} // namespace desk::ui
