exec "$(dirname "$0")/app" "$@"
