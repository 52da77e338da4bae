/** What clients ask S3 for by headers and in the query: it is honoured or refused, never passed over. */
import { bodyText } from "@irsa-sim/core";
import { describe, expect, test } from "vitest";
import { createTestS3, element, type TestCall } from "../s3-world.test-support.js";

const HELLO = '"8b1a9953c4611296a827abf8c47804d7"';
const put = (key: string, more: Partial<TestCall> = {}): TestCall => ({ method: "PUT", path: `/my-bucket/${key}`, body: "x", ...more });

test("blanks at a key's ends stay, in a list and in a list of what is to go", async () => {
  const { call } = createTestS3();
  await call(put("%20a%20"));
  expect(bodyText(await call({ path: "/my-bucket" }))).toContain("<Key> a </Key>");
  const body = "<Delete>\n  <Object><Key> a </Key></Object>\n</Delete>";
  expect(bodyText(await call({ method: "POST", path: "/my-bucket", query: { delete: "" }, body }))).toContain("<Deleted><Key> a </Key></Deleted>");
  expect(bodyText(await call({ path: "/my-bucket" }))).not.toContain("<Key> a </Key>");
});

describe("conditions of a write", () => {
  test.each<{ name: string; call: TestCall; status: number; code: string | null }>([
    { name: "If-Match names what is there", call: put("hello.txt", { headers: { "if-match": HELLO } }), status: 200, code: null },
    { name: "If-Match names something else", call: put("hello.txt", { headers: { "if-match": '"0"' } }), status: 412, code: "PreconditionFailed" },
    { name: "If-Match, and nothing is there", call: put("new", { headers: { "if-match": HELLO } }), status: 404, code: "NoSuchKey" },
    { name: "If-None-Match, and something is there", call: put("hello.txt", { headers: { "if-none-match": "*" } }), status: 412, code: "PreconditionFailed" },
  ])("$name", async ({ call, status, code }) => {
    const response = await createTestS3().call(call);
    expect([response.status, element(response, "Code")]).toEqual([status, code]);
  });
});

describe("copies", () => {
  const copy = (key: string, headers: Readonly<Record<string, string>> = {}): TestCall =>
    put(key, { body: "", headers: { "x-amz-copy-source": "/my-bucket/hello.txt", ...headers } });
  test.each<{ name: string; call: TestCall; status: number; code: string | null }>([
    { name: "the source is the one meant", call: copy("k", { "x-amz-copy-source-if-match": HELLO }), status: 200, code: null },
    { name: "the source is another", call: copy("k", { "x-amz-copy-source-if-match": '"0"' }), status: 412, code: "PreconditionFailed" },
    { name: "the source is known already", call: copy("k", { "x-amz-copy-source-if-none-match": HELLO }), status: 412, code: "PreconditionFailed" },
    {
      name: "the source changed too early",
      call: copy("k", { "x-amz-copy-source-if-modified-since": "Tue, 06 Jan 2026 00:00:00 GMT" }),
      status: 412,
      code: "PreconditionFailed",
    },
    {
      name: "the source changed too late",
      call: copy("k", { "x-amz-copy-source-if-unmodified-since": "Sun, 04 Jan 2026 00:00:00 GMT" }),
      status: 412,
      code: "PreconditionFailed",
    },
    { name: "onto itself, without a change", call: copy("hello.txt"), status: 400, code: "InvalidRequest" },
    { name: "onto itself, with other metadata", call: copy("hello.txt", { "x-amz-metadata-directive": "REPLACE" }), status: 200, code: null },
    { name: "onto itself, encrypted otherwise", call: copy("hello.txt", { "x-amz-server-side-encryption": "aws:kms" }), status: 200, code: null },
  ])("$name", async ({ call, status, code }) => {
    const response = await createTestS3().call(call);
    expect([response.status, element(response, "Code")]).toEqual([status, code]);
  });
});

describe("reads", () => {
  test("headers that the query asks for", async () => {
    const query = { "response-content-type": "text/html", "response-content-disposition": "attachment" };
    const { headers } = await createTestS3().call({ path: "/my-bucket/hello.txt", query });
    expect([headers["content-type"], headers["content-disposition"]]).toEqual(["text/html", "attachment"]);
  });

  test("not for strangers", async () => {
    const policy = { Version: "2012-10-17", Statement: [{ Effect: "Allow", Principal: "*", Action: "s3:GetObject", Resource: "*" }] };
    const { call } = createTestS3(null, { bucket: { policy } });
    const response = await call({ path: "/my-bucket/hello.txt", query: { "response-content-type": "text/html" }, as: null });
    expect([response.status, element(response, "Code")]).toEqual([400, "InvalidRequest"]);
  });

  test.each([
    { part: "1", status: 206, range: "bytes 0-4/5", code: null },
    { part: "2", status: 416, range: undefined, code: "InvalidPartNumber" },
    { part: "x", status: 400, range: undefined, code: "InvalidArgument" },
  ])("part $part of an object that has one", async ({ part, status, range, code }) => {
    const response = await createTestS3().call({ path: "/my-bucket/hello.txt", query: { partNumber: part } });
    expect([response.status, response.headers["content-range"], element(response, "Code")]).toEqual([status, range, code]);
  });

  test.each([
    { name: "the kind that was sent", headers: { "x-amz-checksum-crc32": "jNwSgw==" }, header: "x-amz-checksum-crc32" },
    { name: "S3's own kind", headers: {}, header: "x-amz-checksum-crc64nvme" },
  ])("a checksum comes back to who asks: $name", async ({ headers, header }) => {
    const { call } = createTestS3();
    const stored = await call(put("k", { headers }));
    const read = await call({ path: "/my-bucket/k", headers: { "x-amz-checksum-mode": "ENABLED" } });
    expect(read.headers[header]).toBe(stored.headers[header]);
    expect((await call({ path: "/my-bucket/k" })).headers[header]).toBeUndefined();
  });

  test("the bucket must be whose the caller says", async () => {
    const { call } = createTestS3();
    const of = async (owner: string) => (await call({ path: "/my-bucket/hello.txt", headers: { "x-amz-expected-bucket-owner": owner } })).status;
    expect([await of("111122223333"), await of("444455556666")]).toEqual([200, 403]);
  });
});

