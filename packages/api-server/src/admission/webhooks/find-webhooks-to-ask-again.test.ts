import { describe, expect, test } from "vitest";
import { answering, createTestCluster, patching, pod, registration } from "../../cluster.test-support.js";
import { type AskedWebhook, findWebhooksToAskAgain } from "./find-webhooks-to-ask-again.js";
import type { MutatingWebhook } from "./webhook-configuration.js";

const asked = (name: string, reinvocationPolicy: "Never" | "IfNeeded", hasChanged: boolean): AskedWebhook => ({
  webhook: { name, reinvocationPolicy } as MutatingWebhook,
  hasChanged,
});

describe("reinvocationPolicy", () => {
  test.each([
    { name: "IfNeeded, a later webhook changed the pod", webhooks: [asked("a", "IfNeeded", false), asked("b", "Never", true)], plugins: false, again: ["a"] },
    { name: "IfNeeded, only its own change", webhooks: [asked("a", "IfNeeded", true)], plugins: false, again: [] },
    { name: "IfNeeded, an earlier webhook changed the pod", webhooks: [asked("a", "Never", true), asked("b", "IfNeeded", false)], plugins: false, again: [] },
    { name: "Never, a later webhook changed the pod", webhooks: [asked("a", "Never", false), asked("b", "Never", true)], plugins: false, again: [] },
    { name: "IfNeeded, the plugins changed the pod", webhooks: [asked("a", "IfNeeded", true), asked("b", "Never", false)], plugins: true, again: ["a"] },
  ])("$name", ({ webhooks, plugins, again }) => {
    expect(findWebhooksToAskAgain(webhooks, plugins).map(({ name }) => name)).toEqual(again);
  });
});

test.each([
  { policy: "IfNeeded", calls: ["first", "second", "first"] },
  { policy: "Never", calls: ["first", "second"] },
])("$policy over the wire", async ({ policy, calls }) => {
  const cluster = createTestCluster();
  const seen: string[] = [];
  const label = answering(patching([{ op: "add", path: "/metadata/labels", value: { second: "was-here" } }]));
  cluster.serve("first", async (request, span) => {
    seen.push("first");
    return answering({ allowed: true })(request, span);
  });
  cluster.serve("second", async (request, span) => {
    seen.push("second");
    return label(request, span);
  });
  const path = "/apis/admissionregistration.k8s.io/v1/mutatingwebhookconfigurations";
  await cluster.send({ method: "POST", path, body: registration("first", { reinvocationPolicy: policy }) });
  await cluster.send({ method: "POST", path, body: registration("second") });
  const { status } = await cluster.send({ method: "POST", path: "/api/v1/namespaces/default/pods", body: pod("p") });
  expect([status, seen]).toEqual([201, calls]);
});
