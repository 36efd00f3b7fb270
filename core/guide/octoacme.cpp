#include "core/guide/guide.hpp"
#include "core/log/op_line.hpp"

#include "embedded/octoacme_guide.hpp"

namespace desk {

const std::string& octoacme_guide_text() {
    static const std::string text = minified(embedded::octoacme_guide);
    return text;
}

const std::shared_ptr<const Guide>& octoacme_guide() {
    static const auto guide = std::make_shared<const Guide>(parse_guide(octoacme_guide_text()).value());
    return guide;
}

} // namespace desk
