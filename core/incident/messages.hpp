// Drafts of what is told to others while an incident lasts (RB-5, RB-6), to be copied and changed; the app sends
// nothing.
#pragma once

#include "core/release/release.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace desk {

struct Audience {
    std::string_view key;  // customers, stakeholders, support
    std::string_view name; // "Customers"
    std::string_view role; // who tells them: role key
    std::string_view step; // the playbook step that it belongs to; may be empty
};
const std::vector<Audience>& incident_audiences();

// A text for that audience on how it stands now. `offset_minutes`: of the zone in which times are told, which is named
// "UTC+1".
std::string incident_message(const Release& release, const Incident& incident, std::string_view audience,
                             std::int32_t offset_minutes);

// "UTC", "UTC+1", "UTC-3:30".
std::string offset_name(std::int32_t offset_minutes);

} // namespace desk
