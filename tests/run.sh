#!/usr/bin/env bash
# Installs what is missing, builds everything and runs all tests. The last line reads: N passed, N failed, N skipped
set -uo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root"

bash installer/install-prerequisites.sh --tests || exit 1
dotnet build PdnColorize.sln -c Release -v quiet -nologo || exit 1
# The build has enforced everything but blanks and line ends.
dotnet format whitespace PdnColorize.sln --verify-no-changes --no-restore || { echo "Run 'dotnet format' and commit what it changes." >&2; exit 1; }

results=$(mktemp -d)
trap 'rm -rf "$results"' EXIT
# A test that hangs must not hang the run: after fifteen minutes without progress (one test runs many, under Wine) the test host is ended.
dotnet test PdnColorize.sln -c Release --no-build -v quiet -nologo --logger trx --logger "console;verbosity=minimal" --results-directory "$results" \
  --blame-hang-timeout 15m --blame-hang-dump-type none
status=$?

count() { cat "$results"/*.trx 2>/dev/null | grep -o "<Counters [^>]*" | grep -oE " $1=\"[0-9]+\"" | grep -oE '[0-9]+' | awk "{ sum += \$1 } END { print sum + 0 }"; }
total=$(count total); passed=$(count passed); executed=$(count executed)
failed=$((executed - passed))
# A test run that broke before it could count is a failure too.
if [ "$status" -ne 0 ] && [ "$failed" -eq 0 ]; then failed=1; fi
echo "$passed passed, $failed failed, $((total - executed)) skipped"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
