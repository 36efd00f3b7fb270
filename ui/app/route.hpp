// Where the user is: one address for each view, the same on the web ("#/release/<id>/checklist") and natively.
#pragma once

#include <string>
#include <string_view>

namespace desk::ui {

enum class Place { releases, my_work, calendar, metrics, guide, import, settings };
enum class Section { overview, readiness, checklist, decision, notes, incident, hand_off, history };

struct Route {
    Place place = Place::releases;
    std::string release; // id; empty: not in a release (then `section` means nothing)
    Section section = Section::overview;
    bool operator==(const Route&) const = default;
};

std::string address_of(const Route& route);
// An address that means nothing leads to the releases.
Route route_from(std::string_view address);

} // namespace desk::ui
