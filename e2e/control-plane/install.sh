#!/usr/bin/env bash
# A real control plane for the tests in this folder: builds it into a cache outside the checkout; what is there already stays.
# Where it cannot be had in its time, CACHE/skipped has the reason, and the tests are skipped with it.
set -euo pipefail
cd "$(dirname "$0")"
cache=${IRSA_SIM_CONTROL_PLANE:-${XDG_CACHE_HOME:-$HOME/.cache}/irsa-sim/control-plane}
seconds=${IRSA_SIM_CONTROL_PLANE_SECONDS:-1500}

stamp=$(cat binaries/* | sha256sum)
if [ "$(cat "$cache/stamp" 2> /dev/null)" = "$stamp" ]; then exit; fi
mkdir -p "$cache"
rm -f "$cache/stamp" "$cache/skipped"
work=$(mktemp -d "$cache/work.XXXXXX")
trap 'rm -rf "$work"' EXIT
started=$SECONDS
# Its last line is the versions.
if (cd binaries && timeout "$seconds" bash ./build.sh "$work/programs" "$work") > "$cache/log" 2>&1; then
  rm -rf "$cache/programs"
  mv "$work/programs" "$cache/programs"
  tail -n 1 "$cache/log" > "$cache/version"
  echo "$stamp" > "$cache/stamp"
  echo "control plane: $(cat "$cache/version") built in $((SECONDS - started)) s"
else
  code=$?
  if [ $code = 124 ]; then echo "not built within $seconds s"; else grep -v '^\s*$' "$cache/log" | tail -n 1 | cut -c 1-200; fi > "$cache/skipped"
  echo "control plane: skipped, $(cat "$cache/skipped")" >&2
fi
