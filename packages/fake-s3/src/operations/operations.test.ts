import { bodyBytes, bodyText, type HttpResponse } from "@irsa-sim/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createTestS3, element, type TestCall } from "../s3-world.test-support.js";

const MIB_5 = 5 * 1024 * 1024;
const keysIn = (response: HttpResponse): readonly string[] => [...bodyText(response).matchAll(/<Key>([^<]*)<\/Key>/g)].map(([, key = ""]) => key);
const prefixesIn = (response: HttpResponse): readonly string[] =>
  [...bodyText(response).matchAll(/<CommonPrefixes><Prefix>([^<]*)<\/Prefix>/g)].map(([, key = ""]) => key);

const located = (region: string): string => `<CreateBucketConfiguration><LocationConstraint>${region}</LocationConstraint></CreateBucketConfiguration>`;
const HERE = located("eu-west-1");

describe("buckets", () => {
  test("ListBuckets, CreateBucket, HeadBucket, GetBucketLocation, DeleteBucket", async () => {
    const { call } = createTestS3();
    expect((await call({ method: "PUT", path: "/another", body: HERE })).status).toBe(200);
    expect(bodyText(await call({ path: "/" }))).toMatch(/<Name>another<\/Name>.*<Name>my-bucket<\/Name>/);
    expect((await call({ method: "HEAD", path: "/another" })).headers["x-amz-bucket-region"]).toBe("eu-west-1");
    expect(bodyText(await call({ path: "/another", query: { location: "" } }))).toContain(">eu-west-1</LocationConstraint>");
    expect((await call({ method: "DELETE", path: "/another" })).status).toBe(204);
    expect((await call({ method: "HEAD", path: "/another" })).status).toBe(404);
  });

  test.each<{ name: string; call: TestCall; status: number; code: string }>([
    { name: "a bucket that is yours", call: { method: "PUT", path: "/my-bucket", body: HERE }, status: 409, code: "BucketAlreadyOwnedByYou" },
    { name: "a bucket that is somebody's", call: { method: "PUT", path: "/my-bucket", as: "visitor", body: HERE }, status: 409, code: "BucketAlreadyExists" },
    { name: "a name with capitals", call: { method: "PUT", path: "/My_Bucket" }, status: 400, code: "InvalidBucketName" },
    { name: "a name like an address", call: { method: "PUT", path: "/10.0.0.1" }, status: 400, code: "InvalidBucketName" },
    { name: "a bucket with an object", call: { method: "DELETE", path: "/my-bucket" }, status: 409, code: "BucketNotEmpty" },
    { name: "a bucket that is not there", call: { path: "/none" }, status: 404, code: "NoSuchBucket" },
    { name: "an operation that is not built", call: { path: "/my-bucket", query: { versioning: "" } }, status: 501, code: "NotImplemented" },
    { name: "a method that a place has not", call: { method: "POST", path: "/my-bucket" }, status: 405, code: "MethodNotAllowed" },
  ])("$name", async ({ call: request, status, code }) => {
    const response = await createTestS3().call(request);
    expect([response.status, element(response, "Code")]).toEqual([status, code]);
  });
});

