# The start of every script: where things are, and the shared steps. Sourced, never run.
set -euo pipefail
top=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
build_root="$top/build"
. "$top/scripts/lib/say.sh"
. "$top/scripts/lib/packages.sh"
. "$top/scripts/lib/imgui.sh"
. "$top/scripts/lib/build.sh"
cd "$top"
