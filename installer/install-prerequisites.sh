#!/usr/bin/env bash
# Makes sure that what PdnColorize needs beside the .NET 10 SDK is there, on Debian 12; does nothing when it is.
#   bash installer/install-prerequisites.sh             to build and run pdncolorize: nothing but the SDK, everything else comes from NuGet
#   bash installer/install-prerequisites.sh --trainer   to run pdncolorize-train: what its OpenCV links to
#   bash installer/install-prerequisites.sh --tests     to run all tests: also a browser, Wine, G'MIC, node and the package of the tests' scripts
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
node_tests="$root/tests/Daemon.Tests/node"

# What libOpenCvSharpExtern.so names and Debian does not install by itself.
opencv_needs=(libgtk-3-0 libatomic1 libdrm2)
packages=()
with_tests=false
case "${1:-}" in
  '') ;;
  --trainer) packages=("${opencv_needs[@]}") ;;
  --tests)
    with_tests=true
    # Chromium opens the trainer's reports, Wine runs the Windows programs, the evaluation of models compares them with G'MIC.
    packages=("${opencv_needs[@]}" chromium wine64 gmic)
    # Asked for by command: node may come from elsewhere, with npm in the same package.
    command -v node >/dev/null || packages+=(nodejs)
    command -v npm >/dev/null || packages+=(npm)
    ;;
  *)
    echo "Unknown option '$1'. Use none, --trainer or --tests." >&2
    exit 2
    ;;
esac

missing=()
for package in ${packages[@]+"${packages[@]}"}; do
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
  ${as_root[@]+"${as_root[@]}"} apt-get update -qq >&2
  ${as_root[@]+"${as_root[@]}"} env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >&2
fi

if ! command -v dotnet >/dev/null; then
  echo "The .NET 10 SDK is missing (dotnet is not on the PATH). Install it first: https://dotnet.microsoft.com/download" >&2
  exit 1
fi

if $with_tests && ! cmp -s "$node_tests/package-lock.json" "$node_tests/node_modules/.installed-lock.json"; then
  echo "Installing the node package of the tests (once)." >&2
  (cd "$node_tests" && npm ci --no-audit --no-fund --ignore-scripts >&2) || exit 1
  cp "$node_tests/package-lock.json" "$node_tests/node_modules/.installed-lock.json"
fi