describe("listing", () => {
  async function filled() {
    const world = createTestS3();
    for (const key of ["a/1", "a/2", "b/1", "c", "d e"])
      await world.call({ method: "PUT", path: `/my-bucket/${encodeURIComponent(key).replaceAll("%2F", "/")}`, body: key });
    return world;
  }

  test("all keys in order", async () => {
    const response = await (await filled()).call({ path: "/my-bucket", query: { "list-type": "2" } });
    expect(keysIn(response)).toEqual(["a/1", "a/2", "b/1", "c", "d e", "hello.txt"]);
    expect(element(response, "KeyCount")).toBe("6");
  });

  test("a prefix, and a delimiter that gathers", async () => {
    const { call } = await filled();
    expect(keysIn(await call({ path: "/my-bucket", query: { "list-type": "2", prefix: "a/" } }))).toEqual(["a/1", "a/2"]);
    const gathered = await call({ path: "/my-bucket", query: { "list-type": "2", delimiter: "/" } });
    expect([keysIn(gathered), prefixesIn(gathered)]).toEqual([
      ["c", "d e", "hello.txt"],
      ["a/", "b/"],
    ]);
  });

  test("pages of any size tell every key once", async () => {
    const { call } = await filled();
    for (const size of [1, 2, 5]) {
      const keys: string[] = [];
      for (let token: string | null = ""; token !== null; ) {
        const query: Record<string, string> = { "list-type": "2", "max-keys": String(size), ...(token === "" ? {} : { "continuation-token": token }) };
        const page = await call({ path: "/my-bucket", query });
        keys.push(...keysIn(page));
        token = element(page, "NextContinuationToken");
      }
      expect(keys).toEqual(["a/1", "a/2", "b/1", "c", "d e", "hello.txt"]);
    }
  });

  test("the older listing, its marker, and names encoded", async () => {
    const { call } = await filled();
    expect(keysIn(await call({ path: "/my-bucket", query: { marker: "c" } }))).toEqual(["d e", "hello.txt"]);
    expect(keysIn(await call({ path: "/my-bucket", query: { prefix: "d", "encoding-type": "url" } }))).toEqual(["d%20e"]);
  });

  test.each([
    { name: "max-keys that is no number", query: { "max-keys": "x" } },
    { name: "a continuation token that is none", query: { "list-type": "2", "continuation-token": "%" } },
  ])("$name", async ({ query }) => {
    const response = await createTestS3().call({ path: "/my-bucket", query });
    expect([response.status, element(response, "Code")]).toEqual([400, "InvalidArgument"]);
  });
});

