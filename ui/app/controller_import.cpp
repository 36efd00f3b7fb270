// What arrives in files: guides are taken at once, releases are shown before they are (Place::import).
#include "core/guide/guide_check.hpp"
#include "ui/app/controller.hpp"
#include "ui/app/random_id.hpp"
#include "ui/door.hpp"
#include "ui/views/words.hpp"

#include <utility>

namespace desk::ui {

namespace {

std::string count_words(const Absorbed& absorbed, std::size_t conflicts) {
    std::string words =
        std::to_string(told_as_new(absorbed)) + " new, " + std::to_string(told_as_known(absorbed)) + " known";
    if (conflicts > 0) words += ", " + counted(conflicts, "conflict", "conflicts");
    if (absorbed.forked > 0) words += ", " + counted(absorbed.forked, "fork", "forks");
    if (absorbed.unknown > 0) words += ", " + std::to_string(absorbed.unknown) + " of a newer version";
    return words;
}

} // namespace

void Controller::files_arrived(std::vector<NamedFile> files) {
    if (files.empty()) return;
    if (model_.loading || model_.rest != Rest::here) {
        std::move(files.begin(), files.end(), std::back_inserter(early_files_));
        return;
    }
    for (const NamedFile& file : files) door<&Controller::look_at>(*this, file);
    if (model_.preview) door<&look_again>(*model_.preview, model_.releases, model_.revision);
    if (model_.preview && model_.route.place != Place::import) go({Place::import, {}, Section::overview});
    show_where();
    changed();
}

void Controller::look_at(const NamedFile& file) {
    const auto refuse = [&](std::size_t line, std::string text) {
        model_.import_problems.push_back({file.name, line, std::move(text)});
    };
    if (!file.unreadable.empty()) return refuse(0, file.unreadable);
    if (is_guide_file(file.bytes)) return take_guide(file);
    auto copies = copies_in(file.bytes, guides_, model_.releases);
    if (!copies) return refuse(copies.error().line, std::move(copies.error().text));
    if (!model_.preview) {
        model_.preview.emplace();
        before_import_ = model_.route;
    }
    add_arrived(*model_.preview, {file.name, file.bytes.size()}, std::move(*copies));
}

void Controller::run(intent::Import&& act) {
    if (!model_.preview) return;
    const ImportPreview preview = std::move(*model_.preview);
    model_.preview.reset();
    std::string said;
    for (const ArrivingRelease& one : preview.releases) take(*one.copy);
    if (preview.releases.size() == 1) {
        const std::string& id = preview.releases.front().copy->id();
        said = title_of(model_.releases.at(id)->state()) + ": " + count_words(preview.counts, preview.conflicts);
        go({Place::releases, id, Section::overview});
    } else {
        said = counted(preview.releases.size(), "release", "releases") + ": " +
               count_words(preview.counts, preview.conflicts);
        go({Place::releases, {}, Section::overview});
    }
    for (auto& [release, decision] : act.decisions) run(intent::Do{release, std::move(decision), {}, {}});
    announce({std::move(said), false, 0, {}, {}});
}

void Controller::run(intent::LeaveImport&&) {
    model_.preview.reset();
    go(std::exchange(before_import_, {}));
}

void Controller::take(const Release& copy) {
    std::vector<Write> writes;
    for (const auto& guide : copy.guides())
        if (const auto known = guides_.add(guide->text)) store_guide(**known, writes);
    show_guides();
    auto& kept = model_.releases[copy.id()];
    if (!kept) kept = std::make_unique<Release>(copy.emptied());
    std::vector<Op> news = news_to(kept->log(), copy.log().everything());
    for (Pack& pack : packs_of(copy.id(), std::move(news), kept->log(), [this] { return random_id(ports_.random64); }))
        writes.emplace_back(std::move(pack));
    kept->absorb(copy);
    ++model_.revision;
    if (!writes.empty()) queue_.put(std::move(writes));
}

void Controller::take_guide(const NamedFile& file) {
    for (const GuideFlaw& flaw : check_guide(file.bytes))
        if (!flaw.hint) model_.import_problems.push_back({file.name, flaw.line, flaw.text});
    const auto guide = guides_.add(file.bytes);
    if (!guide) return;
    show_guides();
    std::vector<Write> writes;
    store_guide(**guide, writes);
    if (!writes.empty()) queue_.put(std::move(writes));
    run(intent::ShowGuide{(*guide)->digest, model_.route.release.empty() ? model_.guide_live : model_.route.release});
    announce({(*guide)->title() + " can be used", false, 0, {}, {}});
}

} // namespace desk::ui
