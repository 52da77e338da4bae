/**
 * What the webhook counts, as Prometheus text.
 * Leaves out: latencies, and the collectors of Go and its process; there is no such process.
 * @see webhook.md, section 12
 */

/** Counters, kept since the start. */
export interface Metrics {
  request(verb: string, path: string, code: number): void;
  pod(method: "sts_web_identity" | "container_credentials"): void;
  missingServiceAccount(): void;
  /** @param isUsed whether any service account ever came in */
  render(isUsed: boolean): string;
}

/** Creates counters at zero. */
export function createMetrics(): Metrics {
  const requests = new Map<string, number>();
  const pods = new Map<string, number>();
  let missing = 0;
  const count = (counters: Map<string, number>, labels: string): void => {
    counters.set(labels, (counters.get(labels) ?? 0) + 1);
  };
  return {
    request: (verb, path, code) => count(requests, `code="${code}",path="${path}",verb="${verb}"`),
    pod: (method) => count(pods, `method="${method}"`),
    missingServiceAccount: () => {
      missing += 1;
    },
    render: (isUsed) =>
      [
        ...family("http_request_count", "counter", "Counter of requests broken out for each verb, path, and response code.", requests),
        ...family("pod_identity_webhook_missing_sa_count", "counter", "Indicator that the webhook saw an unknown ServiceAccount.", new Map([["", missing]])),
        ...family("pod_identity_webhook_pod_count", "counter", "Indicator to how many pods were mutated.", pods),
        ...family("pod_identity_webhook_used", "gauge", "Indicator to know if the webhook is used.", new Map([["", isUsed ? 1 : 0]])),
      ].join(""),
  };
}

function family(name: string, type: string, help: string, values: ReadonlyMap<string, number>): readonly string[] {
  if (values.size === 0) return [];
  const samples = [...values].sort(([a], [b]) => (a < b ? -1 : 1)).map(([labels, value]) => `${name}${labels === "" ? "" : `{${labels}}`} ${value}\n`);
  return [`# HELP ${name} ${help}\n`, `# TYPE ${name} ${type}\n`, ...samples];
}
