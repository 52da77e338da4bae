import { bodyText } from "@irsa-sim/core";
import { expect, test } from "vitest";
import { createTestS3, type TestCall } from "../../s3-world.test-support.js";

const ALL = { Effect: "Allow", Action: "s3:*", Resource: "*" };
const SOURCE = { "x-amz-copy-source": "/my-bucket/hello.txt" };

/** Begins an upload, copies one part into it and completes it. */
async function copyOnePart(headers: Readonly<Record<string, string>>, policies: readonly object[] = [ALL]) {
  const { call } = createTestS3(policies as never);
  const begun = bodyText(await call({ method: "POST", path: "/my-bucket/big", query: { uploads: "" } }));
  const uploadId = /<UploadId>(.*)<\/UploadId>/.exec(begun)?.[1] ?? "";
  const part: TestCall = { method: "PUT", path: "/my-bucket/big", query: { partNumber: "1", uploadId }, headers: { ...SOURCE, ...headers } };
  const copied = await call(part);
  const tag = /<ETag>(.*)<\/ETag>/.exec(bodyText(copied))?.[1] ?? "";
  const body = `<CompleteMultipartUpload><Part><PartNumber>1</PartNumber><ETag>${tag}</ETag></Part></CompleteMultipartUpload>`;
  await call({ method: "POST", path: "/my-bucket/big", query: { uploadId }, body });
  return { status: copied.status, answer: bodyText(copied), content: bodyText(await call({ path: "/my-bucket/big" })) };
}

test.each([
  { name: "a whole object", headers: {}, content: "Hello" },
  { name: "a range of it", headers: { "x-amz-copy-source-range": "bytes=1-3" }, content: "ell" },
  { name: "its last byte", headers: { "x-amz-copy-source-range": "bytes=4-4" }, content: "o" },
])("$name becomes a part: $content", async ({ headers, content }) => {
  expect(await copyOnePart(headers)).toMatchObject({ status: 200, answer: expect.stringContaining("<CopyPartResult"), content });
});

test.each([
  { name: "a range behind the end", headers: { "x-amz-copy-source-range": "bytes=3-5" }, status: 400 },
  { name: "a range that is none", headers: { "x-amz-copy-source-range": "bytes=3-" }, status: 400 },
  { name: "a range the wrong way round", headers: { "x-amz-copy-source-range": "bytes=3-1" }, status: 400 },
  { name: "a source that has changed", headers: { "x-amz-copy-source-if-match": '"x"' }, status: 412 },
  { name: "a source that is not there", headers: { "x-amz-copy-source": "/my-bucket/none" }, status: 404 },
])("$name: $status", async ({ headers, status }) => {
  expect((await copyOnePart(headers)).status).toBe(status);
});

test("who may write the target alone copies nothing", async () => {
  expect((await copyOnePart({}, [{ Effect: "Allow", Action: "s3:PutObject", Resource: "*" }])).status).toBe(403);
});
