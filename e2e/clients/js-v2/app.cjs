// What each client does here, as an app would write it: no setting of its own but where to look for the region, which this SDK takes from AWS_REGION.
const { setTimeout } = require("node:timers/promises");
const AWS = require("aws-sdk");

const Key = "hello.txt";

const actions = {
  async identity() {
    const { Arn } = await new AWS.STS().getCallerIdentity().promise();
    return { arn: Arn };
  },

  async objects(Bucket) {
    const s3 = new AWS.S3({ signatureVersion: "v4" });
    await s3.putObject({ Bucket, Key, Body: "hello" }).promise();
    const { Body } = await s3.getObject({ Bucket, Key }).promise();
    const upload = new AWS.S3.ManagedUpload({ service: s3, partSize: 5 << 20, params: { Bucket, Key: "big", Body: Buffer.alloc((5 << 20) + 1) } });
    await upload.promise();
    const { ContentLength } = await s3.headObject({ Bucket, Key: "big" }).promise();
    const { Contents } = await s3.listObjectsV2({ Bucket }).promise();
    const presigned = await (await fetch(await s3.getSignedUrlPromise("getObject", { Bucket, Key }))).text();
    return { got: Body.toString(), listed: Contents.map((item) => item.Key), size: ContentLength, presigned };
  },

  async rotation(seconds) {
    const sts = new AWS.STS();
    let calls = 0;
    for (const end = Date.now() + seconds * 1000; Date.now() < end; calls += 1) {
      await sts.getCallerIdentity().promise();
      await setTimeout(500);
    }
    return { calls };
  },

  async refusal(Bucket) {
    try {
      await new AWS.S3().getObject({ Bucket, Key }).promise();
      return { type: null };
    } catch (error) {
      return { type: error.code, text: error.originalError?.originalError?.message ?? error.originalError?.message ?? error.message };
    }
  },
};

const [, , action, argument] = process.argv;
actions[action](argument).then((result) => console.log(JSON.stringify(result)));
