import { Sha256 } from "@aws-crypto/sha256-js";
import { createRandom, epochMillis, type HttpRequest, VirtualClock } from "@irsa-sim/core";
import { SignatureV4 } from "@smithy/signature-v4";
import { describe, expect, test } from "vitest";
import { createIam } from "../accounts/create-iam.js";
import { createSessionStore } from "../sessions/session-store.js";
import { createAuthenticate } from "./authenticate.js";
import { readSignedRequest } from "./read-signed-request.js";

const NOW = Date.UTC(2026, 0, 5, 9);

interface Presigning {
  readonly service?: string;
  readonly at?: number;
  readonly expiresIn?: number;
  readonly temporary?: boolean;
  readonly signedHeaders?: Readonly<Record<string, string>>;
  readonly change?: (url: URL) => void;
}

async function authenticatePresigned({ service = "sts", at = NOW, expiresIn = 60, temporary = false, signedHeaders = {}, change = () => {} }: Presigning = {}) {
  const clock = new VirtualClock(epochMillis(NOW));
  const random = createRandom("auth");
  const iam = createIam({ clock, random, accounts: ["111122223333"] });
  const sessions = createSessionStore({ clock, random });
  const user = iam.account("111122223333")?.users.get("developer");
  if (user === undefined) throw new Error("no developer");
  const credentials = temporary ? sessions.issueForUser({ user, federatedUser: null, durationSeconds: 3600 }) : user;
  const signer = new SignatureV4({ service, region: "eu-west-1", credentials, sha256: Sha256, applyChecksum: false, uriEscapePath: service !== "s3" });
  const host = `${service}.eu-west-1.amazonaws.com`;
  const hash = service === "s3" ? { "x-amz-content-sha256": "UNSIGNED-PAYLOAD" } : {};
  const input = {
    method: "GET",
    protocol: "https:",
    hostname: host,
    path: "/a%20b",
    query: { Action: "GetCallerIdentity", x: "" },
    headers: { host, ...hash, ...signedHeaders },
  };
  const { query = {} } = await signer.presign(input, {
    signingDate: new Date(at),
    expiresIn,
    unsignableHeaders: new Set(["x-amz-content-sha256"]),
    unhoistableHeaders: new Set(["x-amz-content-sha256", ...Object.keys(signedHeaders)]),
  });
  const url = new URL(`https://${host}/a%20b`);
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, String(value));
  change(url);
  const request: HttpRequest = { method: "GET", url: url.href, headers: { host, ...signedHeaders }, body: "" };
  const found = await createAuthenticate({ iam, sessions })({ request, service, region: "eu-west-1", now: clock.now() });
  return "caller" in found ? "good" : found.problem.reason;
}

