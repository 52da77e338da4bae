npm install --loglevel error --no-audit --no-fund
node -p 'require("aws-sdk/package.json").version'
