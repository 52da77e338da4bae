// What each client does here, as an app would write it: no setting of its own.
import { setTimeout } from "node:timers/promises";
import { GetObjectCommand, S3 } from "@aws-sdk/client-s3";
import { STS } from "@aws-sdk/client-sts";
import { getSignedUrl } from "@aws-sdk/s3-request-presigner";

const Key = "hello.txt";

const actions = {
  async identity() {
    const { Arn } = await new STS().getCallerIdentity();
    return { arn: Arn };
  },

  async objects(Bucket) {
    const s3 = new S3();
    await s3.putObject({ Bucket, Key, Body: "hello" });
    const { Body } = await s3.getObject({ Bucket, Key });
    const big = { Bucket, Key: "big" };
    const { UploadId } = await s3.createMultipartUpload(big);
    const Parts = [];
    for (const [index, size] of [5 << 20, 1].entries()) {
      const PartNumber = index + 1;
      const { ETag } = await s3.uploadPart({ ...big, UploadId, PartNumber, Body: new Uint8Array(size) });
      Parts.push({ PartNumber, ETag });
    }
    await s3.completeMultipartUpload({ ...big, UploadId, MultipartUpload: { Parts } });
    const { ContentLength } = await s3.headObject(big);
    const { Contents } = await s3.listObjectsV2({ Bucket });
    const url = await getSignedUrl(s3, new GetObjectCommand({ Bucket, Key }));
    const presigned = await (await fetch(url)).text();
    return { got: await Body.transformToString(), listed: Contents.map((item) => item.Key), size: ContentLength, presigned };
  },

  async rotation(seconds) {
    const sts = new STS();
    let calls = 0;
    for (const end = Date.now() + seconds * 1000; Date.now() < end; calls += 1) {
      await sts.getCallerIdentity();
      await setTimeout(500);
    }
    return { calls };
  },

  async refusal(Bucket) {
    try {
      await new S3().getObject({ Bucket, Key });
      return { type: null };
    } catch (error) {
      return { type: error.name, text: error.message };
    }
  },
};

const [, , action, argument] = process.argv;
console.log(JSON.stringify(await actions[action](argument)));
