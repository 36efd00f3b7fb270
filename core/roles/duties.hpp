// What each role has to do now, and its duties by the guide (RC-1 … RC-11).
#pragma once

#include "core/release/release.hpp"
#include "core/rules/gate.hpp"

#include <string>
#include <vector>

namespace desk {

// One thing that is due from a role now.
struct Due {
    enum class Kind { requirement, checklist, playbook, vote, window, next_step, hand_off, retrospective };
    Kind kind = Kind::requirement;
    std::string role;
    std::string item; // key of the item, role or phase it is about
    std::string text; // "Smoke tests prepared"
    std::string fix;  // how it is done
};

// In the order of the guide's roles, and of its lists within them. What cannot be done yet is not due: checklist items
// of production wait for the deployment, playbook steps for an incident, votes for Deciding.
std::vector<Due> due_now(const Release& release, const Surroundings& around);
// The same for the roles that a person holds.
std::vector<Due> due_for(const Release& release, const std::string& person, const Surroundings& around);

struct Duty {
    std::string text;              // as the guide says it
    bool due = false;              // now
    std::vector<std::string> what; // texts of what makes it due; may be empty though it is due (monitoring)
};
struct RoleDuties {
    std::string role;
    std::vector<std::string> people; // empty: nobody yet
    bool required = false;           // owns a requirement, checklist item or vote of this release's guide
    std::vector<Duty> duties;        // by the guide; may be empty
    std::vector<Due> due;            // all that is due from it
};
std::vector<RoleDuties> duties_of(const Release& release, const Surroundings& around);

} // namespace desk
