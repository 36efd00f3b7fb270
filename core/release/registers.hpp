// The names of the registers (`i` of an op), in one place. docs/format.md lists them for other implementations.
//
//   release                     create: {"guide": digest}
//   product name version type   set: text
//   critical-issue              set: text (a Patch should link one; guide RT-1)
//   phase                       set: {"from","to","as"[,"reason"][,"override"][,"basis"]}
//   role:<role>:<person>        add / drop: null
//   item:<key>:<role>           set: "done" | "open"                       one owner's sign-off
//   item:<key>                  set: {"is":"applies"} | {"is":"waived","reason","approver"[,"expires"]} |
//   {"is":"na","reason"} evidence:<key>:<url>        add / drop: null note:<key>                  set: text vote:<role>
//   set: {"vote":"go"|"no-go"|"withdrawn"[,"reason"],"basis":{part:digest}} notes:<field>               set: text
//   rollback:plan               set: text
//   rollback:last-good          set: version text, or "first-release"
//   rollback:verified           set: version that was verified live after a rollback
//   window                      set: {"start","end","zone","from_ms","to_ms"} | {"none": reason}
//   incident:<id>               add: {"severity":1..5,"text"}
//   incident:<id>:state         set: "open" | "mitigated" | "resolved"
//   retro:hand-off              set: "stable" | "rolled-back"
//   retro:artifact:<kind>       set: url, or {"none": reason}
//   retro:participant:<role>:<person>  add / drop: null
//   retro:action:<id>           set: {"text","owner","due"}
#pragma once

#include <string>
#include <string_view>

namespace desk::registers {

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
inline std::string note(std::string_view item) { return "note:" + std::string(item); }
inline std::string vote(std::string_view role) { return "vote:" + std::string(role); }
inline std::string notes(std::string_view field) { return "notes:" + std::string(field); }

// "notes.summary" of the command line is the register "notes:summary": the first dot becomes a colon.
std::string from_field(std::string_view field);
std::string to_field(std::string_view about);

} // namespace desk::registers
