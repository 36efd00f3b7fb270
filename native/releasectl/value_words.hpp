// What may be typed where a command wants a value, as far as the guide and the model say.
#pragma once

#include "native/releasectl/description.hpp"

#include "core/guide/guide.hpp"

#include <string>
#include <vector>

namespace desk::native {

struct ValueWords {
    enum class Kind { words, file, folder, any } kind = Kind::any;
    std::vector<std::string> words; // of Kind::words: keys, without white space
};

// `value` is the name of an argument, or of what a flag takes: "ROLE", "PHASE", "FILE".
ValueWords value_words(const Guide& guide, const CommandDescription& command, const std::string& value);

} // namespace desk::native
