// Commits that are sorted into the release notes.
#include "core/commands/deciders.hpp"

#include "core/notes/commits.hpp"
#include "core/release/registers.hpp"

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
        desk.refuse({"conflict", about, {}, "Notable changes: copies disagree", "", "Choose one of them first."});
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

} // namespace desk::deciders
