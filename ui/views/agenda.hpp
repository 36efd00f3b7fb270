// The deployment windows and freezes of all releases in the order of time, as the place Calendar tells them. Without
// drawing.
#pragma once

#include "core/rules/gate.hpp"
#include "ui/app/model.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace desk::ui {

struct AgendaEntry {
    enum class Kind : std::uint8_t { window, freeze };
    Kind kind = Kind::window;
    std::string key;     // distinct among all
    std::string release; // id of the one on which it is set
    std::string product; // its product; a freeze may hold for all of them
    bool everywhere = false;
    TimeSpan span;
    std::string title, name; // "Checkout 4.2.0", "Saved carts"; of a freeze its reason, and what it holds for
    std::string people;      // "Chen and Kofi deploy", "Recorded on Checkout 4.2.0"
    Phase phase = Phase::draft;
    bool disputed = false; // two copies disagree on the window

    std::vector<Blocker> conflicts; // the first few of what speaks against it
    std::size_t more_conflicts = 0; // those that are left out
    std::string slot; // "Wed 26 Nov, 21:00–22:30, Europe/Berlin, UTC+1": where it could go instead; may be empty

    bool in_conflict() const { return disputed || !conflicts.empty(); }
};

// A release that is still to be deployed and has no window to come.
struct Unscheduled {
    std::string release, product, title, name;
    Phase phase = Phase::draft;
    std::string note; // "Waits for a window", "Passed: Mon 23 Nov, 21:00–22:30, Europe/Berlin, UTC+1"
    bool passed = false;
};

// Kept from frame to frame, and made anew when a release has changed or a minute has gone by. What speaks against the
// windows is looked for a few windows a frame, so that no frame waits for hundreds.
class Agenda {
public:
    // Goes on with what is not up to date. True when all is.
    bool refresh(const Model&);

    const std::vector<std::string>& products() const { return products_; } // that stand here, by name
    // Of that product, or of all if it is empty; with a freeze of all products.
    std::vector<const AgendaEntry*> coming(const std::string& product) const; // and under way; the sooner first
    std::vector<const AgendaEntry*> past(const std::string& product) const;   // the newest first
    std::vector<const Unscheduled*> unscheduled(const std::string& product) const;
    // The first of what speaks against the window that release is to be deployed in, in words; null: nothing.
    const std::string* against(const std::string& release) const;
    std::uint64_t edition() const { return edition_; } // goes up whenever anything here is another
    // The next moment at which a window or a freeze begins or ends; 0: there is none.
    std::int64_t next_boundary_ms(std::int64_t now_ms) const;

private:
    void collect(const Model&);
    void judge(const Model&, AgendaEntry&);

    std::uint64_t revision_ = 0;
    std::int64_t minute_ = -1;
    std::vector<AgendaEntry> coming_, past_;
    std::vector<Unscheduled> unscheduled_;
    std::vector<std::string> products_;
    std::map<std::string, std::size_t> window_at_; // of a release, among those to come
    Surroundings around_;                          // what windows may collide with
    std::size_t judged_ = 0;
    std::uint64_t edition_ = 0;
};

} // namespace desk::ui
