/**
 * What the webhook counts, as Prometheus text.
 * Leaves out: the collectors of Go and its process; there is no such process.
 * @see webhook.md, section 12
 */
import { createDurations } from "./durations.js";
import { writeFamily } from "./metric-family.js";

/** Counters, kept since the start. */
export interface Metrics {
  /** @param microseconds how long it took */
  request(request: { readonly verb: string; readonly path: string; readonly code: number; readonly microseconds: number }): void;
  pod(method: "sts_web_identity" | "container_credentials"): void;
  missingServiceAccount(): void;
  /** @param isUsed whether any service account ever came in */
  render(isUsed: boolean): string;
}

/** Creates counters at zero. */
export function createMetrics(): Metrics {
  const requests = new Map<string, number>();
  const durations = createDurations();
  const pods = new Map<string, number>();
  const missing = new Map<string, number>();
  let scrapes = 0;
  const count = (counters: Map<string, number>, labels: string): void => {
    counters.set(labels, (counters.get(labels) ?? 0) + 1);
  };
  return {
    request({ verb, path, code, microseconds }) {
      count(requests, `code="${code}",path="${path}",verb="${verb}"`);
      durations.observe(`path="${path}",verb="${verb}"`, microseconds);
    },
    pod: (method) => count(pods, `method="${method}"`),
    missingServiceAccount: () => count(missing, ""),
    render(isUsed) {
      const text = [
        writeFamily("http_request_count", "counter", "Counter of requests broken out for each verb, path, and response code.", requests),
        durations.renderSummary(),
        durations.renderHistogram(),
        writeFamily(
          "pod_identity_webhook_missing_sa_count",
          "counter",
          "Service account did not have the right annotations or was not found in the cache.",
          missing,
        ),
        writeFamily("pod_identity_webhook_pod_count", "counter", "Indicator to how many pods are using sts web identity or container credentials", pods),
        writeFamily("pod_identity_webhook_used", "gauge", "Indicator to know pod identity webhook is used", new Map([["", isUsed ? 1 : 0]])),
        writeFamily("promhttp_metric_handler_requests_in_flight", "gauge", "Current number of scrapes being served.", new Map([["", 1]])),
        writeFamily(
          "promhttp_metric_handler_requests_total",
          "counter",
          "Total number of scrapes by HTTP status code.",
          new Map([200, 500, 503].map((code) => [`code="${code}"`, code === 200 ? scrapes : 0])),
        ),
      ].join("");
      scrapes += 1;
      return text;
    },
  };
}
