// The controller's dealings with the store: loading, news from other tabs, guides; and export.
#include "core/commands/seal.hpp"
#include "core/file/release_file.hpp"
#include "ui/app/controller.hpp"
#include "ui/app/random_id.hpp"
#include "ui/views/words.hpp"

#include <algorithm>
#include <cstdlib>
#include <utility>

namespace desk::ui {

namespace {

constexpr std::size_t many_packs = 64; // of one release: worth joining

} // namespace

// --- loading

void Controller::load() {
    if (load_flying_) return;
    load_flying_ = true;
    model_.loading = true;
    model_.store_problem.reset();
    ports_.storage->load([this, alive = std::weak_ptr<char>(alive_)](tl::expected<StoreContents, StorageError> answer) {
        if (alive.expired()) return;
        load_flying_ = false;
        model_.loading = false;
        if (answer)
            loaded(std::move(*answer));
        else
            store_failed(std::move(answer.error()));
        if (model_.route.place == Place::settings) measure();
        files_arrived(std::exchange(early_files_, {}));
        load_foreign();
        show_where();
        changed();
    });
}

// The desk can be read and used all the same; what is done waits in the queue.
void Controller::store_failed(StorageError&& problem) {
    queue_.close(problem.text);
    model_.store_problem = std::move(problem);
}

void Controller::loaded(StoreContents&& contents) {
    model_.quarantined = std::move(contents.quarantined);
    for (const auto& [digest, text] : contents.guides) {
        if (auto guide = guides_.add(text); guide && (*guide)->digest == digest)
            stored_guides_.insert(digest);
        else
            model_.quarantined.push_back({"Guide " + digest, text});
    }
    show_guides();
    take_settings(contents);
    take_packs(model_.releases, guides_, contents.packs, model_.quarantined);
    ++model_.revision;
    queue_.open();
    consolidate(contents.packs);
}

void Controller::take_settings(const StoreContents& contents) {
    for (const auto& [key, value] : contents.settings) {
        if (key == "my_name" && model_.my_name.empty()) model_.my_name = value;
        if (key == "theme")
            model_.theme = value == "dark"    ? ThemeChoice::dark
                           : value == "light" ? ThemeChoice::light
                                              : ThemeChoice::system;
        if (key == "single_keys") model_.single_keys = value != "off";
        if (key == "contrast")
            model_.contrast = value == "high"       ? ContrastChoice::high
                              : value == "standard" ? ContrastChoice::standard
                                                    : ContrastChoice::system;
        if (key == "guide")
            if (auto guide = guides_.find(value)) model_.guide = std::move(guide);
        if (key == "export_put_off") put_off_at_ms_ = std::strtoll(value.c_str(), nullptr, 10);
        if (key == "last_export") model_.last_export_ms = std::strtoll(value.c_str(), nullptr, 10);
    }
}

void Controller::consolidate(const std::vector<Pack>& packs) const {
    for (std::size_t at = 0; at < packs.size();) {
        std::size_t end = at;
        while (end < packs.size() && packs[end].release == packs[at].release) ++end;
        // Only makes later starts faster: a store that cannot do it now will be asked again then.
        if (end - at >= many_packs) ports_.storage->consolidate(packs[at].release, [](const auto&) {});
        at = end;
    }
}

void Controller::foreign_change(const std::string& release) {
    if (release.empty() && model_.store_problem) return load(); // it can be opened now
    foreign_.insert(release);
    load_foreign();
}

void Controller::load_foreign() {
    if (loading_foreign_ || foreign_.empty() || model_.loading) return;
    loading_foreign_ = true;
    const std::set<std::string> wanted = std::exchange(foreign_, {});
    ports_.storage->load(
        [this, wanted, alive = std::weak_ptr<char>(alive_)](tl::expected<StoreContents, StorageError> answer) {
            if (alive.expired()) return;
            loading_foreign_ = false;
            if (answer) {
                for (const auto& [digest, text] : answer->guides)
                    if (guides_.add(text)) stored_guides_.insert(digest);
                show_guides();
                if (!wanted.contains("")) // which means that anything may have changed
                    std::erase_if(answer->packs, [&](const Pack& pack) { return !wanted.contains(pack.release); });
                std::vector<QuarantinedBytes> aside;
                if (take_packs(model_.releases, guides_, answer->packs, aside) > 0) ++model_.revision;
                for (QuarantinedBytes& bytes : aside) {
                    const bool told =
                        std::any_of(model_.quarantined.begin(), model_.quarantined.end(),
                                    [&](const QuarantinedBytes& known) { return known.where == bytes.where; });
                    if (!told) model_.quarantined.push_back(std::move(bytes));
                }
                show_where();
            } else {
                announce({"Changes of another window are not shown yet: " + answer.error().text, true, 0, {}, {}});
            }
            changed();
            load_foreign();
        });
}

// --- guides

void Controller::show_guides() { model_.guides = guides_.all(); }

void Controller::store_guide(const Guide& guide, std::vector<Write>& writes) {
    if (stored_guides_.insert(guide.digest).second) writes.emplace_back(GuideWrite{guide.digest, guide.text});
}

void Controller::run(intent::ShowGuide&& act) {
    go({Place::guide, {}, Section::overview});
    model_.guide_shown = std::move(act.digest);
    model_.guide_live = std::move(act.release);
}

void Controller::run(intent::UseGuide&& act) {
    const auto guide = guides_.find(act.digest);
    if (!guide) return;
    model_.guide = guide;
    std::vector<Write> writes;
    store_guide(*guide, writes);
    writes.emplace_back(SettingWrite{"guide", guide->digest});
    queue_.put(std::move(writes));
    announce({"New releases begin with " + guide->title(), false, 0, {}, {}});
}

void Controller::run(intent::SaveGuide&& act) {
    if (const auto guide = guides_.find(act.digest)) offer({"release-guide.json", indented(guide->text)}, "Saved", {});
}

// --- export

void Controller::offer(NamedFile file, std::string_view done, std::function<void()> saved) {
    auto answered = told(file.name, done, std::move(saved));
    ports_.save_file(std::move(file), std::move(answered));
}

std::function<void(FileSaved)> Controller::told(std::string name, std::string_view done, std::function<void()> saved) {
    return [this, name = std::move(name), done = std::string(done), saved = std::move(saved),
            alive = std::weak_ptr<char>(alive_)](const FileSaved& answer) {
        if (alive.expired()) return;
        if (!answer.saved && answer.problem.empty()) return;
        if (answer.saved && saved) saved();
        std::string words = answer.problem;
        if (answer.saved) words = answer.where.empty() ? done + " " + name : done + " to " + answer.where;
        announce({std::move(words), !answer.saved, 0, {}, {}});
        changed();
    };
}

void Controller::seal(Release& release) {
    auto seals = seal_own(release, author());
    if (seals.empty()) return;
    release.absorb(seals);
    ++model_.revision;
    keep(release.id(), std::move(seals));
}

void Controller::export_release(Release& release) {
    seal(release);
    offer({suggested_file_name(release.state()), write_release_file(release)}, "Exported", [this] { exported(); });
}

void Controller::exported() {
    model_.last_export_ms = ports_.now_ms();
    queue_.put({SettingWrite{"last_export", std::to_string(model_.last_export_ms)}});
}

void Controller::run(intent::Export&& act) {
    std::set<std::string> ids = {act.release};
    if (act.release.empty()) ids = queue_.releases();
    for (const std::string& id : ids)
        if (const auto found = model_.releases.find(id); found != model_.releases.end()) export_release(*found->second);
}

} // namespace desk::ui
