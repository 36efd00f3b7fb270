// One element of the accessible tree: what a widget shows, in words that a screen reader, a keyboard and a test share.
//
// Views never build nodes themselves: every widget of ui/widgets records its own after it has drawn (SEMANTICS 1).
#pragma once

#include <cstdint>
#include <string>

namespace desk::ui {

// The roles of WAI-ARIA 1.2 that the views need. The numbers are the wire format of `Patch`: append, never reorder.
enum class Role : std::uint8_t {
    root = 0,
    banner,
    navigation,
    main,
    complementary,
    region,
    dialog,
    group,
    heading,
    text,
    button,
    link,
    checkbox,
    radio,
    text_field,
    combobox,
    listbox,
    option,
    tab_list,
    tab,
    tab_panel,
    table,
    row_group,
    row,
    column_header,
    cell,
    list,
    list_item,
    status, // polite live region
    alert,  // assertive live region
    progress,
    image,
};

// States, as bits of Node::state. The numbers are the wire format: append, never reorder.
enum State : std::uint32_t {
    state_disabled = 1U << 0,
    state_checked = 1U << 1,
    state_expandable = 1U << 2,
    state_expanded = 1U << 3,
    state_selected = 1U << 4,
    state_multiline = 1U << 5,
    state_read_only = 1U << 6,
    state_required = 1U << 7,
    state_invalid = 1U << 8,
    state_modal = 1U << 9,
    state_scrolls = 1U << 10, // children are placed in scrolled content; scroll_* are valid
    state_virtual = 1U << 11, // a row outside the visible part: name and place only
    state_current = 1U << 12, // aria-current (navigation, stepper)
    state_popup = 1U << 13,   // opens a menu or list
    state_toggle = 1U << 14,  // a button that stays down: state_checked says whether it is (aria-pressed)
};

// CSS pixels. Absolute when recorded; relative to the parent's content when sent (SEMANTICS 2).
struct Box {
    float x = 0, y = 0, w = 0, h = 0;
    bool operator==(const Box&) const = default;
};

struct Node {
    std::uint32_t id = 0;     // stable for as long as the element exists; an ImGui id for widgets
    std::uint32_t parent = 0; // 0: the page itself
    Role role = Role::root;
    std::uint32_t state = 0;
    // heading: 1..6; row: 1-based index within its table; table: number of columns; text: its side, as Align in
    // ui/widgets/text.hpp; text field: as FieldKind in ui/widgets/field.hpp
    std::int32_t level = 0;
    // table: number of rows with the head; progress: value of 0..maximum; text and heading: height of the letters in
    // CSS pixels, and their weight as CSS counts it: what is selected lies where it is drawn
    std::int32_t count = 0;
    std::int32_t maximum = 0;
    std::int32_t order = 0;     // stacking of top-level windows: larger is nearer the user
    std::uint32_t controls = 0; // id of the element that this one opens or shows
    std::uint32_t active = 0;   // text field over a list: id of the option that Enter takes
    Box box;
    float scroll_x = 0, scroll_y = 0;         // present offset of a scrolling element
    float scroll_max_x = 0, scroll_max_y = 0; // largest offset
    std::string name;
    std::string value;       // text field: its text; combobox: the chosen option
    std::string description; // hint, error line or refusal belonging to this element
};

} // namespace desk::ui
