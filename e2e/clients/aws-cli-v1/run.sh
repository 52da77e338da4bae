AWS=$(dirname "$0")/venv/bin/aws exec bash "$(dirname "$0")/app.sh" "$@"
