cargo build -q --locked --target-dir target
mv target/debug/app . && rm -r target
sed -nE 's/^aws-config = "=(.*)"$/\1/p' Cargo.toml
