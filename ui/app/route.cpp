#include "ui/app/route.hpp"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace desk::ui {

namespace {

constexpr std::array<std::pair<Place, std::string_view>, 7> place_names = {{
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

constexpr std::size_t longest_part = 1024; // of an address; more is no part of one

void add_encoded(std::string& out, std::string_view text) {
    constexpr std::string_view digits = "0123456789ABCDEF", also = "-._~:@";
    for (const char c : text) {
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                           also.find(c) != std::string_view::npos;
        const auto byte = static_cast<unsigned char>(c);
        if (plain)
            out += c;
        else
            out += {'%', digits[byte >> 4U], digits[byte & 15U]};
    }
}

int hex_value(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

// Nothing of what is too long, or has control characters in it.
std::string decoded(std::string_view text) {
    std::string out;
    if (text.size() > 3 * longest_part) return out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const int high = i + 2 < text.size() ? hex_value(text[i + 1]) : -1;
        const int low = high >= 0 ? hex_value(text[i + 2]) : -1;
        if (text[i] == '%' && low >= 0) {
            out += static_cast<char>(high * 16 + low);
            i += 2;
        } else {
            out += text[i];
        }
    }
    for (const char c : out)
        if (static_cast<unsigned char>(c) < 0x20) return {};
    return out.size() > longest_part ? std::string() : out;
}

void add_choice(std::string& address, std::string_view name, const std::string& value) {
    if (value.empty()) return;
    address += address.find('?') == std::string::npos ? '?' : '&';
    address += name;
    address += '=';
    add_encoded(address, value);
}

void take_choices(Route& route, std::string_view choices) {
    while (!choices.empty()) {
        const std::string_view one = choices.substr(0, choices.find('&'));
        choices.remove_prefix(std::min(choices.size(), one.size() + 1));
        const std::string_view name = one.substr(0, one.find('='));
        if (name.size() == one.size()) continue;
        if (name == "show") route.show = decoded(one.substr(name.size() + 1));
        if (name == "product") route.product = decoded(one.substr(name.size() + 1));
        if (name == "type") route.type = decoded(one.substr(name.size() + 1));
        if (name == "sort") route.sort = decoded(one.substr(name.size() + 1));
    }
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
    std::string address = "#/";
    if (route.release.empty())
        address += name_in(place_names, route.place);
    else
        address += "release/" + route.release + "/" + std::string(name_in(sections, route.section));
    if (!route.item.empty()) {
        address += '/';
        add_encoded(address, route.item);
    }
    if (!route.release.empty()) return address;
    add_choice(address, "show", route.show);
    add_choice(address, "product", route.product);
    add_choice(address, "type", route.type);
    add_choice(address, "sort", route.sort);
    return address;
}

Route route_from(std::string_view address) {
    Route route;
    const std::string_view way = address.substr(0, address.find('?'));
    const std::vector<std::string_view> parts = parts_of(way);
    if (parts.empty()) return route;
    if (parts[0] == "release" && parts.size() >= 2 && can_be_id(parts[1])) {
        route.release = parts[1];
        bool known = false;
        for (const auto& [section, name] : sections)
            if (parts.size() >= 3 && parts[2] == name) route.section = section, known = true;
        if (known && parts.size() >= 4) route.item = decoded(parts[3]);
        return route;
    }
    bool known = false;
    for (const auto& [place, name] : place_names)
        if (parts[0] == name) route.place = place, known = true;
    if (!known) return route;
    if (parts.size() >= 2) route.item = decoded(parts[1]);
    take_choices(route, address.substr(std::min(address.size(), way.size() + 1)));
    return route;
}

} // namespace desk::ui
