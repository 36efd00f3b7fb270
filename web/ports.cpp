#include "web/ports.hpp"

#include "web/imports.hpp"

#include <cmath>
#include <memory>
#include <utility>

namespace desk::web {
namespace {

int size_of(const std::string& text) { return static_cast<int>(text.size()); }

ui::SystemLook look() {
    std::uint32_t words[9] = {};
    page_look(words);
    ui::SystemLook answer{(words[0] & 1U) != 0, (words[0] & 2U) != 0, std::nullopt};
    const auto colour = [&words](int i) { return ui::colour_of(words[i]); };
    if ((words[0] & 4U) != 0)
        answer.forced = {colour(1), colour(2), colour(3), colour(4), colour(5), colour(6), colour(7), colour(8)};
    return answer;
}

// The answers are kept by the page until it gives them back.
void add_links(ui::Ports& ports) {
    ports.make_link = [](const std::string& bytes, std::function<void(ui::MadeLink)> answer) {
        auto kept = std::make_unique<std::function<void(ui::MadeLink)>>(std::move(answer));
        page_make_link(kept.release(), bytes.data(), size_of(bytes)); // desk_link_made takes it back
    };
}

void add_versions(ui::Ports& ports) {
    ports.renew = [] { page_renew(); };
    ports.save_program = [](std::function<void(ui::FileSaved)> answer) {
        auto kept = std::make_unique<std::function<void(ui::FileSaved)>>(std::move(answer));
        page_save_program(kept.release()); // desk_program_saved takes it back
    };
}

} // namespace

ui::Ports page_ports() {
    ui::Ports ports;
    ports.now_ms = [] { return static_cast<std::int64_t>(page_now_ms()); };
    ports.random64 = [] {
        std::uint64_t number = 0;
        page_random(&number, sizeof number);
        return number;
    };
    ports.utc_offset_minutes = [](std::int64_t utc_ms) {
        return static_cast<std::int32_t>(page_utc_offset_minutes(static_cast<double>(utc_ms)));
    };
    ports.zones.offset_minutes = [](std::string_view zone, std::int64_t utc_ms) -> std::optional<std::int32_t> {
        const double minutes =
            page_zone_offset_minutes(zone.data(), static_cast<int>(zone.size()), static_cast<double>(utc_ms));
        if (std::isnan(minutes)) return std::nullopt;
        return static_cast<std::int32_t>(minutes);
    };
    ports.own_zone = [] {
        std::string zone(64, '\0');
        zone.resize(static_cast<std::size_t>(page_own_zone(zone.data(), size_of(zone))));
        return zone.empty() ? "UTC" : zone;
    };
    ports.save_file = [](const ui::NamedFile& file, const std::function<void(ui::FileSaved)>& answer) {
        page_save_file(file.name.data(), size_of(file.name), file.bytes.data(), size_of(file.bytes));
        answer({true, {}, {}});
    };
    ports.open_files = [] { page_open_files(); };
    ports.copy_text = [](const std::string& text) { page_copy_text(text.data(), size_of(text)); };
    ports.show_address = [](const std::string& address, bool instead) {
        page_show_address(address.data(), size_of(address), instead ? 1 : 0);
    };
    ports.open_mail = [](const std::string& link) { page_open_mail(link.data(), size_of(link)); };
    ports.copy_link = [](const std::string& address) { page_copy_link(address.data(), size_of(address)); };
    ports.show_title = [](const std::string& title) { page_show_title(title.data(), size_of(title)); };
    ports.look = look;
    ports.fetch_rest = [] { page_fetch_rest(); };
    const int home = page_home();
    ports.from_file = home == 1;
    if (!ports.from_file) add_links(ports);
    if (home == 0) add_versions(ports);
    return ports;
}

} // namespace desk::web
