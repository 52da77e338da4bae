/** Which webhook somebody installed, if anybody did. */
import { flag } from "@irsa-sim/core/schema";
import { minor } from "../../minor.js";

export const absent = flag().default(false).describe("true for a cluster on which nobody installed the webhook, as can be where EKS does not");

export const kubernetesVersion = minor.describe(
  "the Kubernetes version with whose types the webhook was built: it drops newer fields of containers; a current one when left out",
);
