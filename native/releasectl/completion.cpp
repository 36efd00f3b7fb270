#include "native/releasectl/completion.hpp"

#include "native/releasectl/documents.hpp"
#include "native/releasectl/program.hpp"
#include "native/releasectl/value_words.hpp"

#include <map>
#include <memory>

namespace desk::native {

namespace {

// What the scripts call a value: its words, or what the shell itself knows how to complete.
std::string value_name(const ValueWords& value) {
    switch (value.kind) {
    case ValueWords::Kind::words:
        return joined(value.words, " ");
    case ValueWords::Kind::file:
        return "@file";
    case ValueWords::Kind::folder:
        return "@folder";
    case ValueWords::Kind::any:
        return "@any";
    }
    return "@any";
}

// In single quotes of any of the three shells: an apostrophe becomes a typographic one, of which no key has any.
std::string quoted(const std::string& text) {
    std::string result = "'";
    for (const char c : text) {
        if (c == '\'')
            result += "’";
        else
            result += c == '\\' ? std::string("\\\\") : std::string(1, c);
    }
    return result + "'";
}

struct Word { // of a command, an act or a flag
    std::string word, text;
};

// The tables that all scripts print, by place.
struct Tables {
    std::map<std::string, std::vector<Word>> acts, flags; // by path
    std::map<std::string, std::string> takes;             // "PATH FLAG" → value
    std::map<std::string, std::string> arguments;         // "PATH:N", "PATH:*" from there on → value
};

void fill(Tables& tables, const Guide& guide, const CommandDescription& command) {
    const std::string path = joined(command.path, " ");
    for (const CommandDescription& act : command.acts) {
        tables.acts[path].push_back({act.path.back(), act.does});
        fill(tables, guide, act);
    }
    for (const FlagDescription& flag : command.all_flags())
        for (const std::string& name : flag.names) {
            tables.flags[path].push_back({name, flag.text});
            if (flag.value.empty()) continue;
            std::string value = path;
            value += (path.empty() ? "" : " ") + name;
            tables.takes[value] = value_name(value_words(guide, command, flag.value));
        }
    std::size_t position = 0;
    for (const ArgumentDescription& argument : command.all_arguments()) {
        const std::string place = path + ":" + (argument.repeated ? "*" : std::to_string(position++));
        tables.arguments[place] = value_name(value_words(guide, command, argument.name));
    }
}

Tables tables_of(const CommandDescription& program) {
    Tables tables;
    fill(tables, parse_guide(octoacme_guide_text()).value(), program);
    return tables;
}

// Places that have the same answer stand together.
std::map<std::string, std::vector<std::string>> turned(const std::map<std::string, std::string>& answers) {
    std::map<std::string, std::vector<std::string>> places;
    for (const auto& [place, answer] : answers) places[answer].push_back(place);
    return places;
}

// "PATH:*" is a pattern of the shell, the rest is quoted.
std::string pattern(const std::string& place) {
    if (place.back() != '*') return quoted(place);
    return quoted(place.substr(0, place.size() - 1)) + "*";
}

// case "$PLACE" in 'a' | 'b') ANSWER ;; …, as bash and zsh read it.
std::string cases(const std::map<std::string, std::string>& answers) {
    std::string text;
    for (const auto& [answer, places] : turned(answers)) {
        std::string patterns;
        for (const std::string& place : places) patterns += (patterns.empty() ? "" : " | ") + pattern(place);
        text += "    " + patterns + ") REPLY=" + quoted(answer) + " ;;\n";
    }
    return text;
}

std::map<std::string, std::string> words_alone(const std::map<std::string, std::vector<Word>>& table) {
    std::map<std::string, std::string> result;
    for (const auto& [path, words] : table) {
        std::vector<std::string> list;
        for (const Word& word : words) list.push_back(word.word);
        result[path] = joined(list, " ");
    }
    return result;
}

// Functions that answer in REPLY, empty for a place that is not known.
std::string lookup(const char* name, const std::map<std::string, std::string>& answers) {
    return std::string("_releasectl_") + name + "() {\n    REPLY=\n    case \"$1\" in\n" + cases(answers) +
           "    esac\n}\n\n";
}

std::string lookups(const Tables& tables) {
    return lookup("acts", words_alone(tables.acts)) + lookup("flags", words_alone(tables.flags)) +
           lookup("takes", tables.takes) + lookup("argument", tables.arguments);
}

constexpr const char* bash_body = R"(_releasectl() {
    local cur=${COMP_WORDS[COMP_CWORD]} path= value= position=0 i word REPLY
    COMPREPLY=()
    for ((i = 1; i < COMP_CWORD; i++)); do
        word=${COMP_WORDS[i]}
        if [[ -n $value ]]; then
            value=
        elif [[ $word == -* ]]; then
            _releasectl_takes "${path:+$path }$word"
            value=$REPLY
        else
            _releasectl_acts "$path"
            if [[ " $REPLY " == *" $word "* ]]; then
                path="${path:+$path }$word" position=0
            else
                ((position += 1))
            fi
        fi
    done
    local words=
    if [[ -z $value && $cur == -* ]]; then
        _releasectl_flags "$path"
        words=$REPLY
    elif [[ -z $value ]]; then
        _releasectl_argument "$path:$position"
        value=$REPLY
        _releasectl_acts "$path"
        words=$REPLY
    fi
    case $value in
        @file) compopt -o filenames 2>/dev/null; mapfile -t COMPREPLY < <(compgen -f -- "$cur") ;;
        @folder) compopt -o filenames 2>/dev/null; mapfile -t COMPREPLY < <(compgen -d -- "$cur") ;;
        @any) ;;
        *) words="$words $value" ;;
    esac
    mapfile -t -O "${#COMPREPLY[@]}" COMPREPLY < <(compgen -W "$words" -- "$cur")
}
complete -F _releasectl releasectl
)";

