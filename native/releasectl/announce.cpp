// `announce`: the message about the release for an audience, and that it was sent.
#include "native/releasectl/documents.hpp"
#include "native/releasectl/program.hpp"

#include "core/notes/announce.hpp"
#include "core/notes/markdown.hpp"
#include "core/time/rfc3339.hpp"
#include "native/system/system.hpp"

#include <nlohmann/json.hpp>

#include <memory>

namespace desk::native {

namespace {

struct AnnounceOptions {
    Flags flags;
    std::string file, audience, format = "text", sent_text;
    bool sent = false;
};

// As it is to be copied; times are told in UTC.
std::string message_text(const AnnounceOptions& o, const AnnouncementText& message) {
    return o.format == "md" ? message.body : plain_text(message.body);
}

Exit show_message(const Terminal& terminal, const AnnounceOptions& o) {
    const auto release = read_release(terminal, o.file);
    if (!release) return release.error();
    const AnnouncementText message = announcement(*release, o.audience, 0);
    const std::string text = message_text(o, message);
    if (!o.flags.json) return answer(terminal, o.flags.output, "Subject: " + message.subject + "\n\n" + text);
    Json sent = Json::array();
    for (const SentMessage& one : release->state().announced)
        if (one.audience == o.audience)
            sent.push_back({{"at", rfc3339(one.said.at_ms)}, {"by", one.said.by}, {"text", one.text}});
    return answer(terminal, o.flags.output,
                  Json{{"for", o.audience},
                       {"subject", message.subject},
                       {"format", o.format},
                       {"body", text},
                       {"mailto", mail_link(message)},
                       {"sent", std::move(sent)}});
}

Exit record_sent(const Terminal& terminal, const AnnounceOptions& o) {
    return carry_out(
        terminal, o.file, o.flags,
        [&](const Release& release) -> OrExit<std::vector<Command>> {
            std::string text = message_text(o, announcement(release, o.audience, 0));
            if (!o.sent_text.empty()) {
                auto read = read_text(terminal, o.sent_text);
                if (!read) return tl::make_unexpected(read.error());
                text = std::move(*read);
            }
            return std::vector<Command>{command::RecordMessage{{}, fresh_name(), o.audience, std::move(text)}};
        },
        [&](const Release&) { return "Recorded as sent to " + o.audience; });
}

} // namespace

void add_announce(Program& program) {
    auto o = std::make_shared<AnnounceOptions>();
    const CommandDeclaration command =
        program.line.command("announce", "The message about the release for customers, support or inside");
    command.argument("FILE", o->file, "The release").required();
    command.flag("--for", o->audience, "AUDIENCE", "customers, support or internal")
        .required()
        .same_as("internal", "stakeholders")
        .one_of({"customers", "support", "stakeholders"});
    command.flag("--format", o->format, "FORMAT", "text or md").one_of({"text", "md"});
    const Parameter sent = command.flag("--sent", o->sent, "Record that it was sent, instead of showing it");
    command
        .flag("--text", o->sent_text, "FILE",
              "What was sent, if it was not the message as it is shown; \"-\" for stdin")
        .needs(sent);
    add_output(command, o->flags, "Write here instead of to stdout; with --sent, instead of in place");
    add_general(command, o->flags);
    command.explain({"the message is written, or it is recorded that it was sent", refused_words,
                     "releasectl announce checkout.release.json --for customers"});
    command.runs(
        [&program, o] { return o->sent ? record_sent(program.terminal, *o) : show_message(program.terminal, *o); });
}

} // namespace desk::native
