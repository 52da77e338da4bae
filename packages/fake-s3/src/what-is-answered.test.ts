import { bodyText, type HttpResponse, type JsonObject, type TraceEvent } from "@irsa-sim/core";
import { expect, test } from "vitest";
import { defaultKeyPolicy } from "./index.js";
import { createTestS3, element, type TestCall } from "./s3-world.test-support.js";

const LOCATION = "<CreateBucketConfiguration><LocationConstraint>eu-west-1</LocationConstraint></CreateBucketConfiguration>";
const OWN = "111122223333";
const KEY = { arn: `arn:aws:kms:eu-west-1:${OWN}:key/1234abcd`, accountId: OWN, policy: defaultKeyPolicy(OWN) };
const POLICY = { Version: "2012-10-17", Statement: [{ Effect: "Allow", Principal: "*", Action: "s3:GetObject", Resource: "*" }] };
const GET_ALONE = { Effect: "Allow", Action: "s3:GetObject", Resource: "*" };

type World = ReturnType<typeof createTestS3>;

/** Ids are drawn anew for each answer and prove nothing. */
function show({ method = "GET", path, query = {} }: TestCall, { status, headers, body }: HttpResponse): string {
  const shown = Object.entries(headers).filter(([name]) => !name.startsWith("x-amz-id") && name !== "x-amz-request-id" && name !== "date");
  const text = bodyText({ body }).replace(/<RequestId>.*<\/HostId>/s, "");
  return [`# ${method} ${path} ${JSON.stringify(query)}`, `HTTP ${status}`, ...shown.map(([name, value]) => `${name}: ${value}`), text].join("\n");
}

function describe(event: TraceEvent): readonly string[] {
  if (event.kind === "change") return [`> change ${event.what} ${JSON.stringify(event.before)} -> ${JSON.stringify(event.after)}`];
  if (event.kind === "note") return [`> note ${event.name} ${JSON.stringify(event.attributes)}`];
  if (event.kind !== "check") return [];
  const { check, title, passed, reason, expected, actual, details } = event;
  const { decision: _, ...rest } = (details ?? {}) as JsonObject;
  return [`> check ${check} "${title}" ${passed ? "passed" : `failed (${reason})`}: ${JSON.stringify({ expected, actual, details: rest })}`];
}

/** Each call with what was answered, and what it left in the trace. */
async function played({ call, trace }: World, calls: readonly TestCall[]): Promise<string> {
  const texts: string[] = [];
  for (const one of calls) {
    const before = trace.events.length;
    texts.push(show(one, await call(one)), ...trace.events.slice(before).flatMap(describe), "");
  }
  return texts.join("\n");
}

const list = (query: Record<string, string>): TestCall => ({ path: "/my-bucket", query: { "list-type": "2", ...query } });

