#include "native/releasectl/misuse.hpp"

#include "native/releasectl/terminal.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

namespace desk::native {

namespace {

using Words = std::vector<std::string>;

bool is_flag(const std::string& word) { return word.size() > 1 && word[0] == '-'; }

std::string quoted(const std::string& word) { return "\"" + word + "\""; }

// How many letters are to be put in, left out or exchanged to make the one from the other (Levenshtein 1965).
std::size_t distance(const std::string& from, const std::string& to) {
    std::vector<std::size_t> row(to.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 1; i <= from.size(); ++i) {
        std::size_t corner = std::exchange(row[0], i);
        for (std::size_t j = 1; j <= to.size(); ++j) {
            const std::size_t exchanged = corner + (from[i - 1] == to[j - 1] ? 0 : 1);
            corner = std::exchange(row[j], std::min({exchanged, row[j] + 1, row[j - 1] + 1}));
        }
    }
    return row.back();
}

// ", is X meant?" if one of them is near to the word: a third of its letters is wrong at most.
std::string meant(const std::string& word, const Words& known) {
    const std::string* nearest = nullptr;
    std::size_t least = word.size() / 3 + 1;
    for (const std::string& one : known)
        if (const std::size_t far = distance(word, one); far < least) least = far, nearest = &one;
    return nearest ? ", is " + *nearest + " meant?" : std::string();
}

Words acts_of(const CommandDescription& command) {
    Words names;
    for (const CommandDescription& act : command.acts) names.push_back(act.path.back());
    return names;
}

std::string wrong_flag(const CommandDescription& command, const std::string& word) {
    Words known;
    for (const FlagDescription& flag : command.all_flags())
        known.insert(known.end(), flag.names.begin(), flag.names.end());
    const std::string name = word.substr(0, word.find('='));
    return "there is no flag " + name + (command.path.empty() ? "" : " of " + quoted(joined(command.path, " "))) +
           meant(name, known);
}

std::string wrong_act(const CommandDescription& command, const std::string& word) {
    const Words acts = acts_of(command);
    if (command.path.empty()) return "there is no command " + quoted(word) + meant(word, acts);
    return quoted(word) + " is nothing that " + quoted(joined(command.path, " ")) + " does: " + joined(acts);
}

// Of "… from [--go,--no-go] …", as the parser tells of a choice; empty if it tells of none.
Words choice_in(const std::string& said) {
    const std::size_t open = said.find('['), close = said.find(']');
    Words words;
    if (open == std::string::npos || close == std::string::npos || close < open) return words;
    for (std::size_t at = open + 1; at < close;) {
        const std::size_t end = std::min(said.find(',', at), close);
        words.push_back(said.substr(at, end - at));
        at = end + 1;
    }
    return words;
}

} // namespace

std::string misuse(const CommandDescription& command, const std::vector<std::string>& unexpected,
                   const std::string& said) {
    const auto flag = std::find_if(unexpected.begin(), unexpected.end(), is_flag);
    if (!command.acts.empty() && !unexpected.empty() && !is_flag(unexpected.front()))
        return wrong_act(command, unexpected.front());
    if (flag != unexpected.end()) return wrong_flag(command, *flag);
    if (!command.acts.empty() && command.path.empty()) return "a command is missing";
    const auto ends = [&](const char* words) { return said.ends_with(words); };
    if (!command.acts.empty() && ends("subcommand is required"))
        return "what it is to do is missing: " + joined(acts_of(command));
    if (const Words choice = choice_in(said); !choice.empty())
        return said.find("xactly 1") != std::string::npos && !ends("were given")
                   ? "one of these is needed: " + joined(choice)
                   : "only one of these may stand: " + joined(choice);
    if (const std::size_t colon = said.find(':'); colon != std::string::npos && ends(" missing"))
        return said.substr(0, colon) + " needs a value";
    if (ends(" is required")) return said.substr(0, said.size() - 12) + " is missing";
    if (!unexpected.empty()) {
        Words words;
        for (const std::string& word : unexpected) words.push_back(quoted(word));
        return (words.size() == 1 ? "a word too many: " : "words too many: ") + joined(words);
    }
    return said;
}

} // namespace desk::native
