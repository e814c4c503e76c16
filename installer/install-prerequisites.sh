#!/usr/bin/env bash
# Installs what PdnColorize needs on Debian 12 beside the .NET 10 SDK: libtorch with OpenBLAS, OpenCV, giflib, the tools that build the
# bindings, and Wine, which runs the tests of the Windows programs.
# Does nothing when all of it is there.
set -euo pipefail

# Without OpenBLAS libtorch uses the reference BLAS, which was measured ten times slower.
packages=(
  libtorch-dev libopenblas0-pthread libopencv-core-dev libopencv-imgproc-dev libopencv-imgcodecs-dev libgif-dev
  cmake g++ make
  wine64
)

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
