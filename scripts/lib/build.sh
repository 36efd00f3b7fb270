# Configuring and building. Sourced, never run; needs say.sh and imgui.sh.
# With DESK_STRICT=1 warnings are mistakes.

# The compiler cache knows a file again in another clone: paths below this one are not part of what it compares.
# Nor does it compare what a precompiled header was made from.
export CCACHE_SLOPPINESS=pch_defines,time_macros
export CCACHE_BASEDIR="$top" CCACHE_NOHASHDIR=1

# What a source includes is learnt from its compilation, not from a run of the preprocessor before it.
export CCACHE_DEPEND=1

# configure PRESET: makes build/PRESET ready. Done again only when it could differ.
configure() {
    local preset="$1" dir="$build_root/$1" imgui
    imgui=$(get_imgui "$build_root") || exit
    local settings=("-DFETCHCONTENT_SOURCE_DIR_IMGUI=$imgui" "-DDESK_WERROR=${DESK_STRICT:-0}")
    local wanted="${settings[*]} $(command -v emcc c++ cmake ninja ccache | tr '\n' ' ') $(cksum <"$top/CMakePresets.json")"
    if [ -f "$dir/build.ninja" ] && [ "$(cat "$dir/configured" 2>/dev/null)" = "$wanted" ]; then
        return 0
    fi
    say "Configuring $preset"
    quietly "$build_root/log/configure-$preset" cmake -S "$top" --preset "$preset" "${settings[@]}" ||
        give_up "CMake could not configure the $preset build. What it lacks is said above; a stale folder is cured by" \
            "removing build/$preset."
    printf '%s\n' "$wanted" >"$dir/configured"
}

# build PRESET [TARGET]...: builds it, with the compiler's messages shown only when it fails or warns.
build() {
    local preset="$1" log="$build_root/log/build-$1"
    shift
    configure "$preset"
    say "Building $preset${*:+: $*}"
    quietly "$log" cmake --build "$build_root/$preset" ${*:+--target "$@"} ||
        give_up "the $preset build did not succeed; the compiler's messages are above."
    grep -A8 'warning:' "$log" >&2 || true
}
