// `announce`: the message about the release for an audience, and that it was sent.
#include "native/releasectl/documents.hpp"
#include "native/releasectl/program.hpp"

#include "core/notes/announce.hpp"
#include "core/notes/markdown.hpp"
#include "core/time/rfc3339.hpp"
#include "native/system/system.hpp"

#include <map>
#include <memory>

namespace desk::native {

namespace {

struct Options {
    Flags flags;
    std::string file, audience, format = "text", sent_text;
    bool sent = false;
};

// As it is to be copied; times are told in UTC.
std::string message_text(const Options& o, const AnnouncementText& message) {
    return o.format == "md" ? message.body : plain_text(message.body);
}

Exit show_message(const Terminal& terminal, const Options& o) {
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

Exit record_sent(const Terminal& terminal, const Options& o) {
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
    auto o = std::make_shared<Options>();
    CLI::App* command =
        add_command(program, "announce", "The message about the release for customers, support or inside");
    command->add_option("FILE", o->file, "The release")->required();
    const std::map<std::string, std::string> audiences = {
        {"customers", "customers"}, {"support", "support"}, {"internal", "stakeholders"}};
    command->add_option("--for", o->audience, "customers, support or internal")
        ->required()
        ->type_name("AUDIENCE")
        ->transform(CLI::Transformer(audiences).description(""))
        ->check(CLI::IsMember(std::vector<std::string>{"customers", "support", "stakeholders"}).description(""));
    command->add_option("--format", o->format, "text or md")
        ->type_name("FORMAT")
        ->check(CLI::IsMember(std::vector<std::string>{"text", "md"}).description(""));
    CLI::Option* sent = command->add_flag("--sent", o->sent, "Record that it was sent, instead of showing it");
    command
        ->add_option("--text", o->sent_text, "What was sent, if it was not the message as it is shown; \"-\" for stdin")
        ->type_name("FILE")
        ->needs(sent);
    add_output(*command, o->flags, "Write here instead of to stdout; with --sent, instead of in place");
    add_general(*command, o->flags);
    explain(program, *command,
            {"the message is written, or it is recorded that it was sent", refused_words,
             "releasectl announce checkout.release.json --for customers"});
    command->callback([&program, o] {
        program.exit = o->sent ? record_sent(program.terminal, *o) : show_message(program.terminal, *o);
    });
}

} // namespace desk::native
