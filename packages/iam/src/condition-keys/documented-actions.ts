import type { Json } from "@irsa-sim/core";
import { matchPattern, parsePattern } from "@irsa-sim/core/patterns";
import { policyValues } from "../evaluation/policy-values.js";
import type { Statement } from "../evaluation/statement.js";
import { IAM_KEYS } from "./documented/iam.js";
import { KMS_KEYS } from "./documented/kms.js";
import type { DocumentedKeys } from "./documented/read-documented-keys.js";
import { S3_KEYS } from "./documented/s3.js";
import { STS_KEYS } from "./documented/sts.js";

/** What is documented of services, by their prefix. */
export type DocumentedServices = ReadonlyMap<string, DocumentedKeys>;

/** The services whose actions are carried out here. */
export const OWN_SERVICES: DocumentedServices = new Map([
  ["s3", S3_KEYS],
  ["sts", STS_KEYS],
  ["iam", IAM_KEYS],
  ["kms", KMS_KEYS],
]);

/** The actions that a statement is about. */
export interface NamedActions {
  /** As the policy writes them. */
  readonly written: readonly string[];
  /** Prefixes of services. */
  readonly services: readonly string[];
  /** Whether all of them are known here, so that what is not among their keys is in no request. */
  readonly areKnown: boolean;
  /** Keys that are documented for at least one of them. */
  readonly keys: readonly string[];
}

/** What is documented of the actions of a statement; of `*` and `NotAction` nothing is said. */
export function namedActions({ Action: action }: Statement, documented: DocumentedServices): NamedActions {
  const written = policyValues(action ?? ([] as Json));
  const services = [...new Set(written.map((name) => name.split(":")[0]?.toLowerCase() ?? ""))];
  const keys = written.flatMap((name) => keysOf(name, documented));
  return { written, services, areKnown: written.length > 0 && services.every((service) => documented.has(service)), keys: [...new Set(keys)] };
}

/** Every documented key of a service; `null` for one of which nothing is known here. */
export function keysOfService(service: string, documented: DocumentedServices): readonly string[] | null {
  const actions = documented.get(service);
  return actions === undefined ? null : [...new Set([...actions.values()].flat())];
}

function keysOf(written: string, documented: DocumentedServices): readonly string[] {
  const [service = "", name = ""] = written.toLowerCase().split(":");
  const pattern = parsePattern(name);
  return [...(documented.get(service) ?? [])].flatMap(([action, keys]) => (matchPattern(pattern, action.toLowerCase()) ? keys : []));
}
