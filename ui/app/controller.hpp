// What leads from an intent to the next state: the one place where releases, settings and the store meet.
//
// The way of one click, made instant: the core answers ops; they are absorbed at once, so that the very
// next frame shows them, and given to the save queue. "Saving…" stands until the store has said that they are durable,
// and only then "Saved"; after a failure "Not saved", with everything that waits kept in memory, in order, until a
// retry succeeds. Nothing that a person did is taken back or forgotten because a store failed.
//
// This running copy acts under an actor id of its own, fresh at every start, so that ids are never used twice.
#pragma once

#include "ui/app/intent.hpp"
#include "ui/app/library.hpp"
#include "ui/app/model.hpp"
#include "ui/app/ports.hpp"
#include "ui/app/save_queue.hpp"
#include "ui/app/unexported.hpp"

#include <functional>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace desk::ui {

class Controller {
public:
    explicit Controller(Ports ports);
    ~Controller();
    Controller(const Controller&) = delete;
    Controller& operator=(const Controller&) = delete;

    const Model& model() const { return model_; }

    // Loads the store; until it has answered, model().loading stands and files wait.
    void start(const std::string& address, ChosenLook = {});
    // Once a frame, before views look at the model: the time, the system's theme, what has gone by.
    // `hold_toast`: the user is reading the toast.
    void tick(bool hold_toast);
    // Seconds until the toast goes; < 0: there is none that goes by itself.
    double toast_left() const;

    void carry_out(Intents intents);
    void files_arrived(std::vector<NamedFile> files);
    void address_changed(const std::string& address);
    // The part of the program that Ports::fetch_rest brings is here; or could not be fetched.
    void rest_arrived(bool here);
    void version_ready();

    bool unsaved() const { return !queue_.empty(); }
    std::string unsaved_entries() const { return queue_.entries(); }
    // Something is different from what the last frame showed.
    bool has_changed() const { return changed_; }
    void take_changed() { changed_ = false; }
    double seconds() const { return clock_; } // since the start

private:
    void run(intent::Do&&);
    void run(intent::Create&&);
    void run(intent::Go&&);
    void run(intent::CopyLink&&);
    void run(intent::Export&&);
    void run(intent::ExportTogether&&);
    void run(intent::ShareLink&&);
    void run(intent::LeaveShare&&);
    void run(intent::OpenFiles&&);
    void run(intent::SetMyName&&);
    void run(intent::LeaveUnnamed&&);
    void run(intent::SetTheme&&);
    void run(intent::SetSingleKeys&&);
    void run(intent::SetContrast&&);
    void follow_look();
    void run(intent::RetrySave&&);
    void run(intent::FetchRest&&);
    void run(intent::AskToKeep&&);
    void run(intent::PutOffExport&&);
    void run(intent::Renew&&);
    void run(intent::LeaveNewer&&);
    void run(intent::SaveProgram&&);
    void run(intent::CopyText&&);
    void run(intent::WriteMail&&);
    void run(intent::ShowGuide&&);
    void run(intent::UseGuide&&);
    void run(intent::SaveGuide&&);
    void run(intent::SaveText&&);
    void run(intent::Say&&);
    void run(intent::DismissRefusal&&);
    void run(intent::DismissToast&&);
    void run(intent::Import&&);
    void run(intent::LeaveImport&&);
    void run(intent::DismissImportProblems&&);

    void changed();
    void renew_when_saved();
    void follow_clock();
    void measure();
    void look_at_exports();
    void load();
    void loaded(StoreContents&& contents);
    void store_failed(StorageError&& problem);
    void take_settings(const StoreContents& contents);
    void consolidate(const std::vector<Pack>& packs) const;
    void foreign_change(const std::string& release);
    void load_foreign();

    Author author() const;
    void wait_for_name(Intent&& intent);
    void keep(const std::string& release, std::vector<Op> ops, std::vector<Write> before = {});
    void announce(Announcement announcement);
    void look_at(const NamedFile& file); // that arrived: shows it, or what is wrong with it
    void take(const Release& copy);      // all of it, into the one that is here
    // Offers a file and says what became of it: `done` begins the sentence. `saved` runs once it is written.
    void offer(NamedFile file, std::string_view done, std::function<void()> saved);
    // What then takes the answer of who saves it.
    std::function<void(FileSaved)> told(std::string name, std::string_view done, std::function<void()> saved);
    void seal(Release& release); // what this copy did in it, before it leaves (core/commands/seal.hpp)
    void export_release(Release& release);
    void export_workspace(const std::vector<Release*>& releases);
    void exported(); // just now
    void share(Release& release);
    void shared(MadeLink&& made);
    void take_guide(const NamedFile& file);
    void show_guides();                                               // after guides_ has got another one
    void store_guide(const Guide& guide, std::vector<Write>& writes); // once
    void go(Route route, bool instead = false);
    void show_where();

    Ports ports_;
    Model model_;
    Guides guides_;
    std::set<std::string> stored_guides_; // by digest; those on their way too
    SaveQueue queue_;
    std::string actor_;
    Route before_import_;                // where one goes back to
    std::vector<Intent> unnamed_;        // wait for the user's name
    std::vector<NamedFile> early_files_; // wait for the store, or for the rest of the program
    std::set<std::string> foreign_;      // releases that changed in another tab or window
    bool renewing_ = false;              // the newer version is wanted, and something is not saved yet
    bool loading_foreign_ = false;
    bool load_flying_ = false;
    UnexportedCache unexported_;
    std::int64_t put_off_at_ms_ = 0; // when the reminder of an export was
    std::size_t shares_ = 0;         // asked for; an answer to any but the last is late
    std::string title_;
    bool step_ = false; // of the history: where the user is now is one more
    std::int64_t last_tick_ms_ = 0;
    double clock_ = 0; // seconds of use; does not follow jumps of the wall clock backwards
    bool changed_ = false;
    std::shared_ptr<char> alive_ = std::make_shared<char>();
};

} // namespace desk::ui
