// Text as people type it when they look for something: without case, without marks over letters.
#pragma once

#include <string>
#include <string_view>

namespace desk {

// Lower case, Latin letters without their marks ("Größe" → "grosse", "Łódź" → "lodz"), combining marks dropped; Greek
// and Cyrillic capitals to small letters. Whatever else there is stays as it is, bytes that are no UTF-8 too.
std::string fold(std::string_view text);

} // namespace desk
