/**
 * Amazon's pod identity webhook: one AdmissionReview in, one answer out. It calls nobody, but for a service account that it does not know yet.
 * Leaves out: its own certificates and listeners; the simulator's network has them.
 * @see webhook.md
 */
import type { Clock, Handler, Random, Span } from "@irsa-sim/core";
import { createConfigMapCache } from "./caches/config-map-cache.js";
import { createContainerCredentialsSet } from "./caches/container-credentials-set.js";
import { createServiceAccountCache, type ServiceAccountCache } from "./caches/service-account-cache.js";
import { createAwaitServiceAccount, type FetchServiceAccount } from "./identity/await-service-account.js";
import type { OwnPlace } from "./identity/own-place.js";
import { createMetrics } from "./metrics/metrics.js";
import { answerError, answerText } from "./routes/answer.js";
import { answerDebugCache } from "./routes/debug-cache.js";
import { createMutate } from "./routes/mutate.js";
import { parsesAsForm } from "./serving/parses-as-form.js";
import { serveMux } from "./serving/serve-mux.js";
import type { WebhookSettings } from "./settings.js";

/** What a webhook is made from. */
export interface WebhookOptions {
  readonly settings: WebhookSettings;
  /** The account and region of the node on which it runs. */
  readonly place: OwnPlace;
  readonly fetchServiceAccount: FetchServiceAccount;
  readonly clock: Clock;
  /** For the jitter of container credentials. */
  readonly random: Pick<Random, "integer">;
  /** Minor version of the Kubernetes whose types it was built with, 29 for 1.29; the newest when absent. */
  readonly minorVersion?: number | undefined;
}

/** A webhook at work: what it serves, and what its watches deliver to it. */
export interface Webhook {
  /** Answers for `https://pod-identity-webhook.default.svc`. */
  readonly handler: Handler;
  /** Answers on the metrics port. */
  readonly metricsHandler: Handler;
  readonly serviceAccounts: Pick<ServiceAccountCache, "set" | "delete">;
  /** Takes in the data of the ConfigMap `pod-identity-webhook`, when it is watched; `null` when it is gone, and then its entries stay. */
  configMapChanged(data: Readonly<Record<string, string>> | null, span: Span): void;
  /** Takes in the content of the container-credentials file; `null` when there is none. */
  containerCredentialsFileChanged(content: string | null, span: Span): void;
}

/** Creates a webhook that knows nobody yet. */
export function createWebhook({ settings, place, fetchServiceAccount, clock, random, minorVersion }: WebhookOptions): Webhook {
  const serviceAccounts = createServiceAccountCache(settings, place);
  const configMap = createConfigMapCache(settings);
  const containerCredentials = createContainerCredentialsSet();
  const metrics = createMetrics();
  const awaitServiceAccount = createAwaitServiceAccount({
    cache: serviceAccounts,
    fetch: fetchServiceAccount,
    clock,
    gracePeriodMs: settings.serviceAccountLookupGracePeriodMs,
  });
  const mutate = createMutate({ settings, serviceAccounts, configMap, containerCredentials, awaitServiceAccount, metrics, random, minorVersion });
  /** What cannot be read as a form is refused before it is counted. */
  const counted =
    (path: string, handler: Handler): Handler =>
    async (request, span) => {
      const begunAt = clock.now();
      if (!parsesAsForm(request)) return answerError(400, '{"error": "error parsing form"}');
      const answered = await handler(request, span);
      metrics.request({ verb: request.method, path, code: answered.status, microseconds: (clock.now() - begunAt) * 1000 });
      return answered;
    };
  return {
    serviceAccounts,
    handler: serveMux({
      "/mutate": counted("/mutate", mutate),
      "/healthz": async () => answerText(200, "ok"),
      ...(settings.enableDebuggingHandlers && {
        "/debug/alpha/deny": counted("/debug/alpha/deny", async () => answerText(200, DENY)),
        "/debug/alpha/500": counted("/debug/alpha/500", async () => answerError(500, "test error")),
      }),
    }),
    metricsHandler: serveMux({
      "/metrics": async () => ({ status: 200, headers: { "content-type": PROMETHEUS_TEXT }, body: metrics.render(serviceAccounts.isUsed()) }),
      ...(settings.enableDebuggingHandlers && {
        "/debug/alpha/cache": async () => answerDebugCache(serviceAccounts),
        "/debug/alpha/cache/clear": async () => {
          serviceAccounts.clear();
          configMap.clear();
          return { status: 200, headers: {}, body: "" };
        },
      }),
    }),
    configMapChanged(data, span) {
      if (!settings.watchConfigMap) return;
      if (data === null) {
        configMap.forget();
        span.note("webhook.config-map", { problem: null, isGone: true });
        return;
      }
      const problem = configMap.load(data);
      span.note("webhook.config-map", { problem });
    },
    containerCredentialsFileChanged(content, span) {
      if (settings.watchContainerCredentialsConfig === "") return;
      const problem = containerCredentials.load(content);
      span.note("webhook.container-credentials-file", { problem });
    },
  };
}

const PROMETHEUS_TEXT = "text/plain; version=0.0.4; charset=utf-8";
const DENY = '{"response":{"uid":"","allowed":false,"status":{"metadata":{},"message":"Test deny message"}}}';
