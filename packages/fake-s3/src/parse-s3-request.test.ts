import { expect, test } from "vitest";
import { parseS3Request } from "./parse-s3-request.js";

test.each([
  { url: "https://s3.eu-west-1.amazonaws.com/", bucket: "", key: "" },
  { url: "https://s3.eu-west-1.amazonaws.com/b", bucket: "b", key: "" },
  { url: "https://s3.eu-west-1.amazonaws.com/b/", bucket: "b", key: "" },
  { url: "https://s3.eu-west-1.amazonaws.com/b/k/l", bucket: "b", key: "k/l" },
  { url: "https://b.s3.eu-west-1.amazonaws.com/k/l", bucket: "b", key: "k/l" },
  { url: "https://a.b.s3.eu-west-1.amazonaws.com/", bucket: "a.b", key: "" },
  { url: "https://b.s3.amazonaws.com/k", bucket: "b", key: "k" },
  { url: "https://b.s3.cn-north-1.amazonaws.com.cn/k", bucket: "b", key: "k" },
  { url: "https://b.s3.eu-west-1.amazonaws.com/%C3%A9%20%2F+", bucket: "b", key: "é /+" },
  { url: "https://b.s3.eu-west-1.amazonaws.com//k//", bucket: "b", key: "/k//" },
  // No host of S3: then the first part of the path is the bucket.
  { url: "https://b.s3.eu.west.amazonaws.com/k", bucket: "k", key: "" },
  { url: "https://b.s3.eu-west-1.amazonaws.com.example/k", bucket: "k", key: "" },
  { url: "https://localhost:8443/b/k?list-type=2", bucket: "b", key: "k" },
])("$url: bucket $bucket, key $key", ({ url, bucket, key }) => {
  expect(parseS3Request({ method: "GET", url, headers: {}, body: "" })).toMatchObject({ bucket, key, query: new URL(url).searchParams });
});

test("a path that is not UTF-8 behind its percent signs", () => {
  const parse = () => parseS3Request({ method: "GET", url: "https://s3.eu-west-1.amazonaws.com/b/%ff", headers: {}, body: "" });
  expect(parse).toThrow(expect.objectContaining({ code: "InvalidURI" }) as Error);
});
