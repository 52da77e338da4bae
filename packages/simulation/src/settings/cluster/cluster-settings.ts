import { strictObject } from "@irsa-sim/core/schema";
import { clockSkews } from "./clock-skews/schema.js";
import { name, region } from "./identity/schema.js";
import { instanceMetadata, metadataAgent } from "./instance-metadata/schema.js";
import { describeIssuer } from "./issuer/describe-issuer.js";
import { flavour, issuer, issuerId } from "./issuer/schema.js";
import { network } from "./network/schema.js";
import { compute, instanceId, node, nodeOs, version } from "./node/schema.js";
import { maxTokenExpirationSeconds } from "./token-expiration/schema.js";
import { extendTokenExpiration } from "./token-extension/schema.js";

/** The cluster, its control plane and its node. */
export const clusterSettings = strictObject({
  name,
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
  network,
  maxTokenExpirationSeconds,
  extendTokenExpiration,
  clockSkews,
})
  .superRefine(({ flavour, issuer }, context) => {
    if (flavour === "self-hosted" && issuer === undefined)
      context.addIssue({ code: "custom", path: ["flavour"], message: "self-hosted together with issuer, which says where the documents are" });
    if (flavour === "eks" && issuer !== undefined)
      context.addIssue({ code: "custom", path: ["issuer"], message: "no issuer, since EKS makes its own from issuerId" });
  })
  .transform((cluster) => ({ ...cluster, issuer: describeIssuer(cluster) }));
