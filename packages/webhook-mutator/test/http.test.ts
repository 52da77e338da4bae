/** Odd requests, as the real program answered them: methods, paths, media types, queries and forms, on both ports. */
import { readFileSync } from "node:fs";
import { bodyText, createTrace, epochMillis, type HttpRequest, VirtualClock } from "@irsa-sim/core";
import { describe, expect, test } from "vitest";
import { createWebhook, DEFAULT_WEBHOOK_SETTINGS } from "../src/index.js";

interface Recorded {
  readonly name: string;
  readonly port: "webhook" | "metrics";
  readonly request: { readonly method: string; readonly path: string; readonly headers: Readonly<Record<string, string>>; readonly body: string };
  readonly response: { readonly status: number; readonly headers: Readonly<Record<string, string>>; readonly body: string };
}

const read = (file: string): string => readFileSync(new URL(`recorded/${file}`, import.meta.url), "utf8");
const RECORDED = JSON.parse(read("http.json")) as readonly Recorded[];
const ORIGIN = { webhook: "https://pod-identity-webhook.default.svc", metrics: "http://pod-identity-webhook.default.svc:9999" };

function start() {
  const clock = new VirtualClock(epochMillis(0));
  const { root } = createTrace(clock);
  const webhook = createWebhook({
    settings: { ...DEFAULT_WEBHOOK_SETTINGS, enableDebuggingHandlers: true, watchContainerCredentialsConfig: "/config.json" },
    place: { account: "111122223333", region: "eu-west-1" },
    fetchServiceAccount: async () => null,
    clock,
    random: { integer: (min) => min },
  });
  const send = (port: "webhook" | "metrics", request: Omit<HttpRequest, "url"> & { readonly path: string }) => {
    const { path, ...rest } = request;
    return (port === "webhook" ? webhook.handler : webhook.metricsHandler)({ ...rest, url: `${ORIGIN[port]}${path}` }, root);
  };
  return { webhook, send, root };
}

const SAID = ["content-type", "location", "x-content-type-options"];

describe("answers", () => {
  test.each(RECORDED)("$port: $name", async ({ port, request, response }) => {
    const answered = await start().send(port, request);
    const headers = Object.fromEntries(SAID.flatMap((name) => (answered.headers[name] === undefined ? [] : [[name, answered.headers[name]]])));
    const body = bodyText(answered);
    expect({ status: answered.status, headers, body: response.body === "<metrics>" ? "<metrics>" : body }).toEqual(response);
  });
});

test("a form of more than 10 MiB is refused, one of as much is none of the webhook's", async () => {
  const send = async (bytes: number) => {
    const headers = { "content-type": "application/x-www-form-urlencoded" };
    return (await start().send("webhook", { method: "POST", path: "/mutate", headers, body: "a".repeat(bytes) })).status;
  };
  expect([await send(10 * 2 ** 20 + 1), await send(10 * 2 ** 20)]).toEqual([400, 415]);
});

test("metrics, after the same requests", async () => {
  const { webhook, send, root } = start();
  webhook.containerCredentialsFileChanged('{"identities":[{"namespace":"default","serviceAccount":"app"}]}', root);
  const headers = { "content-type": "application/json" };
  const review = (serviceAccountName: string) => {
    const object = { metadata: { name: "p" }, spec: { serviceAccountName, containers: [{ name: "a" }] } };
    return JSON.stringify({ kind: "AdmissionReview", apiVersion: "admission.k8s.io/v1", request: { uid: "1", namespace: "default", object } });
  };
  for (const body of [review("app"), review("other"), "{}"]) await send("webhook", { method: "POST", path: "/mutate", headers, body });
  const bare = { headers: {}, body: "" };
  await send("webhook", { ...bare, method: "GET", path: "/mutate" });
  await send("webhook", { method: "POST", path: "/mutate", headers: { "content-type": "a b" }, body: "x" });
  await send("webhook", { ...bare, method: "GET", path: "/debug/alpha/deny" });
  await send("webhook", { ...bare, method: "FOO", path: "/debug/alpha/500" });
  await send("webhook", { ...bare, method: "GET", path: "/healthz" });
  await send("webhook", { ...bare, method: "PUT", path: "/%6dutate" });
  await send("webhook", { ...bare, method: "GET", path: "//mutate" });
  await send("metrics", { ...bare, method: "GET", path: "/metrics" });
  const text = bodyText(await send("metrics", { ...bare, method: "GET", path: "/metrics" }));
  // In virtual time requests take none.
  expect(text).toBe(read("metrics.txt").replaceAll(/^(http_request_\w+_sum\{.*\}) \d+$/gm, "$1 0"));
});
