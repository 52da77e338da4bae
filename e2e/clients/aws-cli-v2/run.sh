AWS=/usr/bin/aws exec bash "$(dirname "$0")/../aws-cli-v1/app.sh" "$@"
