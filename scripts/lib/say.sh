# Messages of the scripts: what is being done, and how to go on when it cannot be done.
# Sourced, never run.

# say TEXT...: one step, on stderr, so that stdout stays for answers.
say() {
    printf '==> %s\n' "$*" >&2
}

# give_up TEXT...: ends the script with a sentence that tells the remedy.
give_up() {
    printf 'Stopped: %s\n' "$*" >&2
    exit 2
}

# quietly LOG COMMAND...: runs a command with its output in a file; shows the end of that file when it fails.
quietly() {
    local log="$1"
    shift
    mkdir -p "$(dirname "$log")"
    if "$@" >"$log" 2>&1; then
        return 0
    fi
    tail -n 40 "$log" >&2
    printf '    (everything it said: %s)\n' "$log" >&2
    return 1
}
