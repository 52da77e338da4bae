import { GetObjectCommand, S3Client } from "@aws-sdk/client-s3";

/** The app under test: reads an object from a bucket. In a cluster it is called without options. */
export async function readGreeting(options = {}) {
  const s3 = new S3Client(options);
  const { Body } = await s3.send(new GetObjectCommand({ Bucket: "my-bucket", Key: "hello.txt" }));
  return Body.transformToString();
}
