#include "native/releasectl/value_words.hpp"

#include "core/commands/command.hpp"
#include "core/history/history.hpp"
#include "core/incident/messages.hpp"
#include "core/release/registers.hpp"

#include <algorithm>
#include <array>

namespace desk::native {

namespace {

template <typename List> std::vector<std::string> keys_of(const List& list) {
    std::vector<std::string> keys;
    for (const auto& one : list) keys.emplace_back(one.key);
    return keys;
}

std::vector<std::string> item_keys(const Guide& guide) {
    std::vector<std::string> keys;
    for (const auto* list : {&guide.requirements, &guide.checklist, &guide.playbook})
        for (const ItemSpec& item : *list) keys.push_back(item.key);
    return keys;
}

std::vector<std::string> phase_keys() {
    std::vector<std::string> keys;
    for (int at = 0; at <= static_cast<int>(Phase::cancelled); ++at) keys.emplace_back(key_of(static_cast<Phase>(at)));
    return keys;
}

std::vector<std::string> kind_keys() {
    std::vector<std::string> keys;
    for (std::size_t at = 0; at < history_kinds; ++at) keys.emplace_back(key_of(static_cast<HistoryKind>(at)));
    return keys;
}

std::vector<std::string> field_names(const Guide& guide) {
    std::vector<std::string> names;
    for (const std::string& about : settable_fields(guide)) names.push_back(registers::to_field(about));
    return names;
}

std::vector<std::string> words_of(const Guide& guide, const std::string& command, const std::string& value) {
    if (value == "ROLE") return keys_of(guide.roles);
    if (value == "ITEM") return item_keys(guide);
    if (value == "PHASE") return phase_keys();
    if (value == "TYPE") return keys_of(guide.types);
    if (value == "FIELD") return field_names(guide);
    if (command == "announce" && value == "FORMAT") return {"text", "md"};
    if (command == "announce" && value == "AUDIENCE") return {"customers", "support", "internal"};
    if (value == "GUIDE" || (command == "guide" && value.size() == 1)) return {"octoacme"};
    if (value == "FORMAT") return {"md", "html", "text"};
    if (value == "SHELL") return {"bash", "zsh", "fish"};
    if (value == "SEVERITY" || value == "1..5") return {"1", "2", "3", "4", "5"};
    if (value == "KIND") return command == "retro" ? guide.artifacts : kind_keys();
    if (command == "incident" && value == "PART") return keys_of(report_fields);
    if (command == "incident" && value == "AUDIENCE") return keys_of(incident_audiences());
    return {};
}

} // namespace

ValueWords value_words(const Guide& guide, const CommandDescription& command, const std::string& value) {
    constexpr std::array<const char*, 6> files = {"FILE", "OTHER", "A", "B", "WORKSPACE", "GUIDE"};
    if (std::find(files.begin(), files.end(), value) != files.end()) return {ValueWords::Kind::file, {}};
    if (value == "DIR") return {ValueWords::Kind::folder, {}};
    auto words = words_of(guide, command.path.empty() ? "" : command.path.front(), value);
    if (words.empty()) return {};
    return {ValueWords::Kind::words, std::move(words)};
}

} // namespace desk::native
