// Where the user is: one address for each view and for what stands in it, the same on the web and natively.
//
//   #/releases?show=conflicts&type=Minor&sort=window   a place, what of it is shown, and in which order
//   #/metrics/fail-rate?product=Checkout&show=all      of one product and time; the releases behind a number
//   #/guide/pre-release-requirements                   a part of the guide, or one of its items
//   #/release/<id>/checklist/<item>                    a section of a release, and what it points at:
//     readiness, checklist   the key of an item
//     decision               a role, or "window"
//     notes                  a field, or "announcements"
//     incident               a step of the present playbook; "<step>@~<incident>" of another one; an action item
//     hand-off               an artifact, or an action item
//     history                an entry, by the id of its op
//     overview               a register (core/release/registers.hpp): a field, or what copies disagree on
//
// Whatever comes from a guide or a file stands percent-encoded (RFC 3986 §2.1).
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
    std::string item = {};    // what it points at; may be empty, and may be unknown here
    std::string show = {};    // of a place: which releases, or which time; empty: as at first
    std::string product = {}; // of releases, calendar and metrics; empty: as at first
    std::string type = {};    // of releases: the name of their type; empty: any
    std::string sort = {};    // of releases; empty: as at first
    bool operator==(const Route&) const = default;
};

std::string address_of(const Route& route);
// An address that means nothing leads to the releases.
Route route_from(std::string_view address);

} // namespace desk::ui
