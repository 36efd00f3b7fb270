#include "native/window/placement.hpp"

#include "core/log/op.hpp"
#include "native/files/atomic_write.hpp"
#include "native/window/folders.hpp"

#include <fcntl.h>
#include <nlohmann/json.hpp>

#include <utility>

namespace desk::native {

namespace {

constexpr std::size_t largest_file = 4096;
constexpr int farthest = 100'000;
constexpr int most_beside = 16; // windows, each a step from the one before
constexpr int step = 32;        // as high as a title bar

std::string path_in(const std::string& folder) { return folder + "/window.json"; }

bool take(const Json& json, const char* key, int& value) {
    const auto found = json.find(key);
    if (found == json.end() || !found->is_number_integer()) return false;
    const auto number = found->get<std::int64_t>();
    if (number < -farthest || number > farthest) return false;
    value = static_cast<int>(number);
    return true;
}

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

// The lowest number that no other window of the folder has; 0 where that cannot be told. A byte of the file for each,
// locked until the program ends, however it ends.
int take_number(const Descriptor& numbers) {
    for (int number = 0; numbers && number < most_beside; ++number) {
        struct flock one {};
        one.l_type = F_WRLCK;
        one.l_whence = SEEK_SET;
        one.l_start = number;
        one.l_len = 1;
        if (::fcntl(numbers.get(), F_SETLK, &one) == 0) return number;
    }
    return 0;
}

} // namespace

WindowPlace::WindowPlace(std::string folder) : folder_(std::move(folder)), first_(kept_placement(folder_)) {
    if (folder_.empty() || !make_folder(folder_)) return;
    numbers_ = Descriptor(::open((folder_ + "/windows.lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600));
    shift_ = take_number(numbers_) * step;
    if (!first_) return;
    first_->x += shift_;
    first_->y += shift_;
}

// One that stays where it came up has no place of its own: windows would wander.
void WindowPlace::keep(Placement last) const {
    if (first_ && last.x == first_->x && last.y == first_->y) {
        last.x -= shift_;
        last.y -= shift_;
    }
    const Json json = {
        {"x", last.x}, {"y", last.y}, {"width", last.width}, {"height", last.height}, {"maximized", last.maximized}};
    static_cast<void>(write_atomically(path_in(folder_), json.dump() + "\n", Existing::replace));
}

} // namespace desk::native
