import type { EpochSeconds, Json, JsonObject } from "@irsa-sim/core";
import type { ClaimRule } from "./claim-rule.js";
import { AWS_CLAIMS } from "./claims/aws-claims.js";
import { KUBERNETES_CLAIMS } from "./claims/kubernetes-claims.js";
import { REGISTERED_CLAIMS } from "./claims/registered-claims.js";

/** A claim, explained. */
export interface ExplainedClaim {
  /** The claim's name, and that of a member. */
  readonly path: readonly string[];
  readonly value: Json;
  /** One sentence. */
  readonly says: string;
  /** The checks of STS that read it, by id; empty when none does. */
  readonly readBy: readonly string[];
  /** As a trust policy writes it; `null` when no condition can ask for it. */
  readonly conditionKey: string | null;
}

const RULES = [...REGISTERED_CLAIMS, ...KUBERNETES_CLAIMS, ...AWS_CLAIMS];
/** Its members are told one by one. */
const NESTED = "kubernetes.io";

/** Explains every claim of a token: the known ones in the order in which they are told, then the others. */
export function explainClaims(claims: JsonObject, now: EpochSeconds): readonly ExplainedClaim[] {
  const entries = entriesOf(claims);
  const explained = entries.map(({ path, value }) => explain({ path, value }, { now, claims }));
  return explained.toSorted((one, other) => rank(one.path) - rank(other.path));
}

interface Entry {
  readonly path: readonly string[];
  readonly value: Json;
}

function entriesOf(claims: JsonObject): readonly Entry[] {
  return Object.entries(claims).flatMap(([name, value]) => {
    const isNested = name === NESTED && typeof value === "object" && value !== null && !Array.isArray(value);
    return isNested ? Object.entries(value).map(([member, inner]) => ({ path: [name, member], value: inner })) : [{ path: [name], value }];
  });
}

function explain({ path, value }: Entry, context: { readonly now: EpochSeconds; readonly claims: JsonObject }): ExplainedClaim {
  const rule = findRule(path);
  if (rule === undefined) return { path, value, says: "not a claim of Kubernetes, and STS does not look at it", readBy: [], conditionKey: null };
  const { iss } = context.claims;
  const key = rule.conditionKey;
  const conditionKey = key === undefined || typeof iss !== "string" ? null : `${iss.replace(/^https:\/\//, "")}:${key}`;
  return { path, value, says: rule.explain(value, context), readBy: rule.readBy ?? [], conditionKey };
}

function findRule(path: readonly string[]): ClaimRule | undefined {
  return RULES.find((rule) => rule.path.join("\n") === path.join("\n"));
}

function rank(path: readonly string[]): number {
  const index = RULES.findIndex((rule) => rule.path.join("\n") === path.join("\n"));
  return index === -1 ? RULES.length : index;
}
