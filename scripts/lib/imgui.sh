# The source of Dear ImGui 1.92, which both builds compile. Sourced, never run; needs say.sh and packages.sh.
#
# Debian 12 has 1.86; a later Debian release carries the source package of 1.92. It is fetched with a private set of
# lists below the build folder, so that the machine's own lists and archives stay as they are. The source is not kept
# in this repository. Who has a copy, or other means, sets FETCHCONTENT_SOURCE_DIR_IMGUI instead.

imgui_suite=forky

# imgui_version DIR: prints the version of the source in DIR, nothing when there is none.
imgui_version() {
    sed -n 's/^#define IMGUI_VERSION  *"\([^"]*\)".*/\1/p' "$1/imgui.h" 2>/dev/null
}

# debian_uri: prints the address of the Debian archive that this machine uses, from its own configuration.
debian_uri() {
    local codename
    codename=$(. /etc/os-release && printf '%s' "${VERSION_CODENAME:-}")
    apt-get indextargets --format '$(RELEASE) $(COMPONENT) $(REPO_URI)' 'Created-By: Packages' |
        awk -v codename="$codename" '$1 == codename && $2 == "main" { print $3; exit }'
}

# get_imgui BUILD: makes sure that BUILD/third-party/imgui holds the source, and prints that folder.
get_imgui() {
    local build="$1"
    local dir="$build/third-party/imgui"
    if [ -n "${FETCHCONTENT_SOURCE_DIR_IMGUI:-}" ]; then
        printf '%s\n' "$FETCHCONTENT_SOURCE_DIR_IMGUI"
        return 0
    fi
    case "$(imgui_version "$dir")" in
    1.92*)
        printf '%s\n' "$dir"
        return 0
        ;;
    esac
    say "Getting the source of Dear ImGui 1.92"
    download_imgui "$dir" "$build/third-party/imgui-download" ||
        give_up "the source of Dear ImGui 1.92 could not be fetched from Debian's $imgui_suite. Check the network and" \
            "start again, or set FETCHCONTENT_SOURCE_DIR_IMGUI to a folder that has it."
    printf '%s\n' "$dir"
}

# download_imgui DIR WORK: fetches and unpacks the upstream part of Debian's source package, unpatched, into DIR.
download_imgui() {
    local dir="$1" work="$2" uri tarball
    local keyring=/usr/share/keyrings/debian-archive-keyring.gpg
    uri=$(debian_uri)
    [ -n "$uri" ] || return 1
    rm -rf "$work" "$dir"
    mkdir -p "$work/sources" "$work/lists/partial" "$work/archives/partial" "$work/unpacked" || return 1
    work=$(cd "$work" && pwd)
    {
        printf 'Types: deb-src\nURIs: %s\nSuites: %s\nComponents: main\n' "$uri" "$imgui_suite"
        [ ! -r "$keyring" ] || printf 'Signed-By: %s\n' "$keyring"
    } >"$work/sources/imgui.sources"
    # A frozen mirror has lists past their date; their signature is checked all the same, and the version below.
    local private=(
        -o "Dir::Etc::sourcelist=/dev/null" -o "Dir::Etc::sourceparts=$work/sources"
        -o "Dir::State::lists=$work/lists" -o "Dir::Cache::archives=$work/archives"
        -o "Dir::Cache::pkgcache=" -o "Dir::Cache::srcpkgcache=" -o "APT::Sandbox::User="
        -o "Acquire::Languages=none" -o "Acquire::Check-Valid-Until=false"
    )
    quietly "$work/log" apt-get "${private[@]}" update || return 1
    (cd "$work/unpacked" && quietly "$work/log" apt-get "${private[@]}" source --download-only imgui) || return 1
    tarball=$(find "$work/unpacked" -name 'imgui_*.orig.tar.*' ! -name '*.asc' | head -n 1)
    [ -n "$tarball" ] || return 1
    mkdir -p "$work/source" && tar -xf "$tarball" -C "$work/source" --strip-components=1 || return 1
    case "$(imgui_version "$work/source")" in
    1.92*) ;;
    *)
        say "Debian's $imgui_suite now has Dear ImGui $(imgui_version "$work/source"), and this build wants 1.92"
        return 1
        ;;
    esac
    mv "$work/source" "$dir" && rm -rf "$work"
}
