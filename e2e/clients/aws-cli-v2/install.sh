# Debian's own; it is on none of the language registries.
if ! test -x /usr/bin/aws; then
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends awscli
fi
version=$(/usr/bin/aws --version | sed -E 's|aws-cli/([^ ]+).*|\1|')
case $version in 2.*) echo "$version" ;; *) echo "this machine's Debian has version $version" && exit 1 ;; esac
