import { duration, parseDuration } from "@irsa-sim/core/schema";
import { defineFault } from "./fault.js";

/** The webhook's watch of service accounts lags, as under load or just after its start: what is created now is in its cache only later. */
export const webhookWatchDelayed = defineFault(
  duration.describe("how long after each change of a service account the webhook hears of it; 0s for at once"),
  (world, written) => {
    const delayMs = parseDuration(written) ?? 0;
    world.delayWebhookWatch(delayMs);
    world.trace.root.enter("The webhook's watch lags", { step: null, actor: "simulator" }).note("webhook.watch-delayed", { delayMs });
  },
);
