import { createHash, createHmac } from "node:crypto";
import { epochMillis } from "@irsa-sim/core";
import { expect, test } from "vitest";
import { type SigningInput, signRequest } from "./sign-request.js";

const get = (url: string, headers: Readonly<Record<string, string>>) => ({ method: "GET", url, headers, body: "" });

/** AWS's own worked examples: "Create a signed request", and "Authenticating Requests: Using the Authorization Header". */
const IAM: SigningInput = {
  request: get("https://iam.amazonaws.com/?Action=ListUsers&Version=2010-05-08", { "content-type": "application/x-www-form-urlencoded; charset=utf-8" }),
  service: "iam",
  region: "us-east-1",
  credentials: { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY" },
  at: epochMillis(Date.UTC(2015, 7, 30, 12, 36)),
};
const S3: SigningInput = {
  request: get("https://examplebucket.s3.amazonaws.com/test.txt", { range: "bytes=0-9" }),
  service: "s3",
  region: "us-east-1",
  credentials: { accessKeyId: "AKIAIOSFODNN7EXAMPLE", secretAccessKey: "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY" },
  at: epochMillis(Date.UTC(2013, 4, 24)),
};

test.each([
  {
    name: "IAM: only what must be signed",
    input: IAM,
    headers: {
      "content-type": "application/x-www-form-urlencoded; charset=utf-8",
      host: "iam.amazonaws.com",
      "x-amz-date": "20150830T123600Z",
      authorization:
        "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/iam/aws4_request, SignedHeaders=content-type;host;x-amz-date, Signature=5d672d79c15b13162d9279b0855cfba6789a8edb4c82c400e06b5924a6f2b5d7",
    },
  },
  {
    name: "S3: the body's hash too",
    input: S3,
    headers: {
      host: "examplebucket.s3.amazonaws.com",
      range: "bytes=0-9",
      "x-amz-content-sha256": "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
      "x-amz-date": "20130524T000000Z",
      authorization:
        "AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request, SignedHeaders=host;range;x-amz-content-sha256;x-amz-date, Signature=f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41",
    },
  },
])("$name", async ({ input, headers }) => {
  expect(await signRequest(input)).toEqual({ ...input.request, headers });
});

const authorizationOf = async (input: SigningInput) => (await signRequest(input)).headers.authorization;

test("a session token is sent and signed; without one there is no header", async () => {
  const { headers } = await signRequest({ ...S3, credentials: { ...S3.credentials, sessionToken: "token" } });
  expect(headers["x-amz-security-token"]).toBe("token");
  expect(headers.authorization).toContain("SignedHeaders=host;range;x-amz-content-sha256;x-amz-date;x-amz-security-token,");
});

test.each<{ readonly name: string; readonly input: SigningInput }>([
  { name: "method", input: { ...IAM, request: { ...IAM.request, method: "POST" } } },
  { name: "query", input: { ...IAM, request: { ...IAM.request, url: `${IAM.request.url}&x=1` } } },
  { name: "body", input: { ...IAM, request: { ...IAM.request, body: "x" } } },
  { name: "host", input: { ...IAM, request: { ...IAM.request, url: IAM.request.url.replace("iam", "iam2") } } },
  { name: "port", input: { ...IAM, request: { ...IAM.request, url: IAM.request.url.replace(".com", ".com:8443") } } },
  { name: "second", input: { ...IAM, at: epochMillis(IAM.at + 1000) } },
])("another $name has another signature", async ({ input }) => {
  expect((await authorizationOf(input))?.split("Signature=")[1]).not.toBe((await authorizationOf(IAM))?.split("Signature=")[1]);
});

/** Of a GET with these headers besides the date, computed by the steps of "Create a signed request". */
function signatureOf(service: string, canonicalPath: string, headers: Readonly<Record<string, string>>): string {
  const { secretAccessKey } = IAM.credentials;
  const signed = Object.entries({ ...headers, "x-amz-date": "20150830T123600Z" });
  const lines = signed.map(([name, value]) => `${name}:${value}`);
  const canonical = ["GET", canonicalPath, "", ...lines, "", signed.map(([name]) => name).join(";"), sha256("")].join("\n");
  const key = ["20150830", "us-east-1", service, "aws4_request"].reduce<Buffer | string>((parent, part) => hmac(parent, part), `AWS4${secretAccessKey}`);
  return hmac(key, ["AWS4-HMAC-SHA256", "20150830T123600Z", `20150830/us-east-1/${service}/aws4_request`, sha256(canonical)].join("\n")).toString("hex");
}

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");
const hmac = (key: Buffer | string, text: string): Buffer => createHmac("sha256", key).update(text).digest();

test("outside S3 a path is escaped once more before it is signed", async () => {
  const request = get("https://example.amazonaws.com/a%20b", {});
  const signature = signatureOf("iam", "/a%2520b", { host: "example.amazonaws.com" });
  expect(await authorizationOf({ ...IAM, request })).toMatch(new RegExp(`Signature=${signature}$`));
});

test("for S3 a path is signed as it is sent", async () => {
  const request = get("https://example.amazonaws.com/a%20b", {});
  const signature = signatureOf("s3", "/a%20b", { host: "example.amazonaws.com", "x-amz-content-sha256": sha256("") });
  expect(await authorizationOf({ ...IAM, service: "s3", request })).toMatch(new RegExp(`Signature=${signature}$`));
});
