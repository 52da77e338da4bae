#!/usr/bin/env bash
# Installs the real clients of the tests in this folder, each by its own install.sh, into a cache outside the checkout; what is there already stays.
# A client that cannot be had in its time leaves the reason in CACHE/NAME/skipped, and its tests are skipped with it.
set -euo pipefail
cd "$(dirname "$0")"
cache=${IRSA_SIM_CLIENTS:-${XDG_CACHE_HOME:-$HOME/.cache}/irsa-sim/clients}
seconds=${IRSA_SIM_CLIENT_SECONDS:-600}

for client in ${*:-$(dirname */install.sh)}; do
  stamp=$(cat "$client"/* | sha256sum)
  folder=$cache/$client
  if [ "$(cat "$folder/stamp" 2> /dev/null)" = "$stamp" ]; then continue; fi
  mkdir -p "$folder"
  cp "$client"/* "$folder"
  rm -f "$folder/skipped"
  # Its last line is the version.
  if (cd "$folder" && timeout "$seconds" bash -e ./install.sh) > "$folder/log" 2>&1; then
    tail -n 1 "$folder/log" > "$folder/version"
    echo "$stamp" > "$folder/stamp"
  else
    code=$?
    if [ $code = 124 ]; then echo "not built within $seconds s"; else grep -v '^\s*$' "$folder/log" | tail -n 1 | cut -c 1-200; fi > "$folder/skipped"
    echo "client $client: skipped, $(cat "$folder/skipped")" >&2
  fi
done
