import type { Json } from "@irsa-sim/core";

/** The service account that `sub` names. */
export interface ServiceAccountSubject {
  readonly namespace: string;
  readonly serviceAccount: string;
}

/** Reads `system:serviceaccount:NAMESPACE:NAME`; `null` for anything else. */
export function readSubject(value: Json | undefined): ServiceAccountSubject | null {
  const [, namespace, serviceAccount] = typeof value === "string" ? (/^system:serviceaccount:([^:]+):([^:]+)$/.exec(value) ?? []) : [];
  return namespace === undefined || serviceAccount === undefined ? null : { namespace, serviceAccount };
}
