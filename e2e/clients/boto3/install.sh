python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check boto3==1.43.11
venv/bin/python -c 'import boto3; print(boto3.__version__)'
