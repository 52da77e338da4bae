AWS_SDK_JS_SUPPRESS_MAINTENANCE_MODE_MESSAGE=1 exec node "$(dirname "$0")/app.cjs" "$@"
