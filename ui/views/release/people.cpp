#include "ui/views/release/people.hpp"

#include "core/roles/duties.hpp"

#include <algorithm>
#include <cmath>

namespace desk::ui {

void open_people(const Part& p, std::string_view role) {
    p.view.people_open = true;
    p.view.people_frames = 0;
    p.view.people_role = role;
    if (!role.empty()) return;
    for (const RoleSpec& spec : p.guide().roles)
        if (p.people_of(spec.key).empty()) {
            p.view.people_role = spec.key;
            return;
        }
}

void lay_people(const Part& p, Stack& s, std::size_t most) {
    const auto& roles = p.guide().roles;
    const std::size_t count = std::min(most, roles.size());
    const auto height_of = [&](const RoleSpec& role) {
        return p.people_of(role.key).empty() ? link_line(p.ui, 22) : 22.0F;
    };
    float height = 0;
    for (std::size_t i = 0; i < count; ++i) height += height_of(roles[i]);
    Rect list = s.take(height);
    if (!s.draw) return;
    float names_at = 124; // more where a role's name needs it, but never more than half
    for (std::size_t i = 0; i < count; ++i)
        names_at = std::max(names_at, text_width(p.ui, roles[i].name, TextSize::small) + 12);
    names_at = std::min(std::ceil(names_at), list.w / 2);
    begin_group(p.ui, Role::list, "roles", "Roles", list);
    for (std::size_t i = 0; i < count; ++i) {
        const RoleSpec& role = roles[i];
        const std::string names = p.people_of(role.key);
        Rect line = list.cut_top(height_of(role));
        IdScope scope(role.key);
        begin_group(p.ui, Role::list_item, "role", role.name + ": " + (names.empty() ? "nobody yet" : names), line);
        text_ellipsis(p.ui, line.cut_left(names_at - 8, 8), role.name,
                      {.size = TextSize::small, .colour = p.ui.theme->muted, .silent = true});
        if (names.empty()) {
            const std::string name = "Assign " + role.name;
            text(p.ui, line.cut_left(text_width(p.ui, "Nobody yet ·", TextSize::small), 4), "Nobody yet ·",
                 {.size = TextSize::small, .colour = p.ui.theme->muted, .silent = true});
            if (link(p.ui, line, "assign", "Assign", {.size = TextSize::small, .name = name})) open_people(p, role.key);
        } else {
            text_ellipsis(p.ui, line, names, {.silent = true});
        }
        end_group(p.ui);
    }
    end_group(p.ui);
}

namespace {

constexpr float duty_height = 20, duty_sign = 20; // the least, and what stands before its words

std::string duty_words(const Duty& duty) {
    std::string by;
    for (const std::string& what : duty.what) by += (by.empty() ? ": " : ", ") + what;
    return duty.text + (duty.due ? ", due now" + by : "");
}

float height_of(Ui& ui, const Duty& duty, float width) {
    return duty_height - 16 + wrapped_height(ui, duty_words(duty), width - duty_sign, TextSize::small);
}

// With a gap below, if there are any.
float height_of(Ui& ui, const RoleDuties& role, float width) {
    float height = role.duties.empty() ? 0 : 4;
    for (const Duty& duty : role.duties) height += height_of(ui, duty, width);
    return height;
}

// What the guide asks of the role, and what of it is due now.
void draw_duties(const Part& p, Rect& body, const RoleDuties& role) {
    if (role.duties.empty()) return;
    begin_group(p.ui, Role::list, "duties", "Duties", body.with_height(height_of(p.ui, role, body.w)));
    for (const Duty& duty : role.duties) {
        Rect line = body.cut_top(height_of(p.ui, duty, body.w));
        const std::string words = duty_words(duty);
        const Colour colour = duty.due ? p.ui.theme->text : p.ui.theme->muted;
        icon(p.ui, line.cut_left(14, duty_sign - 14).with_height(duty_height), duty.due ? Icon::half : Icon::circle,
             duty.due ? p.ui.theme->accent_text : p.ui.theme->muted, 12);
        IdScope scope(duty.text);
        begin_group(p.ui, Role::list_item, "duty", duty.due ? words : words + ", not due now", line);
        line.cut_top((duty_height - 16) / 2);
        text_wrapped(p.ui, line, words, {.size = TextSize::small, .colour = colour, .silent = true});
        end_group(p.ui);
    }
    body.cut_top(4);
    end_group(p.ui);
}

// Name after name with a Remove button each, wrapping.
void draw_names(const Part& p, Rect& body, const RoleSpec& role) {
    const auto found = p.state().people.find(role.key);
    if (found == p.state().people.end()) return;
    const ButtonOptions remove{.kind = ButtonKind::ghost, .compact = true};
    for (const std::string& name : found->second) {
        Rect line = body.cut_top(compact_height(p.ui), 4);
        IdScope scope(name);
        const std::string what = "Remove " + name + " from " + role.name;
        ButtonOptions options = remove;
        options.name = what;
        const Rect right = line.cut_right(button_width(p.ui, "Remove", options), 8);
        person(p.ui, line, name, name == p.me(), 20);
        if (button(p.ui, right, "remove", "Remove", options))
            p.act(command::Unassign{role.key, name}, name + " is off " + role.name, command::Assign{role.key, name});
    }
}

void add_person(const Part& p, const RoleSpec& role, const std::string& name) {
    const auto first = name.find_first_not_of(" \t");
    if (first != std::string::npos) {
        const std::string whole = name.substr(first, name.find_last_not_of(" \t") - first + 1);
        p.act(command::Assign{role.key, whole}, whole + " is on " + role.name, command::Unassign{role.key, whole});
    }
    p.empty_line("person:" + role.key);
}

void draw_role(const Part& p, Rect& body, const RoleSpec& role, const RoleDuties& duties) {
    IdScope scope(role.key);
    const bool offer = !p.me().empty() && !p.hold(role.key);
    const Rect head = body.cut_top(24, 2);
    text(p.ui, head, role.name, {.weight = Weight::strong, .silent = true});
    draw_duties(p, body, duties);
    draw_names(p, body, role);
    std::string& typed = p.view.lines["person:" + role.key];
    // In the first frame the dialog does not know its height yet.
    const bool asked = p.view.people_role == role.key && p.view.people_frames == 1;
    if (asked) scroll_into_view(p.ui, body.with_height(control_height(p.ui)));
    Rect line = body.cut_top(control_height(p.ui), 12);
    const std::string add_name = "Add to " + role.name, me_name = "Assign me to " + role.name;
    const ButtonOptions add{.icon = Icon::plus, .name = add_name}, me{.kind = ButtonKind::ghost, .name = me_name};
    const Rect me_box = !offer ? Rect{} : line.cut_right(button_width(p.ui, "Assign me", me), 4);
    const Rect add_box = line.cut_right(button_width(p.ui, "Add", add), 8);
    const FieldResult field =
        text_field(p.ui, line, "person", "Person for " + role.name, typed,
                   {.kind = FieldKind::name, .placeholder = "Name", .show_label = false, .focus = asked});
    if (button(p.ui, add_box, "add", "Add", add) || field.entered) add_person(p, role, typed);
    if (offer && button(p.ui, me_box, "me", "Assign me", me))
        p.act(command::Assign{role.key, p.me()}, "You are on " + role.name, command::Unassign{role.key, p.me()});
    Stack refusal(p.ui, body, true);
    lay_refusal(p, refusal, role.key, 12);
    body.y = refusal.box.y;
}

} // namespace

void draw_people_dialog(const Part& p) {
    if (!p.view.people_open || p.model.name_wanted) return;
    LongDialog d = begin_long_dialog(p.ui, "people", "Who does what?", control_height(p.ui), 480);
    Rect body = d.dialog.content;
    body.cut_top(
        text_wrapped(p.ui, body,
                     "A role may be held by several people. Names are as people gave them; nobody checks them.",
                     {.size = TextSize::small, .colour = p.ui.theme->muted}),
        12);
    const std::vector<RoleDuties> duties = duties_of(p.release, p.around); // one a role, in the guide's order
    for (std::size_t i = 0; i < p.guide().roles.size(); ++i) {
        const RoleSpec& role = p.guide().roles[i];
        const auto held = p.state().people.find(role.key);
        const float names = held == p.state().people.end() ? 0 : static_cast<float>(held->second.size());
        const float height =
            26 + names * (compact_height(p.ui) + 4) + control_height(p.ui) + height_of(p.ui, duties[i], body.w);
        begin_group(p.ui, Role::group, "role-" + role.key, role.name, body.with_height(height));
        draw_role(p, body, role, duties[i]);
        end_group(p.ui);
        hairline(p.ui, body.x, body.y - 6, body.w);
    }
    Rect foot = end_long_content(p.ui, d, body.y);
    const bool done = button(p.ui, foot.cut_right(button_width(p.ui, "Close")), "close", "Close");
    end_long_dialog(p.ui, d);
    p.view.people_frames = std::min(p.view.people_frames + 1, 2);
    if (done || d.dialog.close_asked) p.view.people_open = false;
}

} // namespace desk::ui
