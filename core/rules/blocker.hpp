// A refusal in its three parts: what is missing, who owns it, how to fix it. The window, the page
// and the command line show the same text, made here.
#pragma once

#include <string>
#include <vector>

namespace desk {

struct Blocker {
    std::string rule; // the guard's name: "requirements", "votes", "window", "who", …; stable, for scripts and tests
    std::string item; // key of the requirement, item, role or field it is about; may be empty
    std::vector<std::string> owner; // role keys
    std::string text;               // what is missing: "Smoke tests prepared: open"
    std::string who;                // who owns it: "Farah, QA", or "No owner yet. Assign QA"
    std::string fix;                // what would satisfy it
    bool overridable = false;       // an override with a reason goes past it
};

struct Refusal {
    std::vector<Blocker> blockers; // never empty
    std::string text() const;      // one line a blocker: "text — who. fix"
};

} // namespace desk
