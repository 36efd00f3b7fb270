#include "native/releasectl/words.hpp"

#include "native/releasectl/terminal.hpp"

namespace desk::native {

std::string status_words(const Release& release, const Item& item) {
    if (item.disputed) return "disputed";
    switch (item.status) {
    case ItemStatus::open:
        return "open";
    case ItemStatus::partial:
        return "partial";
    case ItemStatus::done:
        return release.guide().requirement(item.spec->key) ? "met" : "done";
    case ItemStatus::waived:
        return "waived";
    case ItemStatus::not_applicable:
        return "not applicable";
    }
    return {};
}

std::string answer_words(const Vote& vote) {
    if (vote.disputed) return "disputed";
    const std::string stale = vote.stale() ? ", stale" : "";
    switch (vote.answer) {
    case Answer::none:
        return "no vote";
    case Answer::go:
        return "go" + stale;
    case Answer::no_go:
        return "no-go" + stale;
    case Answer::withdrawn:
        return "withdrawn";
    }
    return {};
}

std::string people_words(const std::vector<std::string>& names) { return names.empty() ? "nobody" : joined(names); }

std::string head_words(const ConflictHead& head) {
    if (head.kind == "add" || head.kind == "drop") return head.kind;
    if (head.value.is_text()) return head.value.text();
    for (const char* key : {"vote", "is", "to"})
        if (head.value.member(key).is_text()) return head.value.text(key);
    return head.value.dump();
}

} // namespace desk::native
