npm install --loglevel error --no-audit --no-fund
node -p 'JSON.parse(fs.readFileSync("node_modules/@aws-sdk/client-s3/package.json")).version'
