// A requirement, checklist item or playbook step as it stands.
#pragma once

#include "core/guide/guide.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace desk {

// Who said something last, and when by their own clock.
struct Said {
    std::string by;
    std::int64_t at_ms = 0;
    bool operator==(const Said&) const = default;
};

struct TextField {
    std::string text;
    Said said;
    bool disputed = false; // `text` is then the earliest head in file order
};

struct SignOff {
    std::string role;
    bool done = false;
    bool disputed = false;
    std::vector<Said> said; // of the heads; empty if never answered
};

enum class ItemStatus { open, partial, done, waived, not_applicable };

struct Item {
    const ItemSpec* spec = nullptr;
    std::string name; // in registers: the item's key, or "<key>@~<incident>" for a step of an incident's playbook
    ItemStatus status = ItemStatus::open; // `done` is shown as "met" for requirements
    std::vector<SignOff> sign_offs;       // one an owner, in the guide's order
    std::string reason;                   // of a waiver or of "not applicable"
    std::string approver;                 // of a waiver
    std::string expires;                  // of a waiver: RFC 3339 date or time; empty: never
    Said disposed;                        // who waived it or said that it does not apply
    std::vector<std::string> evidence;    // links, sorted
    TextField note;
    bool disputed = false; // any of its registers is

    bool settled() const {
        return status == ItemStatus::done || status == ItemStatus::waived || status == ItemStatus::not_applicable;
    }
};

} // namespace desk
