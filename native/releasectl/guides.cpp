#include "native/releasectl/guides.hpp"

#include "core/guide/guide_check.hpp"

namespace desk::native {

OrExit<std::string> guide_text_of(const Terminal& terminal, const std::string& name) {
    if (name.empty() || name == "octoacme") return octoacme_guide_text();
    const auto bytes = read_bytes(terminal, name);
    if (!bytes) return tl::make_unexpected(bytes.error());
    if (bytes->find("\"octoacme-release/") > 64) return *bytes; // a guide, or what check_guide finds wrong with it
    auto release = open_release(terminal, name, *bytes);
    if (!release) return tl::make_unexpected(release.error());
    return release->guide().text;
}

OrExit<std::shared_ptr<const Guide>> read_guide(const Terminal& terminal, const std::string& name) {
    const auto text = guide_text_of(terminal, name);
    if (!text) return tl::make_unexpected(text.error());
    auto guide = parse_guide(*text);
    if (guide) return std::make_shared<const Guide>(std::move(*guide));
    for (const GuideFlaw& flaw : check_guide(*text))
        if (!flaw.hint) tell(terminal, name, flaw.text, flaw.line);
    return tl::make_unexpected(Exit::bad_input);
}

} // namespace desk::native
