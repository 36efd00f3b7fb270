#include "core/commands/seal.hpp"

#include "core/commands/op_writer.hpp"
#include "core/log/seals.hpp"
#include "core/release/registers.hpp"

namespace desk {

std::vector<Op> seal(const Release& release, const Author& author) {
    OpWriter writer(release.log(), author);
    for (Value& value : seals_needed(release.log()))
        writer.write("seal", registers::seal(author.actor), std::move(value));
    return writer.take();
}

std::vector<Op> seal_own(const Release& release, const Author& author) {
    if (!has_unsealed(release.log(), author.by)) return {};
    return seal(release, author);
}

} // namespace desk
