import { parseFlags, type WebhookSettings } from "@irsa-sim/webhook-mutator";
import type { WorldDescription } from "../../world-description.js";

/** What the webhook reads from its command line; flags that are settings of their own stand before the others. */
export function parseWebhookFlags({ region, stsRegionalEndpoints, flags }: WorldDescription["webhook"]): WebhookSettings {
  const parsed = parseFlags([
    `--aws-default-region=${region}`,
    `--sts-regional-endpoint=${stsRegionalEndpoints}`,
    "--watch-container-credentials-config=/etc/webhook/container-credentials.json",
    ...flags,
  ]);
  if ("problem" in parsed) throw new Error(`the schema let the webhook's flags through: ${parsed.problem}`);
  return parsed.settings;
}
