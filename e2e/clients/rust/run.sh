exec "$(dirname "$0")/target/debug/app" "$@"
