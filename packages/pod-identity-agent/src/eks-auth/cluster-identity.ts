import type { Arn } from "@irsa-sim/core";

/** An association of EKS Pod Identity: which role the pods of a service account get. */
export interface Association {
  /** `a-` and 17 letters and digits. */
  readonly id: string;
  readonly namespace: string;
  readonly serviceAccount: string;
  readonly roleArn: Arn;
}

/** A cluster as EKS Auth knows it. */
export interface ClusterIdentity {
  readonly name: string;
  /** `arn:aws:eks:eu-west-1:111122223333:cluster/demo`. */
  readonly arn: string;
  /** What its tokens say of their issuer. */
  readonly issuer: string;
  /** Holds a token's signature against the keys that the cluster publishes. */
  checkSignature(token: string): Promise<"verified" | "no-keys" | "bad-signature">;
  /** `null` for a service account without one. */
  findAssociation(account: Pick<Association, "namespace" | "serviceAccount">): Association | null;
}
