#!/usr/bin/env bash
# Draws the menu's pictures from AutoColorize.svg: 16 pixels at 96 dots per inch, and more for finer screens. Needs chromium. Run it after a change of the drawing.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for resolution in 96 120 144 192 384; do
  side=$((resolution / 6))
  sed "s|<svg |<svg width=\"$side\" height=\"$side\" style=\"position:absolute;left:0;top:0\" |" AutoColorize.svg > "$work/icon.svg"
  printf '<!doctype html><body style="margin:0">%s</body>' "$(cat "$work/icon.svg")" > "$work/icon.html"
  # A window has a least size, so a larger one is cut afterwards by the picture's own size: --screenshot takes the window.
  chromium --headless --no-sandbox --disable-gpu --hide-scrollbars --default-background-color=00000000 \
    --window-size="$side,$side" --screenshot="$work/icon.png" "file://$work/icon.html" >/dev/null 2>&1
  mv "$work/icon.png" "AutoColorize.$resolution.png"
done