test.each<{ readonly name: string; readonly world: () => World; readonly calls: readonly TestCall[] }>([
  {
    name: "buckets",
    world: () => createTestS3(),
    calls: [
      { method: "PUT", path: "/another", body: LOCATION },
      { path: "/" },
      { method: "HEAD", path: "/another" },
      { path: "/another", query: { location: "" } },
      { method: "PUT", path: "/another", query: { policy: "" }, body: JSON.stringify(POLICY) },
      { path: "/another", query: { policy: "" } },
      { method: "DELETE", path: "/another", query: { policy: "" } },
      { path: "/another", query: { policy: "" } },
      { method: "DELETE", path: "/another" },
      { method: "HEAD", path: "/another" },
      { path: "/none" },
      ...["a.b", "ab", "a..b", "xn--abc", "-abc", "abc-", `${"a".repeat(63)}`, `${"a".repeat(64)}`].map((name) => ({ method: "PUT", path: `/${name}` })),
      { path: "/", as: null },
      { method: "PUT", path: "/by-nobody", as: null, body: LOCATION },
    ],
  },
  {
    name: "objects",
    world: () => createTestS3(),
    calls: [
      { method: "PUT", path: "/my-bucket/a/b%20c", body: "hello", headers: { "content-type": "text/x", "x-amz-meta-a": "1" } },
      { path: "/my-bucket/a/b%20c" },
      { method: "HEAD", path: "/my-bucket/a/b%20c" },
      { path: "/my-bucket/a/b%20c", headers: { range: "bytes=-2" } },
      { path: "/my-bucket/a/b%20c", headers: { range: "bytes=5-" } },
      { path: "/my-bucket/a/b%20c", headers: { "if-none-match": "*" } },
      { path: "/my-bucket/a/b%20c", headers: { "if-match": "x" } },
      { method: "PUT", path: "/my-bucket/kept", headers: { "x-amz-copy-source": "my-bucket/a/b%20c?versionId=null", "x-amz-meta-b": "2" } },
      { path: "/my-bucket/kept" },
      {
        method: "PUT",
        path: "/my-bucket/new",
        headers: { "x-amz-copy-source": "/my-bucket/kept", "x-amz-metadata-directive": "REPLACE", "x-amz-meta-b": "2" },
      },
      { path: "/my-bucket/new" },
      { method: "PUT", path: "/my-bucket/copy", headers: { "x-amz-copy-source": "my-bucket/" } },
      { method: "PUT", path: "/my-bucket/new", headers: { "if-none-match": "*" }, body: "x" },
      { method: "DELETE", path: "/my-bucket/new" },
      { method: "DELETE", path: "/my-bucket/new" },
      { path: "/my-bucket/new" },
      { method: "POST", path: "/my-bucket", query: { delete: "" }, body: "<Delete><Object><Key>kept</Key></Object><Object><Key>none</Key></Object></Delete>" },
      { method: "PUT", path: "/my-bucket", headers: { "x-amz-copy-source": "/my-bucket/hello.txt" } },
      { path: "/my-bucket/hello.txt", as: null },
    ],
  },
  {
    name: "listings",
    world: () => createTestS3(null, { bucket: { objects: { "a/1": "1", "a/2": "22", "b/1": "", "d e": "x", é: "x" } } }),
    calls: [
      list({}),
      list({ prefix: "a/", delimiter: "/", "encoding-type": "url" }),
      list({ delimiter: "/", "max-keys": "1" }),
      list({ delimiter: "/", "continuation-token": btoa("a/2") }),
      list({ "start-after": "a/1", "max-keys": "2", "encoding-type": "url" }),
      list({ "max-keys": "0" }),
      list({ "max-keys": "5" }),
      list({ "max-keys": "1x" }),
      list({ "max-keys": "12345678901" }),
      { path: "/my-bucket", query: { delimiter: "/", "max-keys": "1" } },
      { path: "/my-bucket", query: { "max-keys": "1", marker: "a/1", "encoding-type": "url", prefix: "a/" } },
    ],
  },
  {
    name: "encryption",
    world: () => createTestS3(null, { bucket: { kmsKey: KEY } }),
    calls: [
      { path: "/my-bucket/hello.txt" },
      { method: "PUT", path: "/my-bucket/k", body: "x" },
      { method: "PUT", path: "/my-bucket/copy", headers: { "x-amz-copy-source": "/my-bucket/k" } },
    ],
  },
  {
    name: "refusals",
    world: () =>
      createTestS3([GET_ALONE], {
        bucket: { kmsKey: KEY, policy: { ...POLICY, Statement: [{ ...POLICY.Statement[0], Effect: "Deny", Action: "s3:PutObject" }] } },
      }),
    calls: [
      { path: "/my-bucket/hello.txt" },
      { path: "/my-bucket/none" },
      { method: "PUT", path: "/my-bucket/k" },
      { path: "/my-bucket" },
      { path: "/my-bucket/hello.txt", as: null },
      { path: "/my-bucket/hello.txt", as: "visitor" },
      { method: "POST", path: "/my-bucket", query: { delete: "" }, body: "<Delete><Object><Key>hello.txt</Key></Object></Delete>" },
    ],
  },
])("what S3 answers, and leaves in the trace: $name", async ({ name, world, calls }) => {
  await expect(await played(world(), calls)).toMatchFileSnapshot(`../__golden__/answered-${name}.txt`);
});

test("what S3 answers, and leaves in the trace: uploads in parts", async () => {
  const world = createTestS3();
  const begin = { method: "POST", path: "/my-bucket/big%20one", query: { uploads: "" }, headers: { "content-type": "text/x", "x-amz-meta-a": "1" } };
  const begun = await world.call(begin);
  const uploadId = element(begun, "UploadId") ?? "";
  const part = (partNumber: string, body: string | Uint8Array): TestCall => ({ method: "PUT", path: begin.path, query: { partNumber, uploadId }, body });
  const complete = (...numbers: readonly number[]): TestCall => {
    const parts = numbers.map((number) => `<Part><PartNumber>${number}</PartNumber><ETag>${tags.get(number)}</ETag></Part>`);
    return { method: "POST", path: begin.path, query: { uploadId }, body: `<CompleteMultipartUpload>${parts.join("")}</CompleteMultipartUpload>` };
  };
  const full = new Uint8Array(5 * 1024 * 1024);
  const tags = new Map<number, string | undefined>();
  for (const [number, body] of [
    [1, full],
    [2, full.subarray(1)],
    [3, "end"],
    [10_000, full],
  ] as const)
    tags.set(number, (await world.call(part(String(number), body))).headers.etag);
  const calls = [
    part("10001", "x"),
    part("0", "x"),
    part("1x", "x"),
    { path: begin.path, query: { uploadId } },
    { path: "/my-bucket/another", query: { uploadId } },
    { path: "/my-bucket", query: { uploads: "" } },
    complete(1, 2, 3),
    complete(1, 1),
    complete(1, 10_000, 3),
    complete(1, 4),
    complete(),
    complete(1, 10_000),
    complete(1),
    { method: "HEAD", path: begin.path },
    { method: "DELETE", path: begin.path, query: { uploadId } },
  ];
  const text = await played(world, calls);
  await expect([show(begin, begun), text].join("\n").replaceAll(uploadId, "UPLOAD-ID")).toMatchFileSnapshot("../__golden__/answered-uploads.txt");
});
