#include "core/storage.hpp"

#include "core/packs.hpp"

namespace desk {

std::string pack_checksum(const std::string& lines) { return Fnv1a().add(lines).hex(); }

bool is_evictable(std::string_view durability) { return durability.substr(0, 9) == "evictable"; }

} // namespace desk