describe("objects", () => {
  test("put, get, head, copy, delete", async () => {
    const { call } = createTestS3();
    const put = await call({ method: "PUT", path: "/my-bucket/k", body: "hello", headers: { "content-type": "text/x", "x-amz-meta-a": "1" } });
    expect(put.headers.etag).toBe('"5d41402abc4b2a76b9719d911017c592"');
    expect(await call({ path: "/my-bucket/k" })).toMatchObject({ body: "hello", headers: { "content-type": "text/x", "x-amz-meta-a": "1" } });
    expect(await call({ method: "HEAD", path: "/my-bucket/k" })).toMatchObject({ status: 200, body: "", headers: { "content-length": "5" } });
    const copy = await call({ method: "PUT", path: "/my-bucket/copy", headers: { "x-amz-copy-source": "/my-bucket/k" } });
    expect(element(copy, "ETag")).toBe("&quot;5d41402abc4b2a76b9719d911017c592&quot;");
    expect((await call({ path: "/my-bucket/copy" })).headers["x-amz-meta-a"]).toBe("1");
    expect((await call({ method: "DELETE", path: "/my-bucket/k" })).status).toBe(204);
    expect((await call({ path: "/my-bucket/k" })).status).toBe(404);
  });

  test.each([
    { range: "bytes=0-1", status: 206, body: "He", contentRange: "bytes 0-1/5" },
    { range: "bytes=3-", status: 206, body: "lo", contentRange: "bytes 3-4/5" },
    { range: "bytes=-2", status: 206, body: "lo", contentRange: "bytes 3-4/5" },
    { range: "bytes=2-99", status: 206, body: "llo", contentRange: "bytes 2-4/5" },
    { range: "bytes=0-1,3-4", status: 200, body: "Hello", contentRange: undefined },
    { range: "lines=1", status: 200, body: "Hello", contentRange: undefined },
  ])("range $range", async ({ range, status, body, contentRange }) => {
    const response = await createTestS3().call({ path: "/my-bucket/hello.txt", headers: { range } });
    expect([response.status, bodyText(response), response.headers["content-range"]]).toEqual([status, body, contentRange]);
  });

  test("a range behind the end", async () => {
    const response = await createTestS3().call({ path: "/my-bucket/hello.txt", headers: { range: "bytes=5-" } });
    expect([response.status, element(response, "Code")]).toEqual([416, "InvalidRange"]);
  });

  test.each([
    { headers: { "if-match": '"x"' }, status: 412 },
    { headers: { "if-match": "*" }, status: 200 },
    { headers: { "if-none-match": "*" }, status: 304 },
    { headers: { "if-none-match": '"x"' }, status: 200 },
    { headers: { "if-modified-since": "Mon, 05 Jan 2026 09:00:00 GMT" }, status: 304 },
    { headers: { "if-modified-since": "Mon, 05 Jan 2026 08:59:59 GMT" }, status: 200 },
    { headers: { "if-unmodified-since": "Mon, 05 Jan 2026 08:59:59 GMT" }, status: 412 },
    { headers: { "if-unmodified-since": "no date" }, status: 200 },
  ])("condition $headers: $status", async ({ headers, status }) => {
    expect((await createTestS3().call({ path: "/my-bucket/hello.txt", headers: headers as unknown as Record<string, string> })).status).toBe(status);
  });

  test("whatever bytes were put are got", async () => {
    const { call } = createTestS3();
    const texts = fc.string({ unit: "grapheme" }).map((text) => new TextEncoder().encode(text));
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.uint8Array(), texts), async (body) => {
        await call({ method: "PUT", path: "/my-bucket/k", body });
        expect([...bodyBytes(await call({ path: "/my-bucket/k" }))]).toEqual([...body]);
      }),
      { numRuns: 50 },
    );
  });

  test.each([
    { name: "text stays readable in the trace", body: [0xc3, 0xa9], got: "é" },
    { name: "with its byte order mark", body: [0xef, 0xbb, 0xbf, 0x61], got: "\ufeffa" },
    { name: "what is not text stays bytes", body: [0xff, 0x61], got: Uint8Array.from([0xff, 0x61]) },
  ])("$name", async ({ body, got }) => {
    const { call } = createTestS3();
    await call({ method: "PUT", path: "/my-bucket/k", body: Uint8Array.from(body) });
    expect((await call({ path: "/my-bucket/k" })).body).toEqual(got);
  });

  test("a put that must not replace", async () => {
    const response = await createTestS3().call({ method: "PUT", path: "/my-bucket/hello.txt", headers: { "if-none-match": "*" }, body: "x" });
    expect([response.status, element(response, "Code")]).toEqual([412, "PreconditionFailed"]);
  });

  test("DeleteObjects tells what went, and is quiet when asked", async () => {
    const { call } = createTestS3();
    const body = "<Delete><Object><Key>hello.txt</Key></Object><Object><Key>none</Key></Object></Delete>";
    expect(keysIn(await call({ method: "POST", path: "/my-bucket", query: { delete: "" }, body }))).toEqual(["hello.txt", "none"]);
    const quiet = "<Delete><Quiet>true</Quiet><Object><Key>a</Key></Object></Delete>";
    expect(keysIn(await call({ method: "POST", path: "/my-bucket", query: { delete: "" }, body: quiet }))).toEqual([]);
  });

  test.each(["", "<x", "<Delete></Delete>", "<!DOCTYPE a [<!ENTITY b 'c'>]><Delete><Object><Key>&b;</Key></Object></Delete>"])(
    "a document that is none: %j",
    async (body) => {
      const response = await createTestS3().call({ method: "POST", path: "/my-bucket", query: { delete: "" }, body });
      expect([response.status, element(response, "Code")]).toEqual([400, "MalformedXML"]);
    },
  );

  test.each([
    { source: "nowhere", code: "InvalidArgument" },
    { source: "//k", code: "InvalidArgument" },
    { source: "", code: "InvalidArgument" },
    { source: "/none/k", code: "NoSuchBucket" },
    { source: "/my-bucket/none", code: "NoSuchKey" },
    { source: "%zz/k", code: "InvalidURI" },
  ])("copy from $source", async ({ source, code }) => {
    expect(element(await createTestS3().call({ method: "PUT", path: "/my-bucket/c", headers: { "x-amz-copy-source": source } }), "Code")).toBe(code);
  });
});

