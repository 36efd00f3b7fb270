// The names of the registers (`i` of an op), in one place. docs/format.md lists them for other implementations.
//
//   release                     create: {"guide": digest}
//   guide                       set: {"guide": digest}: the guide adopted since; none: that of the creation
//   product name version type   set: text
//   critical-issue              set: text (a Patch should link one; guide RT-1)
//   phase                       set: {"from","to","as"[,"reason"][,"override"][,"basis"]}
//   role:<role>:<person>        add / drop: null
//   item:<item>:<role>          set: "done" | "open"                       one owner's sign-off
//   item:<item>                 set: {"is":"applies"} | {"is":"waived","reason","approver"[,"expires"]} |
//                                    {"is":"na","reason"}
//   evidence:<item>:<url>       add / drop: null
//   note:<item>                 set: text
//   vote:<role>                 set: {"vote":"go"|"no-go"|"withdrawn"[,"reason"],"basis":{part:digest}}
//   notes:<field>               set: text
//   sent:<audience>:~<id>       add: {"text"}                              an announcement (guide DC-8)
//   rollback:plan               set: text
//   rollback:last-good          set: version text, or "first-release"
//   rollback:irreversible       set: why it cannot be rolled back (a migration); "" if it can
//   rollback:verified           set: version that was verified live after a rollback
//   lead-time:start             set: RFC 3339 time of the release's oldest commit; "" if that is not known
//   window                      set: {"start","end","zone","from_ms","to_ms"} | {"none": reason}
//   freeze:~<id>                add: {"start","end","zone","from_ms","to_ms","reason","scope":"product"|"all"} / drop
//   incident:~<id>              add: {"severity":1..5,"text"}
//   incident:~<id>:state        set: "open" | "mitigated" | "resolved"
//   incident:~<id>:severity     set: 1..5
//   incident:~<id>:started      set: RFC 3339 time at which it began, if that was before it was seen
//   incident:~<id>:report:<field>     set: text
//   incident:~<id>:log:~<id>          add: {"text"[,"at_ms"]}
//   incident:~<id>:sent:<audience>:~<id>  add: {"text"}
//   retro:hand-off              set: "stable" | "rolled-back"
//   retro:artifact:<kind>       set: link or text, or {"none": reason}
//   retro:participant:<role>:<person>  add / drop: null
//   retro:excused:<role>        set: why nobody of the role took part; "" if somebody is to
//   retro:action:~<id>          set: {"text","owner","due"}
//   retro:proposal:~<id>        set: the change of the guide that this action item asks for; "" if none
//   seal:<actor>                seal: {"chains":{actor:{"s","hash","marks"}}}  (core/log/seals.hpp)
//
// <item> is the key of a requirement or checklist item, or "<key>@~<incident>" for a step of that incident's playbook.
// A name that a copy made up itself begins with "~": digests count such names by their order (core/release/digest.hpp).
#pragma once

#include <string>
#include <string_view>

namespace desk::registers {

// The checklist item that announcements are for (guide DC-8), and the notes field into which commits are sorted (RN-4).
inline constexpr const char* announce_item = "announce";
inline constexpr const char* commits_field = "notable-changes";

// The checklist item that a deployment window answers (guide DC-1).
inline constexpr const char* window_item = "window-scheduled";

inline std::string role(std::string_view key, std::string_view person) {
    return "role:" + std::string(key) + ":" + std::string(person);
}
inline std::string sign_off(std::string_view item, std::string_view role) {
    return "item:" + std::string(item) + ":" + std::string(role);
}
inline std::string disposition(std::string_view item) { return "item:" + std::string(item); }
inline std::string evidence(std::string_view item, std::string_view url) {
    return "evidence:" + std::string(item) + ":" + std::string(url);
}
inline std::string seal(std::string_view actor) { return "seal:" + std::string(actor); }
inline std::string note(std::string_view item) { return "note:" + std::string(item); }
inline std::string vote(std::string_view role) { return "vote:" + std::string(role); }
inline std::string incident(std::string_view id) { return "incident:~" + std::string(id); }
// The key of a playbook step within one incident, to be used as <item>.
inline std::string step(std::string_view key, std::string_view incident) {
    return std::string(key) + "@~" + std::string(incident);
}
inline std::string action(std::string_view id) { return "retro:action:~" + std::string(id); }
inline std::string proposal(std::string_view id) { return "retro:proposal:~" + std::string(id); }
inline std::string freeze(std::string_view id) { return "freeze:~" + std::string(id); }
inline std::string notes(std::string_view field) { return "notes:" + std::string(field); }

inline std::string sent(std::string_view audience, std::string_view id) {
    return "sent:" + std::string(audience) + ":~" + std::string(id);
}

// "notes.summary" of the command line is the register "notes:summary": the first dot becomes a colon.
std::string from_field(std::string_view field);
std::string to_field(std::string_view about);

} // namespace desk::registers
