import type { JsonObject, Span } from "@irsa-sim/core";
import type { KubernetesStatus } from "../kubernetes-status.js";
import type { ObjectReader } from "../ports.js";
import type { TokenRequest } from "../token-request.js";

/** What every check looks at. */
export interface CheckContext {
  readonly span: Span;
  readonly objects: ObjectReader;
  /** Of the URL. */
  readonly namespace: string;
  /** Of the URL: the service account. */
  readonly name: string;
  readonly request: TokenRequest;
  /** Whether a wrong uid of the account refuses, or is only warned of. */
  readonly refusesOtherAccountUid: boolean;
  /** Whether tokens can be bound to a Node. */
  readonly bindsToNodes: boolean;
}

/** The parts of an object's metadata that a token speaks of. */
export interface ObjectIdentity {
  readonly name: string;
  readonly uid: string;
}

/** Name and uid of a stored object. */
export function identityOf(object: JsonObject): ObjectIdentity {
  const { name, uid } = object.metadata as unknown as ObjectIdentity;
  return { name, uid };
}

/**
 * Records how a check came out and refuses when it failed.
 *
 * @throws {KubernetesStatus} `refusal`, when the check did not pass
 */
export function enforce(
  span: Span,
  record: { readonly check: string; readonly title: string; readonly expected: string; readonly actual: string },
  refusal: KubernetesStatus | null,
): void {
  const passed = refusal === null;
  span.check({
    check: record.check,
    title: record.title,
    passed,
    expected: { value: record.expected },
    actual: { value: record.actual },
    ...(passed ? {} : { reason: refusal.reason }),
  });
  if (!passed) throw refusal;
}
