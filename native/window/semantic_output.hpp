// Tells the accessible tree to whoever started the program with --semantics.
#pragma once

#include "native/files/descriptor.hpp"
#include "native/window/semantic_tree.hpp"

#include <tl/expected.hpp>

#include <string>

namespace desk::native {

class SemanticOutput {
public:
    // A file, which is emptied, or "fd:3" for a descriptor that is open already. The message says what is wrong.
    static tl::expected<SemanticOutput, std::string> open(const std::string& where);

    void apply(const ui::Patch& patch) { tree_.apply(patch); }
    // Writes a line if it is another one than the last. `notice`: what the platform itself says at present. A reader
    // that has gone ends the telling, not the program.
    void tell(float scale, const std::string& notice);

private:
    explicit SemanticOutput(Descriptor file) : file_(std::move(file)) {}
    Descriptor file_;
    SemanticTree tree_;
    std::string last_;
};

} // namespace desk::native
