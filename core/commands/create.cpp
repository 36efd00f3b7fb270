#include "core/commands/command.hpp"
#include "core/commands/op_writer.hpp"
#include "core/release/registers.hpp"
#include "core/version/semver.hpp"

#include <algorithm>
#include <optional>

namespace desk {

namespace {

bool blank(const std::string& text) { return text.find_first_not_of(" \t\r\n") == std::string::npos; }

std::vector<Blocker> refusals(const NewRelease& fields, const Guide& guide, const Author& author,
                              const Surroundings& around) {
    std::vector<Blocker> blockers;
    if (blank(author.by))
        blockers.push_back(
            {"name", "", {}, "Your name: not given", "", "Say who you are, so that others see who did it."});
    if (blank(fields.product))
        blockers.push_back({"product", "product", {}, "Product: not named", "", "Name the product."});
    if (std::none_of(guide.types.begin(), guide.types.end(), [&](const auto& type) { return type.key == fields.type; }))
        blockers.push_back(
            {"type", "type", {}, "\"" + fields.type + "\" is not a release type", "", "Choose patch, minor or major."});
    const auto version = parse_version(fields.version);
    if (!version) {
        blockers.push_back(
            {"version", "version", {}, "\"" + fields.version + "\" is not a version", "", version.error()});
        return blockers;
    }
    for (const Sibling& sibling : around.siblings)
        if (sibling.product == fields.product && sibling.phase != Phase::cancelled)
            if (const auto theirs = parse_version(sibling.version); theirs && precedence(*theirs, *version) == 0)
                blockers.push_back({"version",
                                    "version",
                                    {},
                                    fields.product + " " + fields.version + " exists already",
                                    "",
                                    "Choose a version that no release of the product has."});
    return blockers;
}

} // namespace

Outcome create_release(const NewRelease& fields, const Guide& guide, const Author& author, const Surroundings& around) {
    if (auto blockers = refusals(fields, guide, author, around); !blockers.empty())
        return tl::unexpected(Refusal{std::move(blockers)});
    const Log nothing;
    OpWriter writer(nothing, author);
    writer.write("create", "release", {{"guide", guide.digest}});
    writer.set("product", fields.product);
    writer.set("version", fields.version);
    writer.set("type", fields.type);
    if (!blank(fields.name)) writer.set("name", fields.name);
    writer.write("add", registers::role("release-manager", author.by), nullptr);
    std::vector<Op> ops = writer.take();
    if (auto blockers = unkeepable(ops); !blockers.empty()) return tl::unexpected(Refusal{std::move(blockers)});
    return ops;
}

std::string proposed_version(const std::string& product, const std::string& type, const Surroundings& around) {
    std::optional<Version> last;
    for (const Sibling& sibling : around.siblings) {
        const bool was_live =
            sibling.phase == Phase::stable || sibling.phase == Phase::retrospective || sibling.phase == Phase::closed;
        if (sibling.product != product || !was_live) continue;
        if (const auto version = parse_version(sibling.version); version && (!last || precedence(*version, *last) > 0))
            last = *version;
    }
    if (!last) return "0.1.0";
    const Bump bump = type == "major" ? Bump::major : type == "patch" ? Bump::patch : Bump::minor;
    return next_version(*last, bump).text();
}

} // namespace desk