describe("presigned requests (sections 8.1 and 8.2)", () => {
  test.each<{ name: string; presigning: Presigning; outcome: string }>([
    { name: "of a user", presigning: {}, outcome: "good" },
    { name: "of temporary credentials, token in the query", presigning: { temporary: true }, outcome: "good" },
    { name: "for S3, payload open", presigning: { service: "s3", temporary: true }, outcome: "good" },
    { name: "with a signed header, as aws eks get-token has", presigning: { signedHeaders: { "x-k8s-aws-id": "demo" } }, outcome: "good" },
    { name: "at the end of its time", presigning: { at: NOW - 60_000 }, outcome: "good" },
    { name: "older than a quarter of an hour and still good", presigning: { at: NOW - 3_600_000, expiresIn: 7200 }, outcome: "good" },
    { name: "expired", presigning: { at: NOW - 61_000 }, outcome: "presigned-url-expired" },
    { name: "from the future", presigning: { at: NOW + 1_000_000 }, outcome: "clock-skewed" },
    { name: "another parameter", presigning: { change: (url) => url.searchParams.set("x", "y") }, outcome: "signature-differs" },
    { name: "another signature", presigning: { change: (url) => url.searchParams.set("X-Amz-Signature", "0".repeat(64)) }, outcome: "signature-differs" },
    { name: "no expiry", presigning: { change: (url) => url.searchParams.delete("X-Amz-Expires") }, outcome: "malformed-query" },
    { name: "more than seven days", presigning: { change: (url) => url.searchParams.set("X-Amz-Expires", "604801") }, outcome: "malformed-query" },
    { name: "another algorithm", presigning: { change: (url) => url.searchParams.set("X-Amz-Algorithm", "AWS4-HMAC-SHA1") }, outcome: "malformed-query" },
    { name: "no credential's form", presigning: { change: (url) => url.searchParams.set("X-Amz-Credential", "AKIA") }, outcome: "malformed-query" },
    { name: "a date that is none", presigning: { change: (url) => url.searchParams.set("X-Amz-Date", "today") }, outcome: "malformed-query" },
    { name: "seven days", presigning: { expiresIn: 604_800 }, outcome: "good" },
    { name: "an expiry that is no number", presigning: { change: (url) => url.searchParams.set("X-Amz-Expires", "6e1") }, outcome: "malformed-query" },
    { name: "a quarter of an hour in the future", presigning: { at: NOW + 900_000, expiresIn: 7200 }, outcome: "good" },
    { name: "a second more", presigning: { at: NOW + 901_000, expiresIn: 7200 }, outcome: "clock-skewed" },
    {
      name: "a token taken away",
      presigning: { temporary: true, change: (url) => url.searchParams.delete("X-Amz-Security-Token") },
      outcome: "session-token-of-another-key",
    },
  ])("$name", async ({ presigning, outcome }) => {
    expect(await authenticatePresigned(presigning)).toBe(outcome);
  });
});

test.each([
  { name: "a parameter is missing", change: ["X-Amz-Date", ""], actual: "no X-Amz-Date" },
  { name: "another algorithm", change: ["X-Amz-Algorithm", "x"], expected: "AWS4-HMAC-SHA256", actual: "x" },
  { name: "an expiry out of bounds", change: ["X-Amz-Expires", "604801"], expected: "X-Amz-Expires from 0 to 604800", actual: "604801" },
  { name: "a credential in another form", change: ["X-Amz-Credential", "a/b"], expected: /form KEY\/YYYYMMDD\/REGION\/SERVICE\/aws4_request$/, actual: "a/b" },
  { name: "a date in another form", change: ["X-Amz-Date", "today"], expected: "X-Amz-Date as YYYYMMDDTHHMMSSZ", actual: "today" },
])("what a presigned URL lacks: $name", ({ change: [name = "", value = ""], expected = /X-Amz-Date/, actual }) => {
  const url = new URL("https://sts.test/?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=A/20260105/r/s/aws4_request&X-Amz-Signature=0");
  for (const [more, text] of Object.entries({ "X-Amz-Date": "20260105T090000Z", "X-Amz-SignedHeaders": "Host;X-Amz-Security-Token", "X-Amz-Expires": "60" }))
    url.searchParams.set(more, text);
  const read = (href: string) => readSignedRequest({ method: "GET", url: href, headers: { "x-amz-security-token": "token" }, body: "" });
  expect(read(url.href)).toMatchObject({ authorization: { signedHeaders: ["host", "x-amz-security-token"] }, expiresSeconds: 60, sessionToken: "token" });
  url.searchParams.set(name, value);
  const matcher = typeof expected === "string" ? expected : expect.stringMatching(expected);
  expect(read(url.href)).toEqual({ reason: "malformed-query", expected: matcher, actual });
});

test("a header counts before a presigned URL", () => {
  const url = "https://sts.test/?X-Amz-Algorithm=AWS4-HMAC-SHA256";
  expect(readSignedRequest({ method: "GET", url, headers: { authorization: "none" }, body: "" })).toMatchObject({ reason: "malformed-authorization" });
  expect(readSignedRequest({ method: "GET", url, headers: {}, body: "" })).toMatchObject({ reason: "malformed-query" });
});
