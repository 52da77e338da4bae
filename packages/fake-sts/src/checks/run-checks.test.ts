import { bodyText } from "@irsa-sim/core";
import { expect, test } from "vitest";
import { traceLines } from "../trace-lines.test-support.js";
import {
  ACCOUNT,
  checksOf,
  createTestWorld,
  ISSUER,
  ISSUER_HOST,
  OTHER_KEY,
  PRIVATE_AUTHORITY,
  PROVIDER_ARN,
  PROVIDER_URL,
  PUBLIC_AUTHORITY,
  SIGNING_KEY,
  SUBJECT,
  type TestWorld,
  trustStatement,
} from "../world.test-support.js";

const NOT_A_JWT = "The ID Token provided is not a valid JWT. (You may see this error if you sent an Access Token)";
const NO_KEY = "Couldn't retrieve verification key from your identity provider,  please reference AssumeRoleWithWebIdentity documentation for requirements";
const THUMBPRINT = "OpenIDConnect provider's HTTPS certificate doesn't match configured thumbprint";
const NOT_AUTHORIZED = "Not authorized to perform sts:AssumeRoleWithWebIdentity";
const ROLE_ARN_PATTERN = "[\\u0009\\u000A\\u000D\\u0020-\\u007E\\u0085\\u00A0-\\uD7FF\\uE000-\\uFFFD\\u10000-\\u10FFFF]+";
/** 2026-01-05T09:00:00Z, when the test's clock starts. */
const START_SECONDS = 1_767_603_600;
const SUB_KEY = `${PROVIDER_URL}:sub`;

/** What the un-flipped call records, in order; the certificate is checked for each document. */
const ALL_CHECKS = [
  "sts.parameters",
  "sts.role-arn",
  "sts.token-structure",
  "sts.required-claims",
  "sts.provider",
  "sts.audience",
  "sts.tls-certificate",
  "sts.tls-certificate",
  "sts.verification-key",
  "sts.signature",
  "sts.times",
  "sts.trust-policy",
  "sts.duration",
];

interface Row {
  readonly name: string;
  readonly flip: (world: TestWorld) => void;
  readonly check: string;
  readonly reason: string;
  readonly code: string;
  readonly status: number;
  readonly message: string | null;
}

const bad = { code: "InvalidIdentityToken", status: 400 };
const validation = { code: "ValidationError", status: 400 };
const malformed = { code: "MalformedInput", status: 400, check: "sts.parameters", reason: "not-an-integer" };
const violated = { ...validation, check: "sts.parameters", reason: "constraint-violated" };
const notAJwt = { ...bad, check: "sts.token-structure", message: NOT_A_JWT };
const claimMissing = { ...bad, check: "sts.required-claims", reason: "claim-missing" };
const audience = { ...bad, check: "sts.audience", message: "Incorrect token audience" };
const noProvider = { ...bad, check: "sts.provider", reason: "provider-missing" };
const noKey = { ...bad, check: "sts.verification-key", message: NO_KEY };
const certificate = { ...bad, check: "sts.tls-certificate" };
const times = { ...bad, check: "sts.times" };
const denied = { code: "AccessDenied", status: 403, message: NOT_AUTHORIZED, check: "sts.trust-policy" };

