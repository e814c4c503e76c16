#!/usr/bin/env bash
# Runs pdncolorize-train from a clone: installs what is missing, builds, and hands all arguments on.
#   bash trainer/run.sh dataset build my-art/ -o my-data
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

bash "$root/installer/install-prerequisites.sh" --trainer
# What the build prints must not mix with the program's output; it matters only when the build fails.
log=$(mktemp)
if ! dotnet build "$root/trainer/Cli" -c Release -v quiet -nologo >"$log" 2>&1; then
  cat "$log" >&2
  rm -f "$log"
  echo "The build failed; see above." >&2
  exit 1
fi
rm -f "$log"
# In place of this shell: Ctrl+C goes to the program, which saves.
exec dotnet "$root/trainer/Cli/bin/Release/net10.0/pdncolorize-train.dll" "$@"
