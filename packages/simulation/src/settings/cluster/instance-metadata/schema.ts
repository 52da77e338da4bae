/** The node's instance metadata service, and what may stand in front of it. */
import { choice, flag, integer, strictObject } from "@irsa-sim/core/schema";

export const instanceMetadata = strictObject({
  endpoint: choice(["enabled", "disabled"]).default("enabled").describe("whether the service answers; enabled when left out"),
  tokens: choice(["required", "optional"]).default("required").describe("required for version 2 only; required when left out"),
  hopLimit: integer(1, 64).default(2).describe("2 lets pods in, 1 keeps them out; 2 when left out"),
})
  .prefault({})
  .describe("the node's instance metadata service");

export const podIdentityAgent = flag()
  .default(false)
  .describe(
    "whether the agent of EKS Pod Identity runs on the nodes, which needs eks-auth:AssumeRoleForPodIdentity for their role; never on fargate, and nowhere when left out",
  );

export const metadataAgent = choice(["kiam"])
  .optional()
  .describe(
    "an agent on the node that answers pods in the place of instance metadata, with the role of their annotation iam.amazonaws.com/role; none when left out",
  );