describe("uploads in parts", () => {
  async function begun() {
    const world = createTestS3();
    const uploadId = element(await world.call({ method: "POST", path: "/my-bucket/big", query: { uploads: "" } }), "UploadId") ?? "";
    const part = (number: number | string, body: string | Uint8Array) =>
      world.call({ method: "PUT", path: "/my-bucket/big", query: { partNumber: String(number), uploadId }, body });
    const complete = (parts: string) =>
      world.call({ method: "POST", path: "/my-bucket/big", query: { uploadId }, body: `<CompleteMultipartUpload>${parts}</CompleteMultipartUpload>` });
    return { ...world, uploadId, part, complete };
  }
  const named = (number: number, etag: string | undefined): string => `<Part><PartNumber>${number}</PartNumber><ETag>${etag}</ETag></Part>`;

  test("parts in any order make one object, with a tag of its own", async () => {
    const { call, part, complete, uploadId } = await begun();
    const second = await part(2, "end");
    const first = await part(1, new Uint8Array(MIB_5).fill(65));
    expect(bodyText(await call({ path: "/my-bucket/big", query: { uploadId } }))).toMatch(/<PartNumber>1<.*<PartNumber>2</);
    const response = await complete(named(1, first.headers.etag) + named(2, second.headers.etag));
    expect(element(response, "ETag")).toMatch(/^&quot;[0-9a-f]{32}-2&quot;$/);
    const object = await call({ path: "/my-bucket/big", headers: { range: `bytes=${MIB_5 - 1}-` } });
    expect(bodyText(object)).toBe("Aend");
  });

  test.each<{ name: string; act: (world: Awaited<ReturnType<typeof begun>>) => Promise<HttpResponse>; code: string }>([
    { name: "another tag", act: async ({ part, complete }) => [await part(1, "a"), await complete(named(1, "x"))][1] as HttpResponse, code: "InvalidPart" },
    { name: "a part that was not sent", act: ({ complete }) => complete(named(7, "x")), code: "InvalidPart" },
    { name: "descending parts", act: ({ complete }) => complete(named(2, "x") + named(1, "x")), code: "InvalidPartOrder" },
    { name: "no parts", act: ({ complete }) => complete(""), code: "MalformedXML" },
    { name: "no part number", act: ({ call, uploadId }) => call({ method: "PUT", path: "/my-bucket/big", query: { uploadId } }), code: "InvalidArgument" },
    { name: "part number 0", act: ({ part }) => part(0, "a"), code: "InvalidArgument" },
    { name: "part number 10001", act: ({ part }) => part(10_001, "a"), code: "InvalidArgument" },
    {
      name: "a small part that is not the last",
      act: async ({ part, complete }) => complete(named(1, (await part(1, "a")).headers.etag) + named(2, (await part(2, "b")).headers.etag)),
      code: "EntityTooSmall",
    },
    {
      name: "an upload that was aborted",
      act: async ({ call, part, uploadId }) => {
        await call({ method: "DELETE", path: "/my-bucket/big", query: { uploadId } });
        return part(1, "a");
      },
      code: "NoSuchUpload",
    },
  ])("$name", async ({ act, code }) => {
    expect(element(await act(await begun()), "Code")).toBe(code);
  });

  test("an upload that nobody completes is gone after seven days, with what was sent of it", async () => {
    const { call, clock, part } = await begun();
    await clock.advanceBy(7 * 24 * 3_600_000 - 1);
    expect((await part(1, "a")).status).toBe(200);
    expect(keysIn(await call({ path: "/my-bucket", query: { uploads: "" } }))).toEqual(["big"]);
    await clock.advanceBy(1);
    expect(keysIn(await call({ path: "/my-bucket", query: { uploads: "" } }))).toEqual([]);
    expect(element(await part(2, "b"), "Code")).toBe("NoSuchUpload");
  });

  test("a part number that is not there is told as nothing", async () => {
    const { call, uploadId } = await begun();
    const response = await call({ method: "PUT", path: "/my-bucket/big", query: { uploadId } });
    expect([element(response, "ArgumentName"), element(response, "ArgumentValue")]).toEqual(["partNumber", ""]);
  });

  test("uploads that are under way are listed", async () => {
    const { call } = await begun();
    expect(keysIn(await call({ path: "/my-bucket", query: { uploads: "" } }))).toEqual(["big"]);
  });
});
