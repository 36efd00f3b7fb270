// `set`: one text of the release.
#include "native/releasectl/documents.hpp"
#include "native/releasectl/program.hpp"

#include "core/release/registers.hpp"

#include <memory>

namespace desk::native {

namespace {

struct SetOptions {
    Flags flags;
    std::string file, field, value;
};

} // namespace

void add_set(Program& program) {
    auto o = std::make_shared<SetOptions>();
    const CommandDeclaration command =
        program.line.command("set", "Write a field: name, version, rollback.plan, notes.summary and others");
    command.argument("FILE", o->file, "The release").required();
    command
        .argument("FIELD", o->field,
                  "product, name, version, type, critical-issue, rollback.plan, rollback.last-good (a version, or "
                  "first-release), rollback.verified, rollback.irreversible, lead-time.start (the time of the "
                  "oldest commit), note.ITEM, notes.summary and the other notes fields")
        .required();
    command.argument("VALUE", o->value, "Its new text").required();
    add_change_flags(command, o->flags);
    command.explain({"the field is written", refused_words,
                     "releasectl set checkout.release.json rollback.last-good 4.1.3 --by Ana"});
    command.runs([&program, o] {
        return carry_out(program.terminal, o->file, o->flags,
                         command::SetField{registers::from_field(o->field), o->value},
                         [&](const Release&) { return o->field + ": " + o->value; });
    });
}

} // namespace desk::native
