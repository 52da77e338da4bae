cargo build --quiet
cargo metadata --format-version 1 | grep -oE '"name":"aws-config","version":"[0-9.]+"' | head -n 1 | grep -oE '[0-9.]+"$' | tr -d '"'
