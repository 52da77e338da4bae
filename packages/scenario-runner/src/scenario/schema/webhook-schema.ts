import { flag, list, minorVersion, pattern, strictObject, text } from "@irsa-sim/core/schema";
import { parseFlags } from "@irsa-sim/webhook-mutator";
import { regionName } from "./region-name.js";

const webhookFlag = pattern(/^--\S+$/, "a flag such as --token-expiration=3600").refine((written) => "settings" in parseFlags([written]), {
  error: "a flag of the webhook with a value that it takes, such as --token-expiration=3600",
});

/** The pod identity webhook. */
export const webhookSchema = strictObject({
  absent: flag().optional().describe("true for a cluster on which nobody installed the webhook, as can be where EKS does not"),
  region: regionName.describe("--aws-default-region: the region that the webhook gives to pods; none when empty"),
  stsRegionalEndpoints: flag().describe("--sts-regional-endpoint: whether pods are told to call STS in their region"),
  flags: list(webhookFlag, "a list of flags").optional().describe("more flags of the webhook, such as --token-expiration=3600"),
  kubernetesVersion: minorVersion
    .optional()
    .describe("the Kubernetes version with whose types the webhook was built: it drops newer fields of containers; a current one when left out"),
  containerCredentials: list(
    strictObject({ namespace: text("a namespace"), serviceAccount: text("a service account") }),
    "a list of namespaces and service accounts",
  )
    .optional()
    .describe("service accounts that get EKS Pod Identity instead, as the webhook's file lists them"),
});
