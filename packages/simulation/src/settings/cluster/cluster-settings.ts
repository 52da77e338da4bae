import { strictObject } from "@irsa-sim/core/schema";
import type { z } from "zod";
import { clockSkews } from "./clock-skews/schema.js";
import { name, region } from "./identity/schema.js";
import { instanceMetadata, metadataAgent, podIdentityAgent } from "./instance-metadata/schema.js";
import { describeIssuer } from "./issuer/describe-issuer.js";
import { flavour, issuer, issuerId } from "./issuer/schema.js";
import { network } from "./network/schema.js";
import { compute, instanceId, node, nodeOs, version } from "./node/schema.js";
import { maxTokenExpirationSeconds } from "./token-expiration/schema.js";
import { extendTokenExpiration } from "./token-extension/schema.js";

/** What is said of a cluster, its control plane and its node, wherever its name stands. */
export const clusterShape = {
  version,
  region,
  issuerId,
  flavour,
  issuer,
  node,
  nodeOs,
  instanceId,
  instanceMetadata,
  compute,
  metadataAgent,
  podIdentityAgent,
  network,
  maxTokenExpirationSeconds,
  extendTokenExpiration,
  clockSkews,
};

/** The cluster, its control plane and its node. */
export const clusterSettings = strictObject({ name, ...clusterShape })
  .superRefine(checkFlavour)
  .transform((cluster) => ({ ...cluster, issuer: describeIssuer(cluster) }));

/** Holds what a cluster says of its issuer against who runs its control plane. */
export function checkFlavour(
  { flavour: written, issuer: own }: { readonly flavour: z.output<typeof flavour>; readonly issuer?: z.output<typeof issuer> },
  context: z.RefinementCtx,
): void {
  if (written === "self-hosted" && own === undefined)
    context.addIssue({ code: "custom", path: ["flavour"], message: "self-hosted together with issuer, which says where the documents are" });
  if (written === "eks" && own !== undefined)
    context.addIssue({ code: "custom", path: ["issuer"], message: "no issuer, since EKS makes its own from issuerId" });
}
