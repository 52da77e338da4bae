/** Requests that no client should send: each service answers with an error of its own, whatever comes. */
import { bodyText, epochMillis, type HttpRequest, type HttpResponse } from "@irsa-sim/core";
import { signRequest } from "@irsa-sim/sdk-credential-provider";
import { beforeAll, describe, expect, test } from "vitest";
import { ACCOUNT, BUCKET, createSimulatedAws, HOSTS, ISSUER, REGION, type Service, type SimulatedAws } from "./simulated-aws.js";
import { hs256, jws } from "./strange-tokens.js";

const FORM = { "content-type": "application/x-www-form-urlencoded" };
const ROLE = `arn:aws:iam::${ACCOUNT}:role/my-role`;
const BIG = "x".repeat(300_000);
const STRANGE = [
  "",
  " ",
  "\0",
  "\n",
  "null",
  "undefined",
  "[object Object]",
  "%",
  "%zz",
  "%c3%28",
  "é",
  "漢字",
  "😀",
  "\ud800",
  "'",
  '"',
  "<a>",
  "&amp;",
  "../..",
  "${x}",
  "-1",
  "1e9",
  "NaN",
  "true",
  "{}",
  "[]",
  BIG,
];

let aws: SimulatedAws;
let token: string;
beforeAll(async () => {
  aws = await createSimulatedAws(epochMillis(Date.UTC(2026, 0, 5, 9)));
  token = await aws.sign({ aud: ["sts.amazonaws.com"], exp: 1_767_700_000, iat: 1_767_603_600, iss: ISSUER, sub: "system:serviceaccount:default:app" });
});

interface Malformed {
  readonly name: string;
  readonly request: () => Partial<HttpRequest> | Promise<Partial<HttpRequest>>;
  /** Code, or status alone where the service sends no document. */
  readonly codes: readonly (string | number)[];
}

/** What came back in two words. */
function summary(response: HttpResponse): string | number {
  return /<Code>([^<]+)</.exec(bodyText(response))?.[1] ?? response.status;
}

function send(service: Service, request: Partial<HttpRequest>): Promise<HttpResponse> {
  return aws.handle(service, { method: "POST", url: `https://${HOSTS[service]}/`, headers: FORM, body: "", ...request });
}

async function expectRefused(service: Service, { request, codes }: Malformed): Promise<void> {
  const response = await send(service, await request());
  expect([response.status < 500, codes]).toEqual([true, expect.arrayContaining([summary(response)])]);
}

