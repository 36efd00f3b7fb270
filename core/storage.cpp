#include "core/storage.hpp"

#include "core/packs.hpp"

namespace desk {

std::string pack_checksum(const std::string& lines) { return Fnv1a().add(lines).hex(); }

} // namespace desk
