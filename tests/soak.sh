#!/usr/bin/env bash
# Runs the real daemon for some minutes with accidents: a job each second, 20 % cancelled, 5 % of the callers and 1 % of the daemons killed.
# Ends with 'passed' when no job hung or failed and memory, threads and open files stayed flat.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
dotnet build "$root/tests/Soak/Soak.csproj" -c Release -v quiet -nologo
exec "$root/tests/Soak/bin/Release/net10.0/Soak" "${1:?usage: soak.sh MINUTES}"
