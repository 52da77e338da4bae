python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check awscli==1.45.11
venv/bin/aws --version | sed -E 's|aws-cli/([^ ]+).*|\1|'
