exec ruby "$(dirname "$0")/app.rb" "$@"
