# Lets each client that is installed do one thing: a line "NAME RESULT" each, RESULT as JSON, or what it said when it failed. $1 is the cache; then the action.
cache=$1
shift
for folder in "$cache"/*/; do
  if [ -f "$folder/stamp" ]; then
    said=$(bash "$folder/run.sh" "$@" 2> "$folder/error") || said=$(head -c 2000 "$folder/error" | tr '\n' ' ')
    printf '%s %s\n' "$(basename "$folder")" "$said"
  fi
done
