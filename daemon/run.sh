#!/usr/bin/env bash
# Runs pdncolorize from a clone: builds it, and hands all arguments on.
#   bash daemon/run.sh colorize daemon/samples/monkey.png -o out.png
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

bash "$root/installer/install-prerequisites.sh"
# What the build prints must not mix with the program's output; it matters only when the build fails.
log=$(mktemp)
trap 'rm -f "$log"' EXIT
if ! dotnet build "$root/daemon/Host" -c Release -v quiet -nologo >"$log" 2>&1; then
  cat "$log" >&2
  echo "The build failed; see above." >&2
  exit 1
fi
dotnet "$root/daemon/Host/bin/Release/net10.0/pdncolorize.dll" "$@"
