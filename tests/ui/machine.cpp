#include "machine.hpp"

namespace desk::ui {

Ports Machine::ports() {
    Ports ports;
    ports.now_ms = [this] { return now_ms; };
    ports.random64 = [this] {
        // SplitMix64: distinct for every call, and for machines that start elsewhere.
        std::uint64_t z = last_random += 0x9E3779B97F4A7C15ULL;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
        return z ^ (z >> 31);
    };
    ports.utc_offset_minutes = [](std::int64_t) { return 60; };
    ports.zones.offset_minutes = [](std::string_view zone, std::int64_t) -> std::optional<std::int32_t> {
        if (zone == "Europe/Berlin") return 60;
        if (zone == "Asia/Kathmandu") return 345;
        return std::nullopt;
    };
    ports.own_zone = [] { return "Europe/Berlin"; };
    ports.save_file = [this](NamedFile file, const std::function<void(FileSaved)>& answer) {
        if (save_answer.saved) saved.push_back(std::move(file));
        answer(save_answer);
    };
    ports.open_files = [this] { ++pickers; };
    if (makes_links)
        ports.make_link = [this](std::string bytes, std::function<void(MadeLink)> answer) {
            in_link = std::move(bytes);
            answer_link = std::move(answer);
        };
    if (of_site) {
        ports.renew = [this] { ++renewals; };
        ports.save_program = [this](std::function<void(FileSaved)> answer) { answer_program = std::move(answer); };
    }
    ports.from_file = from_file;
    ports.copy_text = [this](const std::string& text) { copied = text; };
    ports.show_address = [this](const std::string& text, bool instead) {
        if (text == address) return;
        if (!instead) before.push_back(address);
        address = text;
    };
    ports.open_mail = [this](const std::string& link) { mail = link; };
    ports.copy_link = [this](const std::string& text) { copied = "page" + text; };
    ports.show_title = [this](const std::string& text) { title = text; };
    ports.look = [this] { return look; };
    ports.wake = [this] { ++wakes; };
    ports.storage = store;
    return ports;
}

} // namespace desk::ui
