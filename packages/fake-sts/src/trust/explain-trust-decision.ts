/**
 * Puts a trust policy's decision in two values that can be compared: what the decisive statement wants, and what the token or the request has.
 * Nothing is evaluated here a second time.
 */
import type { Finding, SourceReference } from "@irsa-sim/core";
import type { ElementResult, OpenIdConnectProvider, PolicyDecision, Role, StatementResult } from "@irsa-sim/iam";

/** Why a trust policy refused; `role-missing` is added by the check itself. */
type TrustRefusal =
  | "explicit-deny"
  | "no-statement"
  | "principal-differs"
  | "action-differs"
  | "resource-differs"
  | "condition-value-differs"
  | "condition-key-missing"
  | "condition-variable-unset"
  | "condition-operator-unknown";

/** A decision, explained. */
export interface TrustExplanation {
  /** `null` when the role may be assumed. */
  readonly reason: TrustRefusal | null;
  readonly expected: Finding;
  readonly actual: Finding;
  /** Of the condition that decided, as the policy spells it: `StringEquals`. */
  readonly operator?: string;
  /** Of the condition that decided, as the policy spells it. */
  readonly conditionKey?: string;
}

/** Where the compared values were read. */
interface Sources {
  readonly role: Role;
  readonly provider: OpenIdConnectProvider;
  /** Whether the token has an `azp`, which `:aud` then means. */
  readonly azp: boolean;
  /** `sts:AssumeRoleWithWebIdentity`, or what must be allowed beside it. */
  readonly action: string;
}

/** Explains a decision by its decisive statement: the first element that did not match or, when all did, the condition on `sub`. */
export function explainTrustDecision({ decisive, outcome }: PolicyDecision, sources: Sources): TrustExplanation {
  if (decisive === null) return explainNothing(sources);
  if (outcome === "explicit-deny") return explainDeny(decisive);
  const element = decisive.elements.find(({ matched }) => !matched) ?? mostTelling(decisive);
  if (element === undefined) throw new Error(`${decisive.policy}${decisive.pointer} was evaluated without elements`);
  const actual = actualOf(element, sources);
  const isOfToken = actual.from?.file === "token";
  return {
    reason: outcome === "allowed" ? null : refusalOf(element),
    expected: { value: element.expected.join(", "), from: { file: decisive.policy, pointer: isOfToken ? decisivePointer(element) : element.pointer } },
    actual,
    ...(element.operator === undefined ? {} : { operator: element.operator }),
    ...(element.conditionKey === undefined ? {} : { conditionKey: element.conditionKey }),
  };
}

function explainNothing({ role, action }: Sources): TrustExplanation {
  const from = { file: role.trustPolicy.source, pointer: "/Statement" };
  return { reason: "no-statement", expected: { value: `a statement that allows ${action}`, from }, actual: { value: "none", from } };
}

function explainDeny({ policy, pointer, sid }: StatementResult): TrustExplanation {
  const from = { file: policy, pointer };
  return { reason: "explicit-deny", expected: { value: "no Deny statement that applies", from }, actual: { value: sid ?? pointer, from } };
}

/** Of an allowing statement: the service account that it names, if it names one. */
function mostTelling({ elements }: StatementResult): ElementResult | undefined {
  return elements.find(({ conditionKey }) => conditionKey?.toLowerCase().endsWith(":sub")) ?? elements.at(-1);
}

/** Of a condition on a claim that failed: its operator where that alone can be meant, because it shuts out what is listed or compares no text, else its values. */
function decisivePointer({ matched, operator = "", pointer }: ElementResult): string {
  return matched || operator === "" || LETS_TEXT_IN.test(operator) ? pointer : pointer.slice(0, pointer.lastIndexOf("/"));
}

const LETS_TEXT_IN = /^(For(Any|All)Values?:)?String(?!Not)/i;

const REFUSALS = {
  Principal: "principal-differs",
  Action: "action-differs",
  Resource: "resource-differs",
  "value-differs": "condition-value-differs",
  "key-missing": "condition-key-missing",
  "variable-unset": "condition-variable-unset",
  "unknown-operator": "condition-operator-unknown",
} as const satisfies { readonly [key: string]: TrustRefusal };

function refusalOf({ element, reason }: ElementResult): TrustRefusal {
  return element === "Condition" ? REFUSALS[reason ?? "value-differs"] : REFUSALS[element];
}

function actualOf({ element, conditionKey, actual }: ElementResult, sources: Sources): Finding {
  const value = actual.join(", ") || "none";
  const from = conditionKey === undefined ? sourceOfElement(element, sources) : sourceOfKey(conditionKey, sources);
  return from === null ? { value } : { value, from };
}

function sourceOfElement(element: ElementResult["element"], { provider }: Sources): SourceReference | null {
  return element === "Principal" ? { file: `oidc-provider/${provider.url}`, pointer: "/Arn" } : null;
}

/** A key of this provider comes from the token, whatever case the policy writes it in; keys of AWS itself come from no document. */
function sourceOfKey(key: string, { provider, azp }: Sources): SourceReference | null {
  const colon = key.lastIndexOf(":");
  const name = key.slice(colon + 1).toLowerCase();
  if (key.slice(0, colon).toLowerCase() === provider.url.toLowerCase()) return { file: "token", pointer: claimOf(name, azp) };
  return key.toLowerCase() === "sts:rolesessionname" ? { file: "request", pointer: "RoleSessionName" } : null;
}

function claimOf(name: string, azp: boolean): string {
  if (name === "oaud") return "aud";
  return name === "aud" && azp ? "azp" : name;
}
