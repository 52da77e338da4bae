/** Which roles pods get by EKS Pod Identity. */
import { list, namespace, strictObject, text } from "@irsa-sim/core/schema";
import { iamName } from "../iam-name.js";

export const podIdentityAssociations = list(
  strictObject({
    cluster: text("a cluster's name").optional().describe("the cluster; the first when left out"),
    namespace: namespace.default("default"),
    serviceAccount: text("the service account's name").describe("name of the service account"),
    role: iamName.describe("name of the role in the cluster's account that its pods get"),
  }),
  "a list of associations",
)
  .default([])
  .describe("associations of EKS Pod Identity that are there from the beginning; the webhook gives pods of their service accounts the agent's address");
