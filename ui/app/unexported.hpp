// Keeps from frame to frame what no export holds: a release is looked at again only when it has got entries.
#pragma once

#include "ui/app/model.hpp"

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>

namespace desk::ui {

class UnexportedCache {
public:
    // Brings the model's `unexported` up to date.
    void refresh(Model& model);

private:
    struct Seen {
        std::size_t entries = 0;
        std::optional<std::int64_t> since_ms;
    };
    std::map<std::string, Seen> seen_; // by id of the release
    std::uint64_t revision_ = 0;       // of the model, when it was looked at last
    std::string name_;
};

} // namespace desk::ui
