# Run by desk_embed: writes FOLDER/SYMBOL.hpp and .cpp for the bytes of SOURCE.
file(READ "${SOURCE}" hex HEX)
string(LENGTH "${hex}" digits)
math(EXPR size "${digits} / 2")
# One literal a byte: a string literal has a limited length, and its escapes can run into what follows.
string(REGEX REPLACE "([0-9a-f][0-9a-f])" "'\\\\x\\1'," bytes "${hex}")
string(REGEX REPLACE "(,'.x0a',)" "\\1\n" bytes "${bytes}")
file(WRITE "${FOLDER}/${SYMBOL}.hpp" "// Generated.
#pragma once
#include <string_view>

namespace desk::embedded {
extern const std::string_view ${SYMBOL};
}
")
file(WRITE "${FOLDER}/${SYMBOL}.cpp" "// Generated.
#include \"embedded/${SYMBOL}.hpp\"

namespace desk::embedded {
namespace {
constexpr char bytes[] = {
${bytes}
'\\0'};
}
constinit const std::string_view ${SYMBOL}(bytes, ${size});
}
")
