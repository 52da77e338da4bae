#!/bin/sh
# Installs the command irsa-sim. Its option comes in VERSION, as the specification of features has it.
set -eu

if ! command -v npm >/dev/null 2>&1; then
  echo 'irsa-sim needs Node.js 20.19 or later: add the feature "ghcr.io/devcontainers/features/node" to devcontainer.json' >&2
  exit 1
fi
npm install --global --no-audit --no-fund "irsa-sim@${VERSION:-latest}"
irsa-sim --version
