# Debian's own; RubyGems is not among the registries that CI reaches.
if ! ruby -e 'require "aws-sdk-s3"' 2> /dev/null; then
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends ruby ruby-aws-sdk-s3
fi
ruby -e 'require "aws-sdk-core"; puts Aws::CORE_GEM_VERSION'
