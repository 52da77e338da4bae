import { bodyText } from "@irsa-sim/core";
import { expect, test } from "vitest";
import { playSmallWorld } from "../settings/play-small-world.test-support.js";

test("who asks the webhook's second port is told how many pods it has changed", async () => {
  const { clock, developer, trace } = await playSmallWorld({});
  const response = await clock.run(() => developer.fetch("Metrics", "http://pod-identity-webhook.default.svc:9999/metrics", trace.root));
  expect(bodyText(response)).toContain('\npod_identity_webhook_pod_count{method="sts_web_identity"} 1\n');
});