constexpr const char* zsh_body = R"(_releasectl() {
    local where= value= word REPLY
    local -i position=0 i
    for ((i = 2; i < CURRENT; i++)); do
        word=${words[i]}
        if [[ -n $value ]]; then
            value=
        elif [[ $word == -* ]]; then
            _releasectl_takes "${where:+$where }$word"
            value=$REPLY
        else
            _releasectl_acts "$where"
            if [[ " $REPLY " == *" $word "* ]]; then
                where="${where:+$where }$word" position=0
            else
                position+=1
            fi
        fi
    done
    local -a lines
    if [[ -z $value && ${words[CURRENT]} == -* ]]; then
        _releasectl_flag_lines "$where"
        lines=("${(@f)REPLY}")
        _describe flag lines
        return
    fi
    if [[ -z $value ]]; then
        _releasectl_act_lines "$where"
        if [[ -n $REPLY ]]; then
            lines=("${(@f)REPLY}")
            _describe command lines
        fi
        _releasectl_argument "$where:$position"
        value=$REPLY
    fi
    case $value in
        @file) _files ;;
        @folder) _files -/ ;;
        @any | '') ;;
        *) compadd -- ${=value} ;;
    esac
}
# Loaded by name the first time, or read as a whole.
if [[ $funcstack[1] == _releasectl ]]; then
    _releasectl "$@"
elif (( $+functions[compdef] )); then
    compdef _releasectl releasectl
fi
)";

// "WORD:what it is", one a line, as _describe wants it.
std::map<std::string, std::string> zsh_lines(const std::map<std::string, std::vector<Word>>& table) {
    std::map<std::string, std::string> result;
    for (const auto& [path, words] : table) {
        std::vector<std::string> lines;
        for (const Word& word : words) lines.push_back(word.word + ":" + word.text);
        result[path] = joined(lines, "\n");
    }
    return result;
}

