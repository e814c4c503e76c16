#!/usr/bin/env bash
# Runs two real daemons for some minutes with accidents: a job each second, 20 % cancelled, 5 % of the callers killed, and 1 % of the daemons, of which one is spared to the end.
# Ends with 'passed' when nothing failed, no call to a running daemon took over 2 seconds, and memory, threads and open files of the spared one stayed flat. Starts are timed on their own: they have
# the 20 seconds that a client waits for one.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
dotnet build "$root/tests/Soak/Soak.csproj" -c Release -v quiet -nologo
exec "$root/tests/Soak/bin/Release/net10.0/Soak" "${1:?usage: soak.sh MINUTES}"
