// My work: what is due from me now in all releases, and the duties of my roles (guide RC-1 … RC-11).
#pragma once

#include "core/roles/duties.hpp"
#include "ui/app/intent.hpp"
#include "ui/app/model.hpp"
#include "ui/ui.hpp"

#include <cstdint>
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
std::vector<WorkOfRelease> work_of(const Model&, const std::string& person);

// Kept from frame to frame, made anew when a release, the person or the minute is another.
class MyWork {
public:
    const std::vector<WorkOfRelease>& of(const Model&);
    std::size_t due() const { return due_; } // things in all releases

private:
    std::uint64_t revision_ = 0;
    std::int64_t minute_ = -1;
    std::string person_;
    std::vector<WorkOfRelease> work_;
    std::size_t due_ = 0;
};

// Where in a release a due thing is done.
Section section_of(const Due&);

void draw_my_work(Ui&, const Model&, MyWork&, Rect page, Intents&);

} // namespace desk::ui
