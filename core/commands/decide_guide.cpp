// Adopting another guide.
#include "core/commands/deciders.hpp"

#include "core/rules/adoption.hpp"
#include "core/rules/wording.hpp"

namespace desk::deciders {

void carry_out(const Desk& desk, const command::AdoptGuide& command) {
    const auto refuse = [&](std::string text, std::string fix) {
        desk.refuse({"guide",
                     "guide",
                     {"release-manager"},
                     std::move(text),
                     owners_text(desk.release, {"release-manager"}),
                     std::move(fix)});
    };
    desk.must_hold("release-manager");
    if (guide_is_settled(desk.phase()))
        refuse("The guide of a release in production is settled", "The next release can begin with the newer guide.");
    if (command.guide->digest == desk.guide().digest && !desk.state().guide_disputed)
        refuse("The release follows this guide already", "There is nothing to adopt.");
    if (!desk.refused()) desk.writer.set("guide", {{"guide", command.guide->digest}});
}

} // namespace desk::deciders
