// Commits that a person pastes, sorted for the readers of release notes (guide RN-4) by Conventional Commits 1.0.0.
#pragma once

#include "core/release/release.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace desk {

// The headings of the notes, in their order: those of Keep a Changelog 1.1.0 in plain words, what breaks before all,
// and what fits nowhere last.
enum class CommitGroup : std::uint8_t { breaking, added, changed, deprecated, removed, fixed, security, other };
inline constexpr std::array<std::string_view, 8> commit_group_names = {
    "Breaking changes", "New", "Changed", "Deprecated", "Removed", "Fixed", "Security", "Other"};

struct Commit {
    CommitGroup group = CommitGroup::other;
    CommitGroup kind = CommitGroup::other; // the same without regard to what breaks
    std::string
        item; // for readers of the notes, as Markdown: "**cart**: keep carts (#12)"; in "Other" the whole subject
};

struct PastedCommits {
    std::vector<Commit> commits; // in the order of the text, each once; nothing of it is dropped
    // Lines of a `git log` that are not for readers of notes: hashes, authors, dates, and what follows the subject.
    std::size_t details = 0;
};

// Reads `git log`, `git log --oneline`, both with --graph, or a subject a line: with or without hashes, bullets,
// numbers. A type with "!" or a BREAKING CHANGE footer is a breaking change whatever the type is (§11–13, §16); the
// footer's words follow the subject. Whatever else a line may be, it is the subject of a commit in "Other".
PastedCommits read_commits(std::string_view pasted);

struct NotesWithCommits {
    std::string text;      // of the field
    std::string preview;   // what of it is new, as Markdown: each group with the number of its items
    std::size_t added = 0; // items
    std::size_t known = 0; // that stood there already, and are not added again
};
// What the notes say then: each item under the heading of its group, which is added at the end if it is not there.
NotesWithCommits with_commits(std::string_view notes, const PastedCommits& pasted);

// What the commits ask of the version by SemVer 2.0.0 §6–8: "major", "minor", "patch", or "" if they ask for nothing.
// While the version is 0.y.z, where anything may change (§4), what breaks asks for a Minor.
std::string asked_type(const PastedCommits& pasted, std::string_view version);

// Where the release is of another type than its commits ask for: a sentence that says so. Else empty. A hint, never a
// reason to refuse: commits may be missing, and types wrong.
std::string type_hint(const Release& release, const PastedCommits& pasted);

} // namespace desk
