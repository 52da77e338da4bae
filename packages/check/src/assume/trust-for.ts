import { type LocatedNode, objectAt, scalarAt } from "@irsa-sim/documents";
import { ASSUMED } from "./assumptions.js";

/** Whom a trust policy is made for. */
export interface Trusted {
  readonly subject: string;
  readonly account: string;
  /** Without its scheme. */
  readonly issuer: string;
  readonly partition: string;
}

/** A trust policy as it should be for a workload whose role is not given. */
export function trustFor({ subject, account, issuer, partition }: Trusted): LocatedNode {
  const text = (value: string): LocatedNode => scalarAt(ASSUMED, value);
  const statement = objectAt(ASSUMED, {
    Effect: text("Allow"),
    Principal: objectAt(ASSUMED, { Federated: text(`arn:${partition}:iam::${account}:oidc-provider/${issuer}`) }),
    Action: text("sts:AssumeRoleWithWebIdentity"),
    Condition: objectAt(ASSUMED, { StringEquals: objectAt(ASSUMED, { [`${issuer}:sub`]: text(subject) }) }),
  });
  return objectAt(ASSUMED, { Version: text("2012-10-17"), Statement: statement });
}
