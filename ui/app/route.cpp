#include "ui/app/route.hpp"

#include <array>
#include <utility>
#include <vector>

namespace desk::ui {

namespace {

constexpr std::array<std::pair<Place, std::string_view>, 7> places = {{
    {Place::releases, "releases"},
    {Place::my_work, "my-work"},
    {Place::calendar, "calendar"},
    {Place::metrics, "metrics"},
    {Place::guide, "guide"},
    {Place::import, "import"},
    {Place::settings, "settings"},
}};

constexpr std::array<std::pair<Section, std::string_view>, 8> sections = {{
    {Section::overview, "overview"},
    {Section::readiness, "readiness"},
    {Section::checklist, "checklist"},
    {Section::decision, "decision"},
    {Section::notes, "notes"},
    {Section::incident, "incident"},
    {Section::hand_off, "hand-off"},
    {Section::history, "history"},
}};

template <typename Table, typename Value> std::string_view name_in(const Table& table, Value value) {
    for (const auto& [candidate, name] : table)
        if (candidate == value) return name;
    return {};
}

// Ids of releases come from files too: only what can stand in an address is one.
bool can_be_id(std::string_view text) {
    if (text.empty() || text.size() > 64) return false;
    for (const char c : text)
        if (!((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-'))
            return false;
    return true;
}

std::vector<std::string_view> parts_of(std::string_view address) {
    while (!address.empty() && (address.front() == '#' || address.front() == '/')) address.remove_prefix(1);
    std::vector<std::string_view> parts;
    while (!address.empty()) {
        const std::size_t slash = address.find('/');
        parts.push_back(address.substr(0, slash));
        address = slash == std::string_view::npos ? std::string_view{} : address.substr(slash + 1);
    }
    return parts;
}

} // namespace

std::string address_of(const Route& route) {
    if (route.release.empty()) return "#/" + std::string(name_in(places, route.place));
    return "#/release/" + route.release + "/" + std::string(name_in(sections, route.section));
}

Route route_from(std::string_view address) {
    Route route;
    const std::vector<std::string_view> parts = parts_of(address);
    if (parts.empty()) return route;
    if (parts[0] == "release" && parts.size() >= 2 && can_be_id(parts[1])) {
        route.release = parts[1];
        for (const auto& [section, name] : sections)
            if (parts.size() >= 3 && parts[2] == name) route.section = section;
        return route;
    }
    for (const auto& [place, name] : places)
        if (parts[0] == name) route.place = place;
    return route;
}

} // namespace desk::ui
