// The release notes: commits that are sorted into them, and the announcements that are made of them.
#include "core/commands/deciders.hpp"

#include "core/notes/announce.hpp"
#include "core/notes/commits.hpp"
#include "core/release/registers.hpp"

#include <algorithm>

namespace desk::deciders {

void carry_out(const Desk& desk, const command::AddCommits& command) {
    const std::string about = registers::notes(registers::commits_field);
    const auto field = desk.state().notes.find(registers::commits_field);
    if (field == desk.state().notes.end())
        return desk.refuse({"field",
                            about,
                            {},
                            "The guide of this release has no notes field \"notable-changes\"",
                            "",
                            "Write the commits into another field."});
    if (field->second.disputed)
        desk.refuse({"conflict", about, {}, "Notable changes: two copies disagree", "", "Choose one of them first."});
    const PastedCommits pasted = read_commits(command.text);
    if (pasted.commits.empty())
        desk.refuse({"commits",
                     about,
                     {},
                     "There is no commit in this text",
                     "",
                     "Paste what \"git log --oneline\" prints, or one subject a line."});
    if (desk.refused()) return;
    const NotesWithCommits notes = with_commits(field->second.text, pasted);
    if (notes.added > 0) desk.writer.set(about, notes.text);
}

void carry_out(const Desk& desk, const command::RecordAnnouncement& command) {
    const auto& audiences = announcement_audiences();
    if (std::none_of(audiences.begin(), audiences.end(),
                     [&](const Audience& audience) { return audience.key == command.audience; }))
        desk.refuse({"audience",
                     command.audience,
                     {},
                     "Nobody is called \"" + command.audience + "\"",
                     "",
                     "Use customers, support or internal."});
    desk.must_say(command.text, "Message", "Write what was sent.");
    for (Blocker& blocker : announced_too_early(desk.release)) desk.refuse(std::move(blocker));
    if (!desk.refused())
        desk.writer.write("add", registers::sent(command.audience, command.id), {{"text", command.text}});
}

} // namespace desk::deciders
