exec node "$(dirname "$0")/app.mjs" "$@"
