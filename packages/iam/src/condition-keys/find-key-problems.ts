/** Condition keys of a policy that no request here ever has, told before the policy is used. */
import { type Json, type JsonObject, nearestNames } from "@irsa-sim/core";
import { jsonPointer } from "../evaluation/json-pointer.js";
import { type Statement, statementsOf } from "../evaluation/statement.js";
import { type DocumentedServices, keysOfService, type NamedActions, namedActions, OWN_SERVICES } from "./documented-actions.js";
import { GLOBAL_KEYS, type KeySource, SERVICE_KEYS, TOKEN_CLAIMS } from "./key-sources.js";
import { isKey } from "./match-key.js";

/** A key, and why a condition on it sees no value. */
export interface KeyProblem {
  /** As the policy writes it. */
  readonly key: string;
  /** JSON pointer into the policy. */
  readonly pointer: string;
  /** `unknown`: AWS documents no such key; `other-action`: not for the statement's actions; `not-simulated`: AWS may have a value, the simulation has none. */
  readonly reason: "unknown" | "other-action" | "not-simulated";
  readonly actions: readonly string[];
  /** The key that may have been meant; `null` when none is near. */
  readonly nearest: string | null;
}

/** Services beside those whose actions are carried out here. */
export interface FurtherServices {
  readonly documented: DocumentedServices;
  /** Of their keys those that requests give a value, in lower case. */
  readonly given: ReadonlySet<string>;
}

const NONE: FurtherServices = { documented: new Map(), given: new Set() };

/**
 * Looks at each key of each condition.
 *
 * @param document a policy of any kind; what has not the form of a statement is passed over
 */
export function findKeyProblems(document: JsonObject, { documented, given }: FurtherServices = NONE): readonly KeyProblem[] {
  const known: FurtherServices = { documented: new Map([...OWN_SERVICES, ...documented]), given };
  return statementsOf(document).flatMap(({ statement, pointer }) => {
    const actions = namedActions(statement, known.documented);
    return keysIn(statement, pointer).flatMap(({ key, pointer: at }) => {
      const problem = decideKey(key, actions, known);
      return problem === null ? [] : [{ key, pointer: at, actions: actions.written, ...problem }];
    });
  });
}

const OF_SERVICES = /^aws:(SourceArn|SourceAccount|PrincipalServiceName|PrincipalIsAWSService|RequestTag\/.+|TagKeys)$/i;

function keysIn({ Condition: condition, Principal: principal }: Statement, pointer: string): readonly { readonly key: string; readonly pointer: string }[] {
  // Of a service's own calls, EKS Pod Identity's among them, more is known than of others.
  const isForService = Object.hasOwn(members(principal), "Service");
  return Object.entries(members(condition)).flatMap(([operator, keys]) =>
    Object.keys(members(keys))
      .filter((key) => !(isForService && OF_SERVICES.test(key)))
      .map((key) => ({ key, pointer: jsonPointer(pointer, "Condition", operator, key) })),
  );
}

function members(value: Json | undefined): JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as JsonObject) : {};
}

type Decision = Pick<KeyProblem, "reason" | "nearest"> | null;

/** Keys that stand for tags of a request or a resource are there for some actions only. */
const OF_SOME_ACTIONS = ["aws:RequestTag/<TagKey>", "aws:TagKeys", "aws:ResourceTag/<TagKey>"];

function decideKey(key: string, actions: NamedActions, { documented: services, given }: FurtherServices): Decision {
  const global = [...GLOBAL_KEYS].find(([documented]) => isKey(key, documented));
  if (global !== undefined) {
    const isMissing = actions.areKnown && OF_SOME_ACTIONS.includes(global[0]) && !actions.keys.includes(global[0]);
    return isMissing ? { reason: "other-action", nearest: null } : bySource(global[1]);
  }
  const documented = actions.keys.find((one) => isKey(key, one));
  if (documented !== undefined) return isClaim(key) || given.has(documented.toLowerCase()) ? null : bySource(SERVICE_KEYS.get(documented) ?? "not simulated");
  const prefix = key.split(":")[0]?.toLowerCase() ?? "";
  if (prefix === "aws") return unknown(key, [...GLOBAL_KEYS.keys()]);
  if (prefix.includes(".")) return decideClaim(key);
  const ofService = keysOfService(prefix, services);
  if (ofService === null) return decideForeign(key, prefix, actions);
  if (!ofService.some((one) => isKey(key, one))) return unknown(key, actions.keys.length > 0 ? actions.keys : ofService);
  return actions.areKnown ? { reason: "other-action", nearest: null } : null;
}

function bySource(source: KeySource): Decision {
  return source === "not simulated" ? { reason: "not-simulated", nearest: null } : null;
}

function unknown(key: string, names: readonly string[]): Decision {
  const [nearest = null] = nearestNames(key, names);
  return { reason: "unknown", nearest };
}

/** `oidc.eks.eu-west-1.amazonaws.com/id/EXAMPLE:sub`; an issuer has no scheme, and only some claims are keys. */
function decideClaim(key: string): Decision {
  if (isClaim(key)) return null;
  const colon = key.lastIndexOf(":");
  const [issuer, claim] = colon < 0 ? [key, ""] : [key.slice(0, colon), key.slice(colon + 1)];
  const [nearest = colon < 0 ? "sub" : null] = nearestNames(claim.toLowerCase(), TOKEN_CLAIMS);
  return { reason: "unknown", nearest: nearest === null ? null : `${issuer}:${nearest}` };
}

function isClaim(key: string): boolean {
  return key.includes(".") && TOKEN_CLAIMS.includes(key.slice(key.lastIndexOf(":") + 1).toLowerCase()) && key.includes(":");
}

/** A key of a service of which nothing is known here: it may be right where that service is called, and nowhere else. */
function decideForeign(key: string, prefix: string, { services, areKnown, keys }: NamedActions): Decision {
  if (!key.includes(":")) return unknown(key, keys);
  const withoutHead = key.replace(/^(?:https?:\/\/|arn:[^/]*:oidc-provider\/)/i, "");
  if (withoutHead !== key) return { reason: "unknown", nearest: withoutHead };
  return areKnown && !services.includes(prefix) ? { reason: "other-action", nearest: null } : null;
}