/** As AWS's signature wants a path: everything but letters, digits and - . _ ~; half a surrogate pair as what stands for it. */
function percentEncoded(text: string): string {
  const wellFormed = new TextDecoder().decode(new TextEncoder().encode(text));
  return encodeURIComponent(wellFormed).replaceAll(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
}

function form(parameters: Readonly<Record<string, string>>): string {
  return Object.entries(parameters)
    .map(([name, value]) => `${name}=${percentEncoded(value)}`)
    .join("&");
}

describe("STS", () => {
  const valid = (): Record<string, string> => ({
    Action: "AssumeRoleWithWebIdentity",
    Version: "2011-06-15",
    RoleArn: ROLE,
    RoleSessionName: "app",
    WebIdentityToken: token,
  });
  const text = (name: string, codes: readonly string[]): readonly Malformed[] =>
    STRANGE.map((value, index) => ({ name: `${name} strange ${index}`, request: () => ({ body: form({ ...valid(), [name]: value }) }), codes }));
  const withToken = (name: string, change: () => string | Promise<string>, codes: readonly string[] = ["InvalidIdentityToken"]): Malformed => ({
    name: `token: ${name}`,
    request: async () => ({ body: form({ ...valid(), WebIdentityToken: await change() }) }),
    codes,
  });
  const claims = (name: string, changes: object, codes?: readonly string[]): Malformed =>
    withToken(name, () => aws.sign({ aud: ["sts.amazonaws.com"], exp: 1_767_700_000, iat: 1_767_603_600, iss: ISSUER, sub: "s", ...changes }), codes);
  const STRANGE_VALUES = [null, 1, -1, 1.5, true, false, {}, [], [null], [1], [[]], "", "x", 1e300];
  const rows: readonly Malformed[] = [
    ...text("RoleArn", ["ValidationError", "InvalidIdentityToken"]),
    ...text("RoleSessionName", ["ValidationError", "InvalidIdentityToken"]),
    ...text("WebIdentityToken", ["ValidationError", "InvalidIdentityToken"]),
    ...text("DurationSeconds", ["ValidationError", "MalformedInput", "InvalidIdentityToken"]),
    ...text("Version", ["InvalidAction"]),
    ...["aud", "exp", "iat", "iss", "nbf", "sub", "azp"].flatMap((claim) =>
      STRANGE_VALUES.map((value) => claims(`${claim} = ${JSON.stringify(value)}`, { [claim]: value }, ["InvalidIdentityToken", "ExpiredTokenException"])),
    ),
    ...[1, 2, 10, 40, 100, 400].map((length) =>
      withToken(`cut to ${length} characters`, () => token.slice(0, length), ["InvalidIdentityToken", "ValidationError"]),
    ),
    ...[1, 5, 100].map((count) => withToken(`${count} characters of the signature gone`, () => token.slice(0, -count))),
    withToken("alg none", () => jws(token, { alg: "none" }, "")),
    withToken("alg None", () => jws(token, { alg: "None" }, "")),
    withToken("HS256 with the public key", () => hs256(token)),
    withToken("PS256", () => jws(token, { alg: "PS256", kid: "x" })),
    withToken("alg missing", () => jws(token, { kid: "x" })),
    withToken("alg a number", () => jws(token, { alg: 1 })),
    withToken("kid a number", () => jws(token, { alg: "RS256", kid: 1 })),
    withToken("kid an object", () => jws(token, { alg: "RS256", kid: {} })),
    withToken("a key of its own in the header", () => jws(token, { alg: "RS256", kid: "x", jwk: { kty: "RSA", n: "AQAB", e: "AQAB" } })),
    withToken("a key's address in the header", () => jws(token, { alg: "RS256", kid: "x", jku: "https://evil.example/keys" })),
    withToken("crit", () => jws(token, { alg: "RS256", kid: "x", crit: ["exp"] })),
    withToken("a header that is a list", () => jws(token, [] as unknown as Record<string, never>)),
    withToken("four dots", () => `${token}.x.y`),
    withToken("no dots", () => token.replaceAll(".", "")),
    withToken("base64 with padding", () => token.replace(".", "==.")),
    withToken("a deep header", () => `${btoa("[".repeat(5000) + "]".repeat(5000)).replaceAll("=", "")}.e30.x`),
    { name: "no parameters", request: () => ({}), codes: [302] },
    { name: "another content type", request: () => ({ headers: { "content-type": "application/json" }, body: "{}" }), codes: [302] },
    { name: "another path", request: () => ({ url: `https://${HOSTS.sts}/x` }), codes: [404] },
    { name: "a body beyond the limit", request: () => ({ body: "x".repeat(10_000_001) }), codes: [413] },
    { name: "PUT", request: () => ({ method: "PUT", body: form(valid()) }), codes: [302] },
    { name: "an unknown action", request: () => ({ body: form({ ...valid(), Action: "assumerolewithwebidentity" }) }), codes: ["InvalidAction"] },
    { name: "a body of bytes", request: () => ({ body: new Uint8Array([0xff, 0xfe, 0x00]) }), codes: [302] },
    { name: "the first of two actions counts", request: () => ({ body: `Action=Nothing&${form(valid())}` }), codes: ["InvalidAction"] },
    { name: "everything missing", request: () => ({ body: "Action=AssumeRoleWithWebIdentity&Version=2011-06-15" }), codes: ["ValidationError"] },
  ];

  test("are two hundred", () => {
    expect(rows.length).toBeGreaterThanOrEqual(200);
  });

  test.each(rows)("$name", (row) => expectRefused("sts", row));
});

/** A signed request, as a developer with all rights sends it, changed before it is signed. */
async function signed(service: Service, request: Partial<HttpRequest>): Promise<HttpRequest> {
  const whole = { method: "POST", url: `https://${HOSTS[service]}/`, headers: FORM, body: "", ...request };
  return signRequest({ request: whole, service, region: service === "s3" ? REGION : "us-east-1", credentials: aws.developer, at: aws.clock.now() });
}

/** The same request with its authorization spoilt in many ways; by the service's codes. */
function spoilt(service: Service, request: Partial<HttpRequest>, codes: readonly (string | number)[]): readonly Malformed[] {
  const change = (name: string, alter: (headers: Record<string, string>) => Record<string, string | undefined>): Malformed => ({
    name: `authorization: ${name}`,
    request: async () => {
      const whole = await signed(service, request);
      const headers = Object.entries(alter({ ...whole.headers })).filter((entry): entry is [string, string] => entry[1] !== undefined);
      return { ...whole, headers: Object.fromEntries(headers) };
    },
    codes,
  });
  const replaced = (name: string, from: RegExp, to: string): Malformed =>
    change(name, (headers) => ({ ...headers, authorization: (headers.authorization ?? "").replace(from, to) }));
  return [
    change("none", ({ authorization: _, ...rest }) => rest),
    ...STRANGE.map((value, index) => change(`strange ${index}`, (headers) => ({ ...headers, authorization: value }))),
    ...STRANGE.map((value, index) => change(`a date that is strange ${index}`, (headers) => ({ ...headers, "x-amz-date": value }))),
    ...STRANGE.slice(1).map((value, index) => change(`a session token that is strange ${index}`, (headers) => ({ ...headers, "x-amz-security-token": value }))),
    replaced("another algorithm", /^AWS4-HMAC-SHA256/, "AWS4-HMAC-SHA1"),
    replaced("no credential", /Credential=[^,]+, /, ""),
    replaced("an unknown key", /Credential=[^/]+/, "Credential=AKIAIOSFODNN7EXAMPLE"),
    replaced("an empty key", /Credential=[^/]+/, "Credential="),
    replaced("a scope with too few parts", /Credential=([^/]+)\/[^,]+/, "Credential=$1/20260105"),
    replaced("a scope of another day", /\/20260105\//, "/20260106/"),
    replaced("another region", /\/(us-east-1|eu-west-1)\//, "/ap-south-1/"),
    replaced("another service", /\/(iam|s3)\//, "/ec2/"),
    replaced("no aws4_request", /aws4_request/, "aws4"),
    replaced("no signed headers", /SignedHeaders=[^,]+/, "SignedHeaders="),
    replaced("a signed header that is not there", /SignedHeaders=/, "SignedHeaders=aaa;"),
    replaced("host not signed", /host;/, ""),
    replaced("no signature", /, Signature=.*/, ""),
    replaced("a signature of zeros", /Signature=.*/, `Signature=${"0".repeat(64)}`),
    replaced("a short signature", /Signature=.*/, "Signature=00"),
    replaced("a signature that is no hex", /Signature=.*/, `Signature=${"z".repeat(64)}`),
    change("a date of yesterday", (headers) => ({ ...headers, "x-amz-date": "20260104T090000Z" })),
    change("no date", ({ "x-amz-date": _, ...rest }) => rest),
  ];
}

describe("IAM", () => {
  const call = (name: string, parameters: Readonly<Record<string, string>>, codes: readonly (string | number)[]): Malformed => ({
    name,
    request: () => signed("iam", { body: form({ Version: "2010-05-08", ...parameters }) }),
    codes,
  });
  const CREATE = { Action: "CreateRole", RoleName: "r", AssumeRolePolicyDocument: "{}" };
  const PROVIDER = { Action: "CreateOpenIDConnectProvider", Url: "https://x.example", "ThumbprintList.member.1": "0".repeat(40) };
  const AUTHENTICATION = ["MissingAuthenticationToken", "IncompleteSignature", "SignatureDoesNotMatch", "InvalidClientTokenId", "ExpiredToken"];
  const rows: readonly Malformed[] = [
    ...spoilt("iam", { body: form({ Action: "GetRole", Version: "2010-05-08", RoleName: "r" }) }, AUTHENTICATION),
    ...STRANGE.flatMap((value, index) => [
      call(`an action that is strange ${index}`, { Action: value }, ["InvalidAction", 302]),
      call(`a role that is strange ${index}`, { Action: "GetRole", RoleName: value }, ["ValidationError", "NoSuchEntity"]),
      call(`a trust policy that is strange ${index}`, { ...CREATE, AssumeRolePolicyDocument: value }, [
        "MalformedPolicyDocument",
        "ValidationError",
        "LimitExceeded",
      ]),
      call(`a provider's URL that is strange ${index}`, { ...PROVIDER, Url: value }, ["ValidationError", "InvalidInput"]),
      call(`a thumbprint that is strange ${index}`, { ...PROVIDER, "ThumbprintList.member.1": value }, ["ValidationError", "InvalidInput"]),
      call(`a provider's ARN that is strange ${index}`, { Action: "GetOpenIDConnectProvider", OpenIDConnectProviderArn: value }, [
        "ValidationError",
        "NoSuchEntity",
        "InvalidInput",
      ]),
    ]),
    { name: "another content type", request: () => ({ headers: { "content-type": "text/plain" }, body: "x" }), codes: [302] },
    { name: "a body of bytes", request: () => ({ body: new Uint8Array([0xff, 0xfe]) }), codes: [302] },
    call("another version", { ...CREATE, Version: "2011-06-15" }, ["InvalidAction"]),
    call("a role without a name", { Action: "CreateRole", AssumeRolePolicyDocument: "{}" }, ["ValidationError"]),
  ];

  test("are two hundred", () => {
    expect(rows.length).toBeGreaterThanOrEqual(200);
  });

  test.each(rows)("$name", (row) => expectRefused("iam", row));
});

describe("S3", () => {
  const GET = { method: "GET", url: `https://${HOSTS.s3}/${BUCKET}/hello.txt`, headers: {} };
  const AUTHENTICATION = [
    "AccessDenied",
    "AuthorizationHeaderMalformed",
    "InvalidAccessKeyId",
    "InvalidToken",
    "InvalidArgument",
    "SignatureDoesNotMatch",
    "RequestTimeTooSkewed",
    "ExpiredToken",
    "InvalidRequest",
  ];
  const at = (name: string, path: string, codes: readonly (string | number)[], method = "GET"): Malformed => ({
    name,
    request: () => signed("s3", { method, url: `https://${HOSTS.s3}${path}`, headers: {} }),
    codes,
  });
  const NOTHING = [
    "NoSuchBucket",
    "NoSuchKey",
    "InvalidBucketName",
    "MethodNotAllowed",
    "KeyTooLongError",
    "InvalidURI",
    "AccessDenied",
    "NotImplemented",
    404,
  ];
  const rows: readonly Malformed[] = [
    ...spoilt("s3", GET, AUTHENTICATION),
    ...STRANGE.filter((value) => value !== "").flatMap((value, index) => {
      const encoded = percentEncoded(value);
      return [
        at(`a bucket that is strange ${index}`, `/${encoded}/key`, NOTHING),
        at(`a key that is strange ${index}`, `/${BUCKET}/${encoded}`, NOTHING),
        at(`DELETE of a bucket that is strange ${index}`, `/${encoded}/key`, NOTHING, "DELETE"),
        at(`a method that is strange ${index}`, `/${BUCKET}/none-${index}`, NOTHING, "PATCH"),
      ];
    }),
  ];

  const broken = ["%zz", "%", "%c3%28", "%ff"].map(
    (path, index): Malformed => ({
      name: `a path that is no UTF-8 ${index}`,
      request: () => ({ ...GET, url: `https://${HOSTS.s3}/${BUCKET}/${path}` }),
      codes: ["InvalidURI"],
    }),
  );
  test.each(broken)("$name", (row) => expectRefused("s3", row));

  test("are two hundred", () => {
    expect(rows.length).toBeGreaterThanOrEqual(200);
  });

  test.each(rows)("$name", (row) => expectRefused("s3", row));
});
