import { epochMillis, type IssuerUrl } from "@irsa-sim/core";
import { expect, test } from "vitest";
import { parseClaimChange } from "../mint/claim-change.js";
import { createToken, type TokenWish } from "../mint/create-token.js";
import { DEFECTS } from "../mint/defects/defects.js";
import { findIssuerDocuments } from "./issuer-documents.js";
import { type VerificationRequest, verifyToken } from "./verify-token.js";

const NOW = epochMillis(Date.UTC(2026, 0, 5, 9));
const HOST = "oidc.eks.eu-west-1.amazonaws.com/id/A1B2C3D4E5F60718293A4B5C6D7E8F90";
const WISH: TokenWish = {
  namespace: "default",
  serviceAccount: "my-sa",
  audiences: ["sts.amazonaws.com"],
  issuer: `https://${HOST}` as IssuerUrl,
  expirationSeconds: 86_400,
  pod: "web-0",
  claims: [],
  defects: [],
  key: null,
  at: NOW,
  seed: "1",
};

async function verify(wish: Partial<TokenWish>, request: Partial<VerificationRequest> = {}) {
  const minted = await createToken({ ...WISH, ...wish });
  if ("status" in minted) throw new Error(minted.message);
  const documents = findIssuerDocuments([...minted.documents].map(([path, text]) => ({ path, text })));
  return verifyToken({ token: `${minted.token}\n`, documents, audiences: [], issuer: WISH.issuer, at: NOW, trustPolicy: null, ...request });
}

test("a token without a defect is taken, whoever issues it", async () => {
  const issuers = [WISH.issuer, "https://s3.eu-west-1.amazonaws.com/my-bucket" as IssuerUrl, "https://issuer.example.com:8443/a" as IssuerUrl];
  for (const issuer of issuers) expect((await verify({ issuer }, { issuer })).refusal).toBeNull();
});

/** Which check refuses a token with a defect; `null` for one that STS bears. */
const REFUSING: Readonly<Record<string, string | null>> = {
  cut: "sts.token-structure",
  "alg-none": "sts.token-structure",
  "alg-hmac": "sts.token-structure",
  legacy: "sts.required-claims",
  "no-subject": "sts.required-claims",
  "issuer-slash": "sts.provider",
  "other-audience": "sts.audience",
  "two-audiences": "sts.audience",
  "unknown-key": "sts.verification-key",
  "no-kid": null,
  "wrong-key": "sts.signature",
  tampered: "sts.signature",
  expired: "sts.times",
  future: "sts.times",
};

test.each(DEFECTS.map(({ id }) => ({ id, check: REFUSING[id] })))("$id is refused by $check", async ({ id, check }) => {
  const { checks, verified } = await verify({ defects: DEFECTS.filter((defect) => defect.id === id) });
  expect([verified, checks.find(({ passed }) => !passed)?.check ?? null]).toEqual([check === null, check]);
});

test.each([
  { name: "the service account", sub: "system:serviceaccount:default:my-sa", code: undefined },
  { name: "another namespace", sub: "system:serviceaccount:prod:my-sa", code: "AccessDenied" },
])("a trust policy for $name, in the account that it names", async ({ sub, code }) => {
  const document = {
    Statement: [
      {
        Effect: "Allow",
        Principal: { Federated: `arn:aws:iam::999900001111:oidc-provider/${HOST}` },
        Action: "sts:AssumeRoleWithWebIdentity",
        Condition: { StringEquals: { [`${HOST}:sub`]: sub } },
      },
    ],
  };
  const { refusal, checks } = await verify({}, { trustPolicy: { path: "trust.json", document } });
  expect(refusal?.code).toBe(code);
  expect(checks.find(({ check }) => check === "sts.trust-policy")).toMatchObject({ isAssumed: false, expected: { from: { file: "trust.json" } } });
});

test.each([
  { name: "a statement that is none", document: { Statement: "x" } },
  { name: "null among statements", document: { Statement: [null] } },
  { name: "an unknown version", document: { Version: "2020-01-01", Statement: [] } },
])("a trust policy that IAM would not store is no answer's ground: $name", async ({ document }) => {
  await expect(verify({}, { trustPolicy: { path: "trust.json", document } })).rejects.toThrow(expect.objectContaining({ code: "ERR_TOKEN_TRUST_POLICY" }));
});

test("what is not given is said, and what is given is not", async () => {
  expect((await verify({}, { issuer: null })).assumed.join("\n")).toMatch(/own issuer[\s\S]*client id[\s\S]*trust policy/);
  expect((await verify({}, { audiences: ["sts.amazonaws.com"] })).assumed.join("\n")).not.toMatch(/own issuer|client id/);
});

test.each([
  { claim: 'aud=["vault"]', check: "sts.audience" },
  { claim: "sub=", check: "sts.required-claims" },
  { claim: "exp=1", check: "sts.times" },
  { claim: '/kubernetes.io/pod/name="other"', check: undefined },
  { claim: 'https://aws.amazon.com/roles=["arn:aws:iam::111122223333:role/other"]', check: "sts.roles-claim" },
])("the claim $claim is signed as it is set, and read by $check", async ({ claim, check }) => {
  const { checks } = await verify({ claims: [parseClaimChange(claim)] });
  expect(checks.find(({ passed }) => !passed)?.check).toBe(check);
});

test("the API server refuses what it would refuse, and shortens what EKS shortens", async () => {
  expect(await createToken({ ...WISH, expirationSeconds: 599 })).toMatchObject({ status: 422, message: expect.stringContaining("less than 10 minutes") });
  expect(await createToken({ ...WISH, expirationSeconds: 86_401 })).toMatchObject({
    warning: "requested expiration of 86401 seconds shortened to 86400 seconds",
  });
});