const ROWS: readonly Row[] = [
  // 01 parameters
  {
    ...violated,
    name: "parameters missing",
    flip: ({ call }) => Object.assign(call.parameters, { RoleArn: undefined, RoleSessionName: undefined, WebIdentityToken: undefined }),
    message:
      "3 validation errors detected: Value null at 'roleArn' failed to satisfy constraint: Member must not be null; Value null at 'roleSessionName' failed to satisfy constraint: Member must not be null; Value null at 'webIdentityToken' failed to satisfy constraint: Member must not be null",
  },
  {
    ...violated,
    name: "role session name with a space, too short token",
    flip: ({ call }) => Object.assign(call.parameters, { RoleSessionName: "my session", WebIdentityToken: "abc" }),
    message:
      "2 validation errors detected: Value 'my session' at 'roleSessionName' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\w+=,.@-]*; Value at 'webIdentityToken' failed to satisfy constraint: Member must have length greater than or equal to 4",
  },
  {
    ...violated,
    name: "empty role ARN",
    flip: ({ call }) => Object.assign(call.parameters, { RoleArn: "" }),
    message: `2 validation errors detected: Value '' at 'roleArn' failed to satisfy constraint: Member must satisfy regular expression pattern: ${ROLE_ARN_PATTERN}; Value '' at 'roleArn' failed to satisfy constraint: Member must have length greater than or equal to 20`,
  },
  {
    ...violated,
    name: "duration below 900",
    flip: ({ call }) => Object.assign(call.parameters, { DurationSeconds: "+0899" }),
    message: "1 validation error detected: Value '899' at 'durationSeconds' failed to satisfy constraint: Member must have value greater than or equal to 900",
  },
  { ...malformed, name: "duration is a fraction", flip: ({ call }) => Object.assign(call.parameters, { DurationSeconds: "900.0" }), message: null },
  { ...malformed, name: "duration beyond 32 bits", flip: ({ call }) => Object.assign(call.parameters, { DurationSeconds: "2147483648" }), message: null },
  {
    ...malformed,
    name: "duration empty",
    flip: ({ call }) => Object.assign(call.parameters, { DurationSeconds: "" }),
    message: "missing value for decimal type",
  },
  // 02 role ARN
  {
    ...validation,
    name: "role ARN is no ARN",
    flip: ({ call }) => Object.assign(call.parameters, { RoleArn: "my-pod-role-of-the-team" }),
    check: "sts.role-arn",
    reason: "not-an-arn",
    message: "my-pod-role-of-the-team is invalid",
  },
  {
    ...validation,
    name: "ARN of an instance profile",
    flip: ({ call }) => Object.assign(call.parameters, { RoleArn: `arn:aws:iam::${ACCOUNT}:instance-profile/my-pod-role` }),
    check: "sts.role-arn",
    reason: "not-a-role-arn",
    message: "Request ARN is invalid",
  },
  // 03 token structure
  { ...notAJwt, name: "opaque token", flip: ({ call }) => Object.assign(call, { alterToken: () => "an-access-token" }), reason: "parts" },
  {
    ...notAJwt,
    name: "algorithm none",
    flip: ({ call }) => Object.assign(call, { alterToken: withHeader({ alg: "none", kid: SIGNING_KEY.kid }) }),
    reason: "algorithm",
  },
  {
    ...notAJwt,
    name: "algorithm HS256",
    flip: ({ call }) => Object.assign(call, { alterToken: withHeader({ alg: "HS256", kid: SIGNING_KEY.kid }) }),
    reason: "algorithm",
  },
  { ...notAJwt, name: "no issuer", flip: ({ call }) => Object.assign(call.claims, { iss: undefined }), reason: "issuer-missing" },
  // 04 required claims
  { ...claimMissing, name: "no sub", flip: ({ call }) => Object.assign(call.claims, { sub: undefined }), message: "Missing a required claim: sub" },
  { ...claimMissing, name: "no aud", flip: ({ call }) => Object.assign(call.claims, { aud: undefined }), message: "Missing a required claim: aud" },
  { ...claimMissing, name: "no exp", flip: ({ call }) => Object.assign(call.claims, { exp: undefined }), message: "Missing a required claim: exp" },
  { ...claimMissing, name: "no iat", flip: ({ call }) => Object.assign(call.claims, { iat: undefined }), message: "Missing a required claim: iat" },
  {
    ...claimMissing,
    name: "exp is a fraction",
    flip: ({ call }) => Object.assign(call.claims, { exp: START_SECONDS + 0.5 }),
    reason: "claim-malformed",
    message: NOT_A_JWT,
  },
  // 05 provider
  {
    ...noProvider,
    name: "no provider for the issuer",
    flip: ({ account }) => account.oidcProviders.clear(),
    message: `No OpenIDConnect provider found in your account for ${ISSUER}`,
  },
  {
    ...noProvider,
    name: "issuer with a trailing slash",
    flip: ({ call }) => Object.assign(call.claims, { iss: `${ISSUER}/` }),
    message: `No OpenIDConnect provider found in your account for ${ISSUER}/`,
  },
  {
    ...noProvider,
    name: "issuer without scheme",
    flip: ({ call }) => Object.assign(call.claims, { iss: PROVIDER_URL }),
    message: `No OpenIDConnect provider found in your account for ${PROVIDER_URL}`,
  },
  {
    ...noProvider,
    name: "role of another account",
    flip: ({ call }) => Object.assign(call.parameters, { RoleArn: "arn:aws:iam::999999999999:role/my-pod-role" }),
    reason: "account-missing",
    message: `No OpenIDConnect provider found in your account for ${ISSUER}`,
  },
  // 06 audience
  { ...audience, name: "client id misspelt", flip: (world) => world.changeProvider({ clientIds: ["sts.amazon.com"] }), reason: "audience-differs" },
  { ...audience, name: "no client ids", flip: (world) => world.changeProvider({ clientIds: [] }), reason: "no-client-ids" },
  { ...audience, name: "two audiences", flip: ({ call }) => Object.assign(call.claims, { aud: ["sts.amazonaws.com", "other"] }), reason: "several-audiences" },
  { ...audience, name: "azp takes the place of aud", flip: ({ call }) => Object.assign(call.claims, { azp: "other" }), reason: "audience-differs" },
  // 07 verification key
  { ...noKey, name: "the issuer's host without TLS", flip: (world) => world.showCertificate(null), reason: "unreachable" },
  { ...noKey, name: "the issuer answers 503", flip: ({ issuer }) => Object.assign(issuer, { status: 503 }), reason: "http-status" },
  {
    ...noKey,
    name: "the document names another issuer",
    flip: ({ issuer }) => Object.assign(issuer.discovery, { issuer: "https://example.com" }),
    reason: "issuer-differs",
  },
  {
    ...noKey,
    name: "the document lacks a field",
    flip: ({ issuer }) => Object.assign(issuer.discovery, { response_types_supported: undefined }),
    reason: "discovery-field-missing",
  },
  {
    ...noKey,
    name: "the keys are served without TLS",
    flip: ({ issuer }) => Object.assign(issuer.discovery, { jwks_uri: "http://example.com/keys" }),
    reason: "jwks-uri-not-https",
  },
  { ...noKey, name: "no keys", flip: ({ issuer }) => Object.assign(issuer.jwks, { keys: [] }), reason: "jwks-empty" },
  {
    ...noKey,
    name: "101 keys",
    flip: ({ issuer }) => Object.assign(issuer.jwks, { keys: Array.from({ length: 101 }, () => SIGNING_KEY.jwk) }),
    reason: "too-many-keys",
  },
  { ...noKey, name: "unknown kid", flip: ({ call }) => Object.assign(call.header, { kid: OTHER_KEY.kid }), reason: "unknown-kid" },
  {
    ...noKey,
    name: "the key is for encryption",
    flip: ({ issuer }) => Object.assign(issuer.jwks, { keys: [{ ...SIGNING_KEY.jwk, use: "enc" }] }),
    reason: "key-unsuitable",
  },
  {
    ...noKey,
    name: "the key is garbled",
    flip: ({ issuer }) => Object.assign(issuer.jwks, { keys: [{ ...SIGNING_KEY.jwk, n: "AQAB" }] }),
    reason: "key-unusable",
  },
  {
    ...certificate,
    name: "private CA and another thumbprint",
    flip: (world) => world.showCertificate(PRIVATE_AUTHORITY.issue(ISSUER_HOST)),
    reason: "thumbprint-differs",
    message: THUMBPRINT,
  },
  {
    ...certificate,
    name: "certificate expired",
    flip: (world) => world.showCertificate(PUBLIC_AUTHORITY.issue(ISSUER_HOST, { notBefore: "2025-01-01T00:00:00Z", notAfter: "2026-01-01T00:00:00Z" })),
    reason: "certificate-refused",
    message: NO_KEY,
  },
  {
    ...certificate,
    name: "certificate expired, and another thumbprint",
    flip: (world) => {
      world.showCertificate(PUBLIC_AUTHORITY.issue(ISSUER_HOST, { notBefore: "2025-01-01T00:00:00Z", notAfter: "2026-01-01T00:00:00Z" }));
      world.changeProvider({ thumbprints: [] });
    },
    reason: "certificate-refused",
    message: NO_KEY,
  },
  {
    ...certificate,
    name: "certificate of another host",
    flip: (world) => world.showCertificate(PUBLIC_AUTHORITY.issue("example.com")),
    reason: "certificate-refused",
    message: NO_KEY,
  },
  // 08 signature
  {
    ...bad,
    name: "a claim changed after signing",
    flip: ({ call }) => Object.assign(call, { alterToken: withClaims({ ...call.claims, sub: "system:serviceaccount:kube-system:admin" }) }),
    check: "sts.signature",
    reason: "signature-differs",
    message: "Token signature invalid",
  },
  {
    ...bad,
    name: "another key under the same kid",
    flip: ({ issuer }) => Object.assign(issuer.jwks, { keys: [{ ...OTHER_KEY.jwk, kid: SIGNING_KEY.kid }] }),
    check: "sts.signature",
    reason: "signature-differs",
    message: "Token signature invalid",
  },
  // 09 times
  {
    ...times,
    name: "five minutes past exp",
    flip: ({ call }) => Object.assign(call.claims, { exp: START_SECONDS - 300 }),
    code: "ExpiredTokenException",
    reason: "expired",
    message: `Token expired: current date/time ${START_SECONDS} must be before the expiration date/time ${START_SECONDS - 300}`,
  },
  {
    ...times,
    name: "nbf ahead",
    flip: ({ call }) => Object.assign(call.claims, { nbf: START_SECONDS + 301 }),
    reason: "not-yet-valid",
    message: `Token not yet valid: current date/time ${START_SECONDS} must not be before the date/time ${START_SECONDS + 301}`,
  },
  {
    ...times,
    name: "iat ahead",
    flip: ({ call }) => Object.assign(call.claims, { iat: START_SECONDS + 301 }),
    reason: "issued-in-the-future",
    message: `Token not yet valid: current date/time ${START_SECONDS} must not be before the date/time ${START_SECONDS + 301}`,
  },
  // 11 trust policy
  { ...denied, name: "no such role", flip: ({ account }) => account.roles.clear(), reason: "role-missing" },
  {
    ...denied,
    name: "the role under another path",
    flip: ({ call }) => Object.assign(call.parameters, { RoleArn: `arn:aws:iam::${ACCOUNT}:role/my-pod-role` }),
    reason: "role-missing",
  },
  {
    ...denied,
    name: "another service account",
    flip: (world) => world.changeTrustPolicy([trustStatement({ StringEquals: { [SUB_KEY]: "system:serviceaccount:prod:my-service-account" } })]),
    reason: "condition-value-differs",
  },
  {
    ...denied,
    name: "a wildcard under StringEquals",
    flip: (world) => world.changeTrustPolicy([trustStatement({ StringEquals: { [SUB_KEY]: "system:serviceaccount:default:*" } })]),
    reason: "condition-value-differs",
  },
  {
    ...denied,
    name: "a key of another cluster's issuer",
    flip: (world) => world.changeTrustPolicy([trustStatement({ StringEquals: { [`${ISSUER_HOST}/id/OTHER:sub`]: SUBJECT } })]),
    reason: "condition-key-missing",
  },
  {
    ...denied,
    name: "another provider",
    flip: (world) => world.changeTrustPolicy([{ ...trustStatement(), Principal: { Federated: `${PROVIDER_ARN}0` } }]),
    reason: "principal-differs",
  },
  {
    ...denied,
    name: "sts:AssumeRole",
    flip: (world) => world.changeTrustPolicy([{ ...trustStatement(), Action: "sts:AssumeRole" }]),
    reason: "action-differs",
  },
  {
    ...denied,
    name: "explicit deny",
    flip: (world) => world.changeTrustPolicy([trustStatement(), { ...trustStatement(), Effect: "Deny" }]),
    reason: "explicit-deny",
  },
  { ...denied, name: "no statement", flip: (world) => world.changeTrustPolicy([]), reason: "no-statement" },
  // 12 duration
  {
    ...validation,
    name: "longer than the role allows",
    flip: ({ call }) => Object.assign(call.parameters, { DurationSeconds: "3601" }),
    check: "sts.duration",
    reason: "longer-than-the-role-allows",
    message: "The requested DurationSeconds exceeds the MaxSessionDuration set for this role.",
  },
];

