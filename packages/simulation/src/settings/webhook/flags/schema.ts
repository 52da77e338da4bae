/** The webhook's command line. */
import { flag, list, pattern, regionName } from "@irsa-sim/core/schema";
import { parseFlags } from "@irsa-sim/webhook-mutator";

const webhookFlag = pattern(/^--\S+$/, "a flag such as --token-expiration=3600").refine((written) => "settings" in parseFlags([written]), {
  error: "a flag of the webhook with a value that it takes, such as --token-expiration=3600",
});

export const region = regionName.default("").describe("--aws-default-region: the region that the webhook gives to pods; none when empty");

export const stsRegionalEndpoints = flag().default(false).describe("--sts-regional-endpoint: whether pods are told to call STS in their region");

export const flags = list(webhookFlag, "a list of flags").default([]).describe("more flags of the webhook, such as --token-expiration=3600");
