# What each client does here, as a script would write it: no setting of its own. $AWS is the command.
set -euo pipefail

identity() { printf '{"arn":"%s"}\n' "$("$AWS" sts get-caller-identity --query Arn --output text)"; }

objects() {
  folder=$(mktemp -d)
  trap 'rm -rf "$folder"' EXIT
  printf hello > "$folder/hello.txt"
  # More than the 8 MiB from which the command uploads in parts.
  head -c 9000001 /dev/zero > "$folder/big"
  "$AWS" s3 cp --quiet "$folder/hello.txt" "s3://$1/hello.txt"
  "$AWS" s3 cp --quiet "$folder/big" "s3://$1/big"
  got=$("$AWS" s3 cp "s3://$1/hello.txt" -)
  size=$("$AWS" s3api head-object --bucket "$1" --key big --query ContentLength)
  listed=$("$AWS" s3api list-objects-v2 --bucket "$1" --query 'Contents[].Key' --output json | tr -d '\n')
  # By itself version 1 signs URLs in the old way, which S3 refuses for buckets made since June 2020.
  printf '[default]\ns3 =\n  signature_version = s3v4\n' > "$folder/config"
  presigned=$(curl -sS "$(AWS_CONFIG_FILE="$folder/config" "$AWS" s3 presign "s3://$1/hello.txt")")
  printf '{"got":"%s","listed":%s,"size":%s,"presigned":"%s"}\n' "$got" "$listed" "$size" "$presigned"
}

# Each call is a process of its own and reads the token file anew.
rotation() {
  calls=0
  end=$((SECONDS + $1))
  while [ $SECONDS -lt $end ]; do
    "$AWS" sts get-caller-identity > /dev/null
    calls=$((calls + 1))
  done
  printf '{"calls":%d}\n' "$calls"
}

refusal() {
  if text=$("$AWS" s3api get-object --bucket "$1" --key hello.txt /dev/null 2>&1); then printf '{"type":null}\n'; else
    python3 -c 'import json, sys; print(json.dumps({"type": "exit code " + sys.argv[1], "text": sys.argv[2].strip()}))' $? "$text"
  fi
}

"$@"