test("the un-flipped call passes every check, each once", async () => {
  const world = createTestWorld();
  const response = await world.assumeRole();
  expect(response.status).toBe(200);
  expect(checksOf(world.events).map(({ check, passed }) => [check, passed])).toEqual(ALL_CHECKS.map((check) => [check, true]));
});

test.each(ROWS)("$check: $name", async ({ flip, check, reason, code, status, message }) => {
  const world = createTestWorld();
  flip(world);
  const response = await world.assumeRole();
  const body = bodyText(response);
  expect({ status: response.status, code: element(body, "Code"), message: element(body, "Message") }).toEqual({ status, code, message });
  const checks = checksOf(world.events);
  const failed = checks.at(-1);
  expect([failed?.check, failed?.passed, failed?.reason, failed?.actor, failed?.step]).toEqual([check, false, reason, "sts", 7]);
  expect(checks.slice(0, -1).every(({ passed }) => passed)).toBe(true);
  const reached = checks.map((event) => event.check).filter((id) => id !== "sts.tls-certificate");
  expect(reached).toEqual(ALL_CHECKS.filter((id) => id !== "sts.tls-certificate" || check === id).slice(0, reached.length));
  expect(world.events.some((event) => event.kind === "change")).toBe(false);
});

test("what stands in the trace of each refusal", async () => {
  const texts: string[] = [];
  for (const { name, flip } of ROWS) {
    const world = createTestWorld();
    flip(world);
    await world.assumeRole();
    // The last check is the one that failed; those before it are the same in all.
    const lines = traceLines(world.events).filter((line) => line.includes(" failed (") || line.includes(" note "));
    texts.push(`# ${name}\n${lines.join("\n")}`);
  }
  await expect(texts.join("\n\n")).toMatchFileSnapshot("../../__golden__/recorded-refusals.txt");
});

/** Replaces the header and keeps payload and signature. */
function withHeader(header: object): (token: string) => string {
  return (token) => [encode(header), ...token.split(".").slice(1)].join(".");
}

/** Replaces the payload and keeps header and signature. */
function withClaims(claims: object): (token: string) => string {
  return (token) => {
    const [header, , signature] = token.split(".");
    return [header, encode(claims), signature].join(".");
  };
}

function encode(value: object): string {
  return btoa(JSON.stringify(value)).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/** The text of an XML element, unescaped; `null` when it is absent. */
function element(xml: string, name: string): string | null {
  const text = new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1];
  return text === undefined
    ? null
    : text.replaceAll("&apos;", "'").replaceAll("&quot;", '"').replaceAll("&gt;", ">").replaceAll("&lt;", "<").replaceAll("&amp;", "&");
}
