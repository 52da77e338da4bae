# Debian's own; it is on none of the language registries.
version=$(apt-cache policy awscli | sed -nE 's/ *Candidate: ([0-9.]+).*/\1/p')
case $version in 2.*) ;; *) echo "this machine's Debian has no AWS CLI v2" && exit 1 ;; esac
test -x /usr/bin/aws || DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends awscli
/usr/bin/aws --version | sed -E 's|aws-cli/([^ ]+).*|\1|'
