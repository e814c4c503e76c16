#!/usr/bin/env bash
# Installs what PdnColorize needs on Debian 12 beside the .NET 10 SDK: libtorch with OpenBLAS, OpenCV, giflib, and the tools that build the bindings.
# Does nothing when all of it is there. With --tests also what only the tests need: a browser, Wine, G'MIC, node and the packages of their scripts.
set -euo pipefail

# Without OpenBLAS libtorch uses the reference BLAS, which was measured ten times slower.
packages=(
  libtorch-dev libopenblas0-pthread libopencv-core-dev libopencv-imgproc-dev libopencv-imgcodecs-dev libgif-dev
  cmake g++ make
)

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
node_tests="$root/tests/StreamJsonRpc.Tests/node"
with_tests=false
if [ "${1:-}" = --tests ]; then with_tests=true; fi
# Chromium opens the trainer's reports, Wine runs the Windows programs, the trainer's evaluation compares with G'MIC.
if $with_tests; then packages+=(chromium wine64 gmic); fi
# Asked for by command: node may come from elsewhere, with npm in the same package.
if $with_tests && ! command -v node >/dev/null; then packages+=(nodejs); fi
if $with_tests && ! command -v npm >/dev/null; then packages+=(npm); fi

missing=()
for package in "${packages[@]}"; do
  state=$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null || true)
  [ "$state" = installed ] || missing+=("$package")
done

if [ ${#missing[@]} -gt 0 ]; then
  if ! command -v apt-get >/dev/null; then
    echo "This script installs Debian packages, and there is no apt-get here. Install what corresponds to: ${missing[*]}" >&2
    exit 1
  fi
  as_root=()
  if [ "$(id -u)" -ne 0 ]; then as_root=(sudo); fi
  echo "Installing ${missing[*]} (once)." >&2
  "${as_root[@]}" apt-get update -qq >&2
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >&2
fi

if ! command -v dotnet >/dev/null; then
  echo "The .NET 10 SDK is missing (dotnet is not on the PATH). Install it first." >&2
  exit 1
fi

if $with_tests && ! cmp -s "$node_tests/package-lock.json" "$node_tests/node_modules/.installed-lock.json"; then
  echo "Installing the node packages of the tests (once)." >&2
  (cd "$node_tests" && npm ci --no-audit --no-fund --ignore-scripts >&2) || exit 1
  cp "$node_tests/package-lock.json" "$node_tests/node_modules/.installed-lock.json"
fi
