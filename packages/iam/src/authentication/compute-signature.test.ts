import { epochMillis, type HttpRequest } from "@irsa-sim/core";
import { expect, test } from "vitest";
import { computeSignature } from "./compute-signature.js";

// The worked examples of AWS's documentation: "Signature calculations for the Authorization header", "Authenticating requests: query parameters", and IAM's ListUsers.
const EMPTY_HASH = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
const HOST = "examplebucket.s3.amazonaws.com";
const S3 = {
  accessKeyId: "AKIAIOSFODNN7EXAMPLE",
  secretAccessKey: "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
  date: "20130524",
  region: "us-east-1",
  service: "s3",
};
const IAM = { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", date: "20150830", region: "us-east-1", service: "iam" };

interface Example {
  readonly name: string;
  readonly scope?: typeof S3;
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signedAt?: number;
  readonly expiresSeconds?: number;
  readonly signature: string;
}

const s3Headers = { host: HOST, "x-amz-content-sha256": EMPTY_HASH, "x-amz-date": "20130524T000000Z" };

test.each<Example>([
  {
    name: "an object's range",
    url: `https://${HOST}/test.txt`,
    headers: { ...s3Headers, range: "bytes=0-9" },
    signature: "f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41",
  },
  {
    name: "a parameter without a value",
    url: `https://${HOST}/?lifecycle`,
    headers: s3Headers,
    signature: "fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543",
  },
  {
    name: "parameters, and no path at all",
    url: `https://${HOST}?prefix=J&max-keys=2`,
    headers: s3Headers,
    signature: "34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7",
  },
  {
    name: "a presigned URL, payload open",
    url: `https://${HOST}/test.txt?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20130524%2Fus-east-1%2Fs3%2Faws4_request&X-Amz-Date=20130524T000000Z&X-Amz-Expires=86400&X-Amz-SignedHeaders=host&X-Amz-Signature=0`,
    headers: { host: HOST },
    expiresSeconds: 86_400,
    signature: "aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404",
  },
  {
    name: "a header that the client did not sign counts for nothing",
    scope: IAM,
    url: "https://iam.amazonaws.com/?Action=ListUsers&Version=2010-05-08",
    headers: { host: "iam.amazonaws.com", "content-type": "application/x-www-form-urlencoded; charset=utf-8", "x-amz-date": "20150830T123600Z" },
    signedAt: Date.UTC(2015, 7, 30, 12, 36),
    signature: "5d672d79c15b13162d9279b0855cfba6789a8edb4c82c400e06b5924a6f2b5d7",
  },
])("AWS's example: $name", async ({ scope = S3, url, headers = {}, signedAt = Date.UTC(2013, 4, 24), expiresSeconds = null, signature }) => {
  expect(await signatureOf({ scope, url, headers, signedAt, expiresSeconds })).toBe(signature);
});

test.each([
  { name: "plain or encoded", one: "/a$b", other: "/a%24b", service: "s3", isSame: true },
  { name: "what is no percent-encoding is taken as it is", one: "/a%zz", other: "/a%25zz", service: "s3", isSame: false },
  { name: "dots are part of S3's key", one: "/a/../b", other: "/b", service: "s3", isSame: false },
  { name: "a slash within a key is no slash", one: "/a/b", other: "/a%2Fb", service: "s3", isSame: false },
  { name: "other services sign what was sent", one: "/a$b", other: "/a%24b", service: "iam", isSame: false },
])("the path: $name", async ({ one, other, service, isSame }) => {
  const sign = (path: string) => signatureOf({ scope: { ...S3, service }, url: `https://${HOST}${path}`, headers: s3Headers });
  expect((await sign(one)) === (await sign(other))).toBe(isSame);
});

test("a header that was signed and is not there counts as empty", async () => {
  const sign = (headers: Example["headers"]) => signatureOf({ url: `https://${HOST}/`, headers: { ...s3Headers, "x-amz-acl": "" }, sent: headers });
  expect(await sign(s3Headers)).toBe(await sign({ ...s3Headers, "x-amz-acl": "" }));
  expect(await sign(s3Headers)).not.toBe(await sign({ ...s3Headers, "x-amz-acl": "private" }));
});

type Signed = Pick<Example, "url"> & Partial<Omit<Example, "expiresSeconds">> & { readonly sent?: Example["headers"]; readonly expiresSeconds?: number | null };

function signatureOf({ scope = S3, url, headers = {}, sent = headers, signedAt = Date.UTC(2013, 4, 24), expiresSeconds = null }: Signed): Promise<string> {
  const { secretAccessKey, ...named } = scope;
  const request: HttpRequest = { method: "GET", url, headers: { ...sent, "user-agent": "not signed" }, body: "" };
  const authorization = { ...named, signedHeaders: Object.keys(headers).sort(), signature: "" };
  return computeSignature({ request, authorization, signedAt: epochMillis(signedAt), expiresSeconds, secretAccessKey });
}
