#include "core/commands/op_writer.hpp"

#include "core/log/op_line.hpp"
#include "core/release/heads.hpp"

namespace desk {

void OpWriter::write(std::string kind, std::string about, Value value) {
    Op op;
    op.id = {author_.actor, ++seq_};
    op.lamport = ++lamport_;
    op.wall_ms = author_.now_ms;
    op.by = author_.by;
    op.kind = std::move(kind);
    op.about = std::move(about);
    op.value = std::move(value);
    for (const Op* head : log_.heads(op.about)) op.replaces.push_back(head->id);
    write_line(op);
    ops_.push_back(std::move(op));
}

void OpWriter::set_if_new(const std::string& about, const Value& value) {
    const Heads heads = heads_of(log_, about);
    if (heads.empty() || heads.disputed || !(heads.first().value == value)) set(about, value);
}

void OpWriter::add_if_absent(const std::string& about) {
    const Heads heads = heads_of(log_, about);
    if (!heads.member() || heads.disputed) write("add", about, nullptr);
}

void OpWriter::drop_if_present(const std::string& about) {
    if (heads_of(log_, about).member()) write("drop", about, nullptr);
}

std::vector<Blocker> unkeepable(const std::vector<Op>& ops) {
    std::vector<Blocker> blockers;
    for (const Op& op : ops) {
        if (op.line.size() > Limits::line_bytes)
            blockers.push_back({"size",
                                op.about,
                                {},
                                "This text is too long to keep",
                                "",
                                "Shorten it to less than 1 MB, or link to it instead."});
        else if (const auto again = parse_op(op.line); !again)
            blockers.push_back(
                {"input", op.about, {}, "This cannot be kept: " + again.error(), "", "Change it and try again."});
    }
    return blockers;
}

} // namespace desk
