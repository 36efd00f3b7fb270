// What changed in the accessible tree since the last frame, as a flat list of 32-bit words that a DOM mirror can read
// without parsing (SEMANTICS 2, 3).
//
// Words, by opcode (floats are bit-cast; strings are byte offset and byte length into `text`, UTF-8):
//   upsert      1 id parent role state level count maximum order controls active x y w h scroll_max_x scroll_max_y
//                 name_at name_len value_at value_len description_at description_len
//   remove      2 id
//   children    3 parent n id*n          the complete order of the children of `parent`
//   scroll      4 id x y                 the view scrolled this element
//   focus       5 id visible             the view's keyboard focus moved here; visible: 1 = show a ring
//   edit        6 id anchor caret        this text field is being edited; selection in UTF-16 units. id 0: none is
// `upsert` of a parent comes before that of its children, `remove` of a child before that of its parent.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace desk::ui {

enum class PatchOp : std::int32_t { upsert = 1, remove = 2, children = 3, scroll = 4, focus = 5, edit = 6 };

struct Patch {
    std::vector<std::int32_t> words;
    std::string text;
    bool empty() const { return words.empty(); }
};

} // namespace desk::ui
