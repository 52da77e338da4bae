import { type Arn, type Clock, partitionOf } from "@irsa-sim/core";
import type { IamAccounts } from "@irsa-sim/iam";
import { issuerOf } from "../../cluster/issuer/issuer-of.js";
import type { WorldDescription } from "../../world-description.js";

/** Adds one provider per cluster of before: `oidc.eks.eu-west-1.amazonaws.com/id/` and its number, in hex. */
export function addOtherOidcProviders(iam: IamAccounts, { aws, cluster }: WorldDescription, clock: Clock): void {
  const providers = iam.account(aws.account)?.oidcProviders;
  for (let number = 1; number <= aws.otherOidcProviders; number += 1) {
    const url = issuerOf(cluster.region, number.toString(16).toUpperCase().padStart(32, "0"));
    const arn = `arn:${partitionOf(cluster.region)}:iam::${aws.account}:oidc-provider/${url}` as Arn;
    providers?.set(url, { arn, url, clientIds: ["sts.amazonaws.com"], thumbprints: [], createdAt: clock.now() });
  }
}
