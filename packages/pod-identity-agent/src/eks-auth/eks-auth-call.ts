import type { CheckRecord, Clock, HttpRequest, Span } from "@irsa-sim/core";
import type { Authenticate, Iam } from "@irsa-sim/iam";
import type { ClusterIdentity } from "./cluster-identity.js";
import type { EksAuthFault } from "./eks-auth-fault.js";

/** What the checks of one call share. */
export interface EksAuthCall {
  readonly request: HttpRequest;
  readonly span: Span;
  readonly region: string;
  readonly clock: Clock;
  readonly iam: Iam;
  readonly authenticate: Authenticate;
  readonly cluster: ClusterIdentity;
  /** The pod's. */
  readonly token: string;
}

/** Records that a check passed. */
export function pass({ span }: EksAuthCall, record: Omit<CheckRecord, "passed">): void {
  span.check({ ...record, passed: true });
}

/** Records that a check failed, and gives back what the caller is told. */
export function fail({ span }: EksAuthCall, record: Omit<CheckRecord, "passed">, fault: EksAuthFault): EksAuthFault {
  span.check({ ...record, passed: false });
  return fault;
}
