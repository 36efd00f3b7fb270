#include "core/windows/conflicts.hpp"

#include "core/rules/wording.hpp"
#include "core/time/durations.hpp"
#include "core/time/spoken.hpp"
#include "core/windows/obstacles.hpp"

#include <algorithm>

namespace desk {

namespace {

constexpr std::int64_t longest_ms = 7 * day_ms;

std::vector<std::string> in_both(const std::vector<std::string>& a, const std::vector<std::string>& b) {
    std::vector<std::string> both;
    for (const std::string& name : a)
        if (std::find(b.begin(), b.end(), name) != b.end()) both.push_back(name);
    return both;
}

void add_freezes(std::vector<Obstacle>& obstacles, const Release& release, const Surroundings& around) {
    for (const auto& [freeze, on, managers] : freezes_for(release, around)) {
        Blocker conflict = manager_blocker(
            release, "window-freeze", sentence({"freeze:~", freeze.id}),
            sentence({"The window lies in a freeze: ", freeze.reason, ", ", span_words(freeze, around.now_ms)}),
            "Move the window, or let the freeze be lifted.");
        conflict.who = managers_text(release, managers);
        obstacles.push_back({freeze, std::move(conflict)});
    }
}

// What is odd about the window itself.
class Oddities {
public:
    Oddities(const Release& release, const TimeSpan& window, const Surroundings& around, std::vector<Blocker>& found)
        : release_(release), window_(window), around_(around), found_(found) {}

    void look() {
        if (window_.to_ms < around_.now_ms && release_.state().phase != Phase::deploying)
            tell("window-past", sentence({"The window has passed: ", span_words(window_, around_.now_ms)}),
                 "Set the next one.");
        if (window_.length_ms() > longest_ms)
            tell("window-long", sentence({"The window is ", spoken_duration(window_.length_ms()), " long"}),
                 "Choose the hours in which it is to be deployed.");
        look_at(window_.start, window_.from_ms);
        look_at(window_.end, window_.to_ms);
        if (!around_.zones.offset(window_.zone, window_.from_ms))
            tell("window-zone",
                 sentence({"The time zone ", window_.zone, " is not known here, so its times cannot be checked"}),
                 "Update the time zones of this system.");
        else if (moved_)
            tell("window-zone",
                 sentence({"The clocks of ", window_.zone, " show other times than when the window was set"}),
                 "Set the window again.");
    }

private:
    void tell(const char* rule, std::string text, const char* fix) {
        found_.push_back(manager_blocker(release_, rule, "window", std::move(text), fix));
    }

    void look_at(const std::string& local, std::int64_t utc_ms) {
        const auto time = zoned_time(around_.zones, local, window_.zone);
        moved_ = moved_ || !time || time->utc_ms != utc_ms;
        if (!time || !time->twice) return;
        const CivilTime at = civil_time(time->utc_ms, time->offset_minutes);
        tell("window-twice",
             sentence({spoken_clock(at), " on ", spoken_day(at), " exists twice in ", window_.zone,
                       ", the first is meant, at ", offset_text(time->offset_minutes)}),
             "Leave it, or choose a time that exists once.");
    }

    const Release& release_;
    const TimeSpan& window_;
    const Surroundings& around_;
    std::vector<Blocker>& found_;
    bool moved_ = false; // the local times are not at the moments that were set down
};

} // namespace

std::vector<StandingFreeze> freezes_for(const Release& release, const Surroundings& around) {
    std::vector<StandingFreeze> standing;
    const auto add = [&](const std::vector<Freeze>& freezes, const std::string& id, const std::string& product,
                         const std::vector<std::string>& managers) {
        for (const Freeze& freeze : freezes) {
            if (freeze.to_ms < around.now_ms || (!freeze.everywhere && product != release.state().product.text))
                continue;
            auto place = standing.begin();
            while (place != standing.end() && place->freeze.from_ms <= freeze.from_ms) ++place;
            standing.insert(place, {freeze, id, managers});
        }
    };
    add(release.state().freezes, release.id(), release.state().product.text,
        release.state().people.at("release-manager"));
    for (const Sibling& sibling : around.siblings)
        if (sibling.id != release.id()) add(sibling.freezes, sibling.id, sibling.product, sibling.managers);
    return standing;
}

std::vector<Obstacle> window_obstacles(const Release& release, const Surroundings& around) {
    std::vector<Obstacle> obstacles;
    add_freezes(obstacles, release, around);
    const auto others = [&](const auto& take) {
        for (const Sibling& other : around.siblings)
            if (other.id != release.id() && other.window && awaits_window(other.phase))
                take(other, sentence({other.product, " ", other.version}),
                     sentence({" at the same time: ", span_words(*other.window, around.now_ms)}));
    };
    others([&](const Sibling& other, const std::string& name, const std::string& when) {
        if (other.product == release.state().product.text)
            obstacles.push_back(
                {*other.window, manager_blocker(release, "window-product", other.id,
                                                sentence({name, " has a window", when}), "Move one of the windows.")});
    });
    const std::vector<std::string> ours = deployers_of(release);
    others([&](const Sibling& other, const std::string& name, const std::string& when) {
        const auto same = in_both(ours, other.deployers);
        if (same.empty()) return;
        const char* deploy = same.size() == 1 ? " deploys " : " deploy ";
        obstacles.push_back({*other.window, manager_blocker(release, "window-people", other.id,
                                                            sentence({listed(same), deploy, name, when}),
                                                            "Move one of the windows, or let others deploy.")});
    });
    return obstacles;
}

std::vector<Blocker> window_conflicts(const Release& release, const TimeSpan& window, const Surroundings& around) {
    std::vector<Blocker> conflicts;
    for (Obstacle& obstacle : window_obstacles(release, around))
        if (obstacle.span.overlaps(window)) conflicts.push_back(std::move(obstacle.conflict));
    Oddities(release, window, around, conflicts).look();
    return conflicts;
}

std::vector<Blocker> window_conflicts(const Release& release, const Surroundings& around) {
    const auto& window = release.state().window;
    if (!window || !window->set() || !awaits_window(release.state().phase)) return {};
    return window_conflicts(release, *window, around);
}

} // namespace desk
