#include "ui/app/preview.hpp"

#include "core/file/workspace.hpp"
#include "core/order.hpp"
#include "ui/views/words.hpp"

#include <algorithm>
#include <utility>

namespace desk::ui {

tl::expected<std::vector<Release>, BadInput> copies_in(std::string_view bytes, const Guides& guides,
                                                       const Releases& here) {
    if (is_workspace(bytes)) return open_workspace(bytes);
    auto file = read_release_file(bytes);
    if (!file) return tl::unexpected(std::move(file.error()));
    auto known = parsed_guides(file->guides);
    if (!known) return tl::unexpected(BadInput{0, known.error()});
    const std::vector<std::string> named = guide_digests_of(file->ops);
    for (const std::string& digest : named)
        if (auto guide = guides.find(digest)) known->emplace(digest, std::move(guide));

    std::vector<Release> copies;
    if (const auto found = here.find(file->release); found != here.end() && named.front().empty()) {
        copies.push_back(found->second->emptied());
        for (const auto& [digest, guide] : *known) copies.back().know(guide);
        copies.back().absorb(std::move(file->ops));
        return copies;
    }
    auto release = assembled_release(std::move(file->release), std::move(file->ops), *known);
    if (!release) return tl::unexpected(BadInput{0, std::move(release.error())});
    copies.push_back(std::move(*release));
    return copies;
}

void add_arrived(ImportPreview& preview, ImportPreview::File file, std::vector<Release> copies) {
    preview.files.push_back(std::move(file));
    for (Release& copy : copies) {
        const auto same = std::find_if(preview.releases.begin(), preview.releases.end(),
                                       [&](const ArrivingRelease& one) { return one.copy->id() == copy.id(); });
        if (same == preview.releases.end()) {
            preview.releases.push_back({std::make_shared<const Release>(std::move(copy)), nullptr, false});
            continue;
        }
        auto both = std::make_shared<Release>(same->copy->emptied());
        both->absorb(*same->copy);
        both->absorb(copy);
        same->copy = std::move(both);
    }
}

void look_again(ImportPreview& preview, const Releases& here, std::uint64_t revision) {
    preview.revision = revision;
    preview.counts = {};
    preview.conflicts = 0;
    for (ArrivingRelease& one : preview.releases) {
        const auto found = here.find(one.copy->id());
        one.known_here = found != here.end();
        one.arrival =
            std::make_shared<const Arrival>(arrival(one.known_here ? found->second.get() : nullptr, *one.copy));
        preview.counts.added += one.arrival->counts.added;
        preview.counts.known += one.arrival->counts.known;
        preview.counts.forked += one.arrival->counts.forked;
        preview.counts.unknown += one.arrival->counts.unknown;
        preview.counts.seals += one.arrival->counts.seals;
        preview.counts.known_seals += one.arrival->counts.known_seals;
        preview.conflicts += one.arrival->new_conflicts.size();
    }
    put_in_order(preview.releases, [](const ArrivingRelease& a, const ArrivingRelease& b) {
        const bool disputed = !a.arrival->new_conflicts.empty();
        if (disputed != !b.arrival->new_conflicts.empty()) return disputed;
        const std::string left = title_of(a.arrival->both.state()), right = title_of(b.arrival->both.state());
        return left != right ? left < right : a.copy->id() < b.copy->id();
    });
}

} // namespace desk::ui
