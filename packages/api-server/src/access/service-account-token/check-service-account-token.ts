import type { Clock, Span } from "@irsa-sim/core";
import type { ObjectStore } from "../../storage/object-store.js";
import { resourceOf } from "../../storage/resources.js";
import type { TokenOutcome } from "../token-outcome.js";
import { ClaimsError, decodeClaims } from "./decode-claims.js";
import { findClaimsProblem, sharedAudiences, type TokenProblem } from "./find-claims-problem.js";
import { findObjectProblem, type ReadObject } from "./find-object-problem.js";
import { parseToken } from "./parse-token.js";
import type { ServiceAccountTokens } from "./service-account-tokens.js";
import type { TokenClaims } from "./token-claims.js";
import { userOf } from "./user-of.js";

/** What the check works with. */
export interface TokenCheckContext {
  readonly options: ServiceAccountTokens;
  readonly store: ObjectStore;
  readonly clock: Clock;
  readonly span: Span;
}

const SIGNATURE_PROBLEMS = {
  "no-keys": "invalid signature, no keys found",
  "bad-signature": "go-jose/go-jose: error in cryptographic primitive",
} as const;

/**
 * Takes a token through every check, in the authenticator's order.
 *
 * @returns `null` for a token that is none of these issuers'
 * @see kubernetes-tokens.md, section 4
 */
export async function checkServiceAccountToken(token: string, wantedAudiences: readonly string[], context: TokenCheckContext): Promise<TokenOutcome | null> {
  const unverified = parseToken(token, context.options.issuers);
  if (unverified === null) return null;
  const checked = await check(token, { unverified, wantedAudiences }, context);
  const problem = "problem" in checked ? checked.problem : null;
  context.span.check({
    check: "api-server.service-account-token",
    title: "service account token is good",
    passed: problem === null,
    expected: { value: `signed by a published key, for ${wantedAudiences.join(", ")}, in time, of what is still there` },
    actual: { value: problem?.message ?? subjectOf(checked) },
    ...(problem === null ? {} : { reason: problem.rule }),
  });
  if ("problem" in checked) return { problem: checked.problem.message };
  const { claims } = checked;
  recordUse(claims, context);
  return { user: userOf(claims), audiences: sharedAudiences(claims, { wantedAudiences, apiAudiences: context.options.apiAudiences }) };
}

type CheckedClaims = { readonly claims: TokenClaims } | { readonly problem: TokenProblem };

async function check(
  token: string,
  { unverified, wantedAudiences }: { readonly unverified: string; readonly wantedAudiences: readonly string[] },
  { options, store, clock }: TokenCheckContext,
): Promise<CheckedClaims> {
  // Line ends count for nothing in what is decoded, and the signature is over what was.
  const signature = await options.checkSignature(token.replaceAll(/[\r\n]/g, ""));
  if (signature !== "verified") return { problem: { rule: "signature", message: SIGNATURE_PROBLEMS[signature] } };
  const read = readClaims(unverified);
  if ("problem" in read) return read;
  const now = clock.now();
  const object: ReadObject = (kind, namespace, name) => store.read(resourceOf(kind), namespace, name)?.metadata ?? null;
  const problem = findClaimsProblem(read.claims, { ...options, wantedAudiences, now }) ?? findObjectProblem(read.claims["kubernetes.io"], object, now);
  return problem === null ? read : { problem };
}

function readClaims(unverified: string): CheckedClaims {
  try {
    return { claims: decodeClaims(unverified) };
  } catch (error) {
    if (!(error instanceof ClaimsError)) throw error;
    return { problem: { rule: "claims", message: error.message } };
  }
}

function subjectOf(checked: CheckedClaims): string {
  return "claims" in checked ? checked.claims.sub : "";
}

/** The audit annotations of a use (section 1.8). */
function recordUse({ sub, aud, "kubernetes.io": { warnafter } }: TokenClaims, { clock, span }: TokenCheckContext): void {
  const now = Math.floor(clock.now() / 1000);
  if (aud === undefined) span.note("api-server.audit", { "authentication.k8s.io/legacy-token": sub });
  if (warnafter === undefined || now <= warnafter) return;
  span.note("api-server.audit", { "authentication.k8s.io/stale-token": `subject: ${sub}, seconds after warning threshold: ${now - warnafter}` });
}
