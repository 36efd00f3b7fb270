// My work: what is due from me now in all releases, and the duties of my roles (guide RC-1 … RC-11).
#pragma once

#include "core/roles/duties.hpp"
#include "ui/app/intent.hpp"
#include "ui/app/model.hpp"
#include "ui/app/neighbours.hpp"
#include "ui/ui.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace desk::ui {

// What is due from one person, release by release. Without drawing.
struct WorkOfRelease {
    std::string release, title;
    Phase phase = Phase::draft; // with the clock taken into account
    std::vector<Due> due;
    std::vector<RoleDuties> roles; // those that the person holds
};
WorkOfRelease work_in(const Model&, const Release&, const std::string& person, Neighbours&);

// Kept from frame to frame. A release is looked at again when it has changed, or may be due otherwise by the clock;
// many are looked at over several frames, so that no frame waits for thousands.
class MyWork {
public:
    // Goes on with what is not up to date. True when all is.
    bool refresh(const Model&);

    // Releases in which I hold a role and that are under way: those with most to do first.
    const std::vector<const WorkOfRelease*>& work() const { return work_; }
    std::size_t due() const { return due_; } // things in all releases

private:
    struct Entry {
        std::size_t ops = 0; // of the release when it was looked at
        WorkOfRelease work;
    };
    void sum_up();

    std::uint64_t revision_ = 0;
    std::int64_t minute_ = -1;
    std::string person_;
    std::string next_; // release from which the pass goes on; meaningless when done
    bool done_ = false;
    Neighbours neighbours_;                // for the pass
    std::map<std::string, Entry> entries_; // by release
    std::vector<const WorkOfRelease*> work_;
    std::size_t due_ = 0;
};

// Where in a release a due thing is done.
Section section_of(const Due&);
Route route_of(const std::string& release, const Due&);

void draw_my_work(Ui&, const Model&, const MyWork&, Rect page, Intents&);

} // namespace desk::ui
