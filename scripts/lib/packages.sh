# What the builds and tests need from Debian, by package name. Sourced, never run; needs say.sh.

packages_build="ca-certificates cmake ninja-build ccache xz-utils nlohmann-json3-dev libexpected-dev doctest-dev"
packages_web="python3 esbuild"
packages_native="g++ libglfw3-dev libgl-dev libsqlite3-dev libcli11-dev zlib1g-dev libfontconfig-dev libfreetype-dev libhowardhinnant-date-dev tzdata"
packages_test="clang-format git chromium chromium-headless-shell firefox-esr webkit2gtk-driver libegl1 xvfb xauth xdotool x11-apps imagemagick libgl1-mesa-dri fonts-dejavu-core fonts-droid-fallback fonts-noto-color-emoji desktop-file-utils shared-mime-info appstream dpkg-dev file man-db groff-base zsh fish"

# own_emcc: is there an Emscripten that does not come from Debian's package?
own_emcc() {
    local emcc
    emcc=$(command -v emcc) && ! dpkg-query -S "$emcc" >/dev/null 2>&1
}

# packages_for GROUP...: prints the names of what the groups (build web native window test) need on this machine.
packages_for() {
    local group
    for group in "$@"; do
        case "$group" in
        build) printf '%s\n' $packages_build ;;
        native) printf '%s\n' $packages_native ;;
        web)
            printf '%s\n' $packages_web
            own_emcc || printf '%s\n' emscripten node-acorn
            command -v node >/dev/null || printf '%s\n' nodejs
            ;;
        window)
            printf '%s\n' libgl1-mesa-dri fonts-dejavu-core
            command -v kdialog >/dev/null || printf '%s\n' zenity
            ;;
        test)
            printf '%s\n' $packages_test
            command -v node >/dev/null || printf '%s\n' nodejs
            command -v npm >/dev/null || printf '%s\n' npm
            ;;
        esac
    done | sort -u
}

# missing_packages NAME...: prints those that are not installed.
missing_packages() {
    local name installed
    installed=" $(dpkg-query -W -f='${db:Status-Status}:${Package} ' "$@" 2>/dev/null || true)"
    for name in "$@"; do
        [[ "$installed" == *" installed:$name "* ]] || printf '%s\n' "$name"
    done
}

# get_packages GROUP...: installs what is missing. Fast, and silent, when nothing is.
get_packages() {
    local names missing as_root=()
    if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
        say "This is not a Debian system, so nothing is installed; these are its names for what is needed:" \
            $(packages_for "$@")
        return 0
    fi
    mapfile -t names < <(packages_for "$@")
    mapfile -t missing < <(missing_packages "${names[@]}")
    [ "${#missing[@]}" -gt 0 ] || return 0

    if [ "$(id -u)" -ne 0 ]; then
        command -v sudo >/dev/null || give_up "these packages are missing: ${missing[*]}. Install them as root with" \
            "\"apt-get install ${missing[*]}\", or install sudo, and start again."
        as_root=(sudo)
    fi
    say "Installing from Debian: ${missing[*]}"
    local apt=("${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300 -o Acquire::Retries=3)
    quietly "$build_root/log/apt-update" "${apt[@]}" update ||
        give_up "the list of packages could not be fetched. Check the network and the entries in /etc/apt, and start again."
    quietly "$build_root/log/apt-install" "${apt[@]}" install --yes --no-install-recommends "${missing[@]}" ||
        give_up "the packages could not be installed. Put right what apt-get says above, and start again."
}
