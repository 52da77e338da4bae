import { expect, test } from "vitest";
import { createMetrics } from "./metrics.js";

const USED = (value: number): string =>
  `# HELP pod_identity_webhook_used Indicator to know if the webhook is used.\n# TYPE pod_identity_webhook_used gauge\npod_identity_webhook_used ${value}\n`;
const MISSING = (value: number): string =>
  `# HELP pod_identity_webhook_missing_sa_count Indicator that the webhook saw an unknown ServiceAccount.\n# TYPE pod_identity_webhook_missing_sa_count counter\npod_identity_webhook_missing_sa_count ${value}\n`;

test("a webhook that did nothing has no families of requests and pods", () => {
  expect(createMetrics().render(false)).toBe(MISSING(0) + USED(0));
});

test("every family, samples in the order of their labels", () => {
  const metrics = createMetrics();
  metrics.request("post", "/mutate", 415);
  metrics.request("post", "/mutate", 200);
  metrics.request("post", "/mutate", 200);
  metrics.request("get", "/debug/alpha/500", 500);
  metrics.pod("sts_web_identity");
  metrics.pod("container_credentials");
  metrics.missingServiceAccount();
  metrics.missingServiceAccount();
  expect(metrics.render(true)).toBe(
    [
      "# HELP http_request_count Counter of requests broken out for each verb, path, and response code.\n# TYPE http_request_count counter\n",
      'http_request_count{code="200",path="/mutate",verb="post"} 2\n',
      'http_request_count{code="415",path="/mutate",verb="post"} 1\n',
      'http_request_count{code="500",path="/debug/alpha/500",verb="get"} 1\n',
      MISSING(2),
      "# HELP pod_identity_webhook_pod_count Indicator to how many pods were mutated.\n# TYPE pod_identity_webhook_pod_count counter\n",
      'pod_identity_webhook_pod_count{method="container_credentials"} 1\npod_identity_webhook_pod_count{method="sts_web_identity"} 1\n',
      USED(1),
    ].join(""),
  );
});