describe("encryption", () => {
  test.each([
    { name: "S3's own key", headers: {}, answered: "AES256" },
    { name: "AWS's key for S3, which asks nobody", headers: { "x-amz-server-side-encryption": "aws:kms" }, answered: "aws:kms" },
  ])("$name", async ({ headers, answered }) => {
    const { call } = createTestS3([{ Effect: "Allow", Action: "s3:*", Resource: "*" }]);
    expect((await call(put("k", { headers }))).headers["x-amz-server-side-encryption"]).toBe(answered);
    expect((await call({ path: "/my-bucket/k" })).headers["x-amz-server-side-encryption"]).toBe(answered);
  });

  test.each([
    {
      name: "a key that is not there",
      headers: { "x-amz-server-side-encryption": "aws:kms", "x-amz-server-side-encryption-aws-kms-key-id": "1" },
      status: 400,
      code: "KMS.NotFoundException",
    },
    { name: "a key without the algorithm", headers: { "x-amz-server-side-encryption-aws-kms-key-id": "1" }, status: 400, code: "InvalidArgument" },
    { name: "an algorithm that is none", headers: { "x-amz-server-side-encryption": "ROT13" }, status: 400, code: "InvalidArgument" },
  ])("$name", async ({ headers, status, code }) => {
    const response = await createTestS3().call(put("k", { headers }));
    expect([response.status, element(response, "Code")]).toEqual([status, code]);
  });
});

describe("what is not there is refused", () => {
  test.each([
    { headers: { "x-amz-acl": "public-read" }, code: "AccessControlListNotSupported" },
    { headers: { "x-amz-grant-read": "id=1" }, code: "AccessControlListNotSupported" },
    { headers: { "x-amz-tagging": "a=b" }, code: null },
    { headers: { "x-amz-storage-class": "GLACIER" }, code: "NotImplemented" },
    { headers: { "x-amz-object-lock-mode": "GOVERNANCE" }, code: "NotImplemented" },
    { headers: { "x-amz-server-side-encryption-customer-algorithm": "AES256" }, code: "NotImplemented" },
    { headers: { "x-amz-acl": "bucket-owner-full-control", "x-amz-storage-class": "STANDARD" }, code: null },
  ])("$headers", async ({ headers, code }) => {
    expect(element(await createTestS3().call(put("k", { headers })), "Code")).toBe(code);
  });
});

describe("lists", () => {
  const listed = async (query: Readonly<Record<string, string>>) => {
    const { call } = createTestS3(null, { bucket: { objects: { "a/1": "", "a/2": "", b: "", "c/1": "" } } });
    return bodyText(await call({ path: "/my-bucket", query }));
  };

  test.each([
    { name: "start-after comes back", query: { "list-type": "2", "start-after": "a/2" }, part: "<StartAfter>a/2</StartAfter>" },
    { name: "owners, to who asks", query: { "list-type": "2", "fetch-owner": "true" }, part: "<Owner><ID>111122223333</ID></Owner>" },
    { name: "owners, always in the older list", query: {}, part: "<Owner><ID>111122223333</ID></Owner>" },
    { name: "a page may end with what keys share", query: { delimiter: "/", "max-keys": "1" }, part: "<NextMarker>a/</NextMarker>" },
    { name: "and the next one goes on behind it", query: { delimiter: "/", "max-keys": "1", marker: "a/" }, part: "<NextMarker>b</NextMarker>" },
  ])("$name", async ({ query, part }) => {
    expect(await listed(query)).toContain(part);
  });

  test("no owners in the newer list otherwise", async () => {
    expect(await listed({ "list-type": "2" })).not.toContain("<Owner>");
  });

  test("buckets in pages", async () => {
    const { call } = createTestS3(null, { region: "us-east-1" });
    await call({ method: "PUT", path: "/another" });
    const first = await call({ path: "/", query: { "max-buckets": "1" } });
    expect([bodyText(first).match(/<Name>[^<]+/g), bodyText(first)]).toEqual([
      ["<Name>another"],
      expect.stringContaining("<BucketRegion>us-east-1</BucketRegion>"),
    ]);
    const next = await call({ path: "/", query: { "max-buckets": "1", "continuation-token": element(first, "ContinuationToken") ?? "" } });
    expect([bodyText(next).match(/<Name>[^<]+/g), element(next, "ContinuationToken")]).toEqual([["<Name>my-bucket"], null]);
    expect((await call({ path: "/", query: { "max-buckets": "0" } })).status).toBe(400);
  });
});
