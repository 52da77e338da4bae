import { type AccountId, type CheckRecord, type EpochMillis, type JsonObject, toRfc3339 } from "@irsa-sim/core";
import { exchangeToken, findTrustPolicyProblem, type TokenExchanged } from "@irsa-sim/simulation";
import { readToken } from "../read/read-token.js";
import { TokenFormError } from "../read/token-form-error.js";
import { type IssuerDocuments, membersOf } from "./issuer-documents.js";
import { TrustPolicyError } from "./read-trust-policy.js";

/** A token, and what it is held against. */
export interface VerificationRequest {
  /** As it stands in the file. */
  readonly token: string;
  readonly documents: IssuerDocuments;
  /** The provider's client ids; `sts.amazonaws.com` when empty. */
  readonly audiences: readonly string[];
  /** The registered issuer; the token's own when `null`. */
  readonly issuer: string | null;
  readonly at: EpochMillis;
  readonly trustPolicy: { readonly path: string; readonly document: JsonObject } | null;
}

/** A check of STS. */
export interface VerificationCheck extends CheckRecord {
  /** Whether it was made of something that was not given. */
  readonly isAssumed: boolean;
}

/** What STS checked and answered. */
export interface Verification {
  /** RFC 3339. */
  readonly at: string;
  readonly verified: boolean;
  /** In STS's order; the first that fails ends it. */
  readonly checks: readonly VerificationCheck[];
  readonly refusal: TokenExchanged["refusal"];
  /** What was not given, and taken to be so. */
  readonly assumed: readonly string[];
}

const DEFAULT_AUDIENCE = "sts.amazonaws.com";
const DEFAULT_ACCOUNT = "111122223333" as AccountId;
const ROLE = "role-of-the-trust-policy";
/** Nobody gives the call's other parameters, or the certificate of the issuer's host. */
const ASSUMED_CHECKS = ["sts.role-arn", "sts.tls-certificate", "sts.duration"];
const TRUST_CHECK = "sts.trust-policy";

/**
 * Hands the token to STS, with an issuer that serves the saved documents and an account that knows it.
 *
 * @throws {TrustPolicyError} `ERR_TOKEN_TRUST_POLICY` for one that IAM would not store
 */
export async function verifyToken(request: VerificationRequest): Promise<Verification> {
  const { token, documents, at, trustPolicy } = request;
  const issuer = request.issuer ?? issuerOf(token) ?? "https://issuer.invalid";
  const clientIds = request.audiences.length === 0 ? [DEFAULT_AUDIENCE] : request.audiences;
  const url = issuer.replace(/^https:\/\//, "");
  const { region, account } = placeOf(issuer, trustPolicy?.document ?? null);
  if (trustPolicy !== null) requireStorable(trustPolicy, region);
  const { checks, refusal } = await exchangeToken({
    ...{ token, at, region, account },
    roleName: ROLE,
    trustPolicy: trustPolicy === null ? trustsEverybody() : { source: trustPolicy.path, document: trustPolicy.document },
    provider: { url, clientIds },
    documents: servedDocuments(documents, issuer),
  });
  const told = checks.map(contentOf).map((check) => ({ ...check, isAssumed: isAssumed(check, trustPolicy) }));
  return { at: toRfc3339(at), verified: refusal === null, checks: told, refusal, assumed: assumptions(request, { issuer, account, clientIds }) };
}

function requireStorable({ path, document }: NonNullable<VerificationRequest["trustPolicy"]>, region: string): void {
  const problem = findTrustPolicyProblem(document, region);
  if (problem === null) return;
  throw new TrustPolicyError(
    `${path}: no role can have this trust policy\n  expected  a policy that IAM stores\n  found     ${problem.pointer === "" ? "" : `${problem.pointer}: `}${problem.message}`,
  );
}

function isAssumed({ check }: CheckRecord, trustPolicy: VerificationRequest["trustPolicy"]): boolean {
  return ASSUMED_CHECKS.includes(check) || (check === TRUST_CHECK && trustPolicy === null);
}

/** Without its place in a trace. */
function contentOf({ check, title, passed, expected, actual, reason, details }: CheckRecord): CheckRecord {
  return { check, title, passed, expected, actual, ...(reason === undefined ? {} : { reason }), ...(details === undefined ? {} : { details }) };
}

function trustsEverybody() {
  const Action = ["sts:AssumeRoleWithWebIdentity", "sts:TagSession", "sts:SetSourceIdentity"];
  return { source: "none", document: { Version: "2012-10-17", Statement: [{ Effect: "Allow", Principal: "*", Action }] } };
}

/** STS says itself what is wrong with a token that cannot be read. */
function issuerOf(token: string): string | null {
  try {
    const { iss } = readToken(token).claims;
    return typeof iss === "string" && iss !== "" ? iss : null;
  } catch (error) {
    if (error instanceof TokenFormError) return null;
    throw error;
  }
}

/** The account and partition that the trust policy's principal names, and the region of an EKS issuer. */
function placeOf(issuer: string, document: JsonObject | null): { readonly region: string; readonly account: AccountId } {
  const [, partition = "aws", account = DEFAULT_ACCOUNT] = /"arn:(aws|aws-cn|aws-us-gov):iam::(\d{12}):oidc-provider\//.exec(JSON.stringify(document)) ?? [];
  const ofPartition = { aws: "us-east-1", "aws-cn": "cn-north-1", "aws-us-gov": "us-gov-west-1" }[partition] ?? "us-east-1";
  const region = /^https:\/\/oidc\.eks\.([a-z]{2}(?:-[a-z]+)+-\d)\.amazonaws\.com/.exec(issuer)?.[1] ?? ofPartition;
  return { region, account: account as AccountId };
}

function servedDocuments({ discovery, keySet }: IssuerDocuments, issuer: string): ReadonlyMap<string, string> {
  const base = issuer.replace(/\/$/, "");
  const jwksUri = discovery === null ? `${base}/keys` : String(membersOf(discovery.text)?.jwks_uri);
  return new Map([
    [`${base}/.well-known/openid-configuration`, discovery?.text ?? standInDiscovery(issuer, jwksUri)],
    [jwksUri, keySet.text],
  ]);
}

function standInDiscovery(issuer: string, jwksUri: string): string {
  const lists = { response_types_supported: ["id_token"], subject_types_supported: ["public"], id_token_signing_alg_values_supported: ["RS256"] };
  return JSON.stringify({ issuer, jwks_uri: jwksUri, ...lists });
}

function assumptions(
  { issuer: givenIssuer, audiences, documents, trustPolicy }: VerificationRequest,
  { issuer, account, clientIds }: { readonly issuer: string; readonly account: AccountId; readonly clientIds: readonly string[] },
): readonly string[] {
  return [
    ...(givenIssuer === null ? [`account ${account} has an OIDC provider for the token's own issuer, ${issuer} (--issuer)`] : []),
    ...(audiences.length === 0 ? [`its client id is ${clientIds.join(", ")} (--audience)`] : []),
    ...(documents.discovery === null ? ["the discovery document names this key set (--issuer-documents)"] : []),
    "the issuer's certificate is publicly signed; role ARN, session name and duration of the call are good",
    ...(trustPolicy === null ? ["the role exists, and its trust policy lets this token in (--trust-policy)"] : []),
  ];
}
