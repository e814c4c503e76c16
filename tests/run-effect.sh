#!/usr/bin/env bash
# Runs the Paint.NET effect on a layered drawing, with the real daemon and its model, where there is no Paint.NET. See --help.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

help() {
  cat <<'HELP'
Runs Auto Colorize on a layered drawing: dialog, preview, OK, as Paint.NET would. Builds what is needed first.

Usage: tests/run-effect.sh DRAWING.ora -o RESULT.png [options]

  -o, --output FILE    the picture that all visible layers make then, as PNG
  --layer-only         write the layer that the effect wrote to, alone
  --layer NAME         the active layer; otherwise the one that the drawing says is active
  --set NAME=VALUE     a setting of the dialog; may be given several times, for instance --set Result=flats
  --repeat N           run it again N times, as Effects > Repeat does
  --limit SECONDS      give up after this time; 600 otherwise
  --list               show the dialog's settings with their choices, and end
  -h, --help           show this

The drawing is an OpenRaster file, which Krita and GIMP write. An example lies in tests/PaintDotNetHost.Tests/fixtures/drawing.ora.

Environment:
  PDNCOLORIZE_DAEMON   a daemon to use instead of the one of this repository, which is built otherwise
  CONFIGURATION        Release unless set

Exit codes: 0 done; 1 the effect failed or refused, the message says why; 2 wrong arguments or files, or the build failed.
HELP
}

[ $# -gt 0 ] || { help >&2; exit 2; }
for argument in "$@"; do
  case $argument in -h | --help) help; exit 0 ;; esac
done

configuration=${CONFIGURATION:-Release}
out="$root/artifacts/run-effect"
log=$(mktemp)
trap 'rm -f "$log"' EXIT

# Quietly, unless it fails.
run() { "$@" > "$log" 2>&1 || { cat "$log" >&2; exit 2; }; }

run dotnet publish "$root/plugin/Effect/Effect.csproj" -c "$configuration" -o "$out/AutoColorize" -v quiet -nologo
run dotnet build "$root/tests/PaintDotNetHost/PaintDotNetHost.csproj" -c "$configuration" -v quiet -nologo
if [ -z "${PDNCOLORIZE_DAEMON:-}" ]; then
  run dotnet build "$root/daemon/Host/Host.csproj" -c "$configuration" -v quiet -nologo
  export PDNCOLORIZE_DAEMON="$root/daemon/Host/bin/$configuration/net10.0/pdncolorize"
fi

"$root/tests/PaintDotNetHost/bin/$configuration/net10.0/PaintDotNetHost" --plugin "$out/AutoColorize" "$@"
