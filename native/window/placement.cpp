#include "native/window/placement.hpp"

#include "core/log/op.hpp"
#include "native/files/atomic_write.hpp"

#include <nlohmann/json.hpp>

namespace desk::native {

namespace {

constexpr std::size_t largest_file = 4096;
constexpr int farthest = 100'000;

std::string path_in(const std::string& folder) { return folder + "/window.json"; }

bool take(const Json& json, const char* key, int& value) {
    const auto found = json.find(key);
    if (found == json.end() || !found->is_number_integer()) return false;
    const auto number = found->get<std::int64_t>();
    if (number < -farthest || number > farthest) return false;
    value = static_cast<int>(number);
    return true;
}

} // namespace

std::optional<Placement> kept_placement(const std::string& folder) {
    const auto text = read_whole_file(path_in(folder), largest_file);
    if (!text) return std::nullopt;
    const Json json = Json::parse(*text, nullptr, false);
    Placement placement;
    if (!json.is_object() || !take(json, "x", placement.x) || !take(json, "y", placement.y) ||
        !take(json, "width", placement.width) || !take(json, "height", placement.height) || placement.width <= 0 ||
        placement.height <= 0)
        return std::nullopt;
    const auto maximized = json.find("maximized");
    placement.maximized = maximized != json.end() && maximized->is_boolean() && maximized->get<bool>();
    return placement;
}

void keep_placement(const std::string& folder, const Placement& placement) {
    const Json json = {{"x", placement.x},
                       {"y", placement.y},
                       {"width", placement.width},
                       {"height", placement.height},
                       {"maximized", placement.maximized}};
    static_cast<void>(write_atomically(path_in(folder), json.dump() + "\n", Existing::replace));
}

} // namespace desk::native