constexpr const char* fish_body = R"(
# The path and the number of the argument at the cursor: "incident open:0"; "PATH FLAG" where a flag awaits its value.
function __releasectl_where
    set -l path
    set -l position 0
    set -l awaits
    set -l words (commandline -opc)
    for word in $words[2..-1]
        set -l further (string join ' ' -- $path $word)
        if test -n "$awaits"
            set awaits
        else if string match -q -- '-*' $word
            contains -- $further $__releasectl_takes; and set awaits $further
        else if contains -- $further $__releasectl_acts
            set path $further
            set position 0
        else
            set position (math $position + 1)
        end
    end
    if test -n "$awaits"
        echo $awaits
    else
        echo "$path:$position"
    end
end

function __releasectl_at # PATH: are its acts and flags wanted?
    string match -q -- "$argv[1]:*" (__releasectl_where)
end

function __releasectl_is # PLACE, PATH:* too
    string match -q -- $argv[1] (__releasectl_where)
end

complete -c releasectl -f
)";

std::string fish_value(const std::string& value) {
    if (value == "@file") return " -F";
    if (value == "@folder") return " -a '(__fish_complete_directories (commandline -ct))'";
    return value == "@any" ? "" : " -a " + quoted(value);
}

} // namespace

std::string bash_completion(const CommandDescription& program) {
    return "# Completion of releasectl in bash; printed by `releasectl completion bash`.\n" +
           lookups(tables_of(program)) + bash_body;
}

std::string zsh_completion(const CommandDescription& program) {
    const Tables tables = tables_of(program);
    return "#compdef releasectl\n# Completion of releasectl in zsh; printed by `releasectl completion zsh`.\n" +
           lookups(tables) + lookup("act_lines", zsh_lines(tables.acts)) +
           lookup("flag_lines", zsh_lines(tables.flags)) + zsh_body;
}

std::string fish_completion(const CommandDescription& program) {
    const Tables tables = tables_of(program);
    std::string text = "# Completion of releasectl in fish; printed by `releasectl completion fish`.\n"
                       "set -g __releasectl_acts";
    for (const auto& [path, words] : tables.acts)
        for (const Word& word : words) text += " " + quoted((path.empty() ? "" : path + " ") + word.word);
    text += "\nset -g __releasectl_takes";
    for (const auto& [place, value] : tables.takes) text += " " + quoted(place);
    text += fish_body;
    const auto offer = [&text](const char* function, const std::string& place, const std::string& what) {
        text += "complete -c releasectl -n " + quoted(std::string(function) + " \"" + place + "\"") + what;
        text += '\n';
    };
    for (const auto& [path, words] : tables.acts)
        for (const Word& word : words)
            offer("__releasectl_at", path, " -a " + quoted(word.word) + " -d " + quoted(word.text));
    for (const auto& [path, words] : tables.flags)
        for (const Word& word : words)
            offer("__releasectl_at", path,
                  (word.word[1] == '-' ? " -l " + word.word.substr(2) : " -s " + word.word.substr(1)) + " -d " +
                      quoted(word.text));
    for (const auto* places : {&tables.takes, &tables.arguments})
        for (const auto& [place, value] : *places)
            if (const std::string words = fish_value(value); !words.empty()) offer("__releasectl_is", place, words);
    return text;
}

void add_completion(Program& program) {
    auto shell = std::make_shared<std::string>();
    const CommandDeclaration command =
        program.line.command("completion", "Print what a shell needs to complete this program's words");
    command.argument("SHELL", *shell, "bash, zsh or fish").required().one_of({"bash", "zsh", "fish"});
    command.explain({"the script is printed", nullptr,
                     "releasectl completion bash > ~/.local/share/bash-completion/completions/releasectl"});
    command.runs([&program, shell] {
        const CommandDescription all = program.line.description();
        return answer(program.terminal, "",
                      *shell == "bash"  ? bash_completion(all)
                      : *shell == "zsh" ? zsh_completion(all)
                                        : fish_completion(all));
    });
}

} // namespace desk::native
