#include "ui/app/unexported.hpp"

#include "core/reminder.hpp"

namespace desk::ui {

void UnexportedCache::refresh(Model& model) {
    if (revision_ == model.revision && name_ == model.my_name) return;
    if (name_ != model.my_name) seen_.clear();
    revision_ = model.revision;
    name_ = model.my_name;
    model.unexported = {};
    if (name_.empty()) return;
    for (const auto& [id, release] : model.releases) {
        Seen& seen = seen_[id];
        if (seen.entries != release->log().size())
            seen = {release->log().size(), unexported_since(release->log(), name_)};
        if (!seen.since_ms) continue;
        std::optional<std::int64_t>& oldest = model.unexported.since_ms;
        if (!oldest || *seen.since_ms < *oldest) oldest = seen.since_ms;
        model.unexported.releases.push_back(id);
    }
}

} // namespace desk::ui
