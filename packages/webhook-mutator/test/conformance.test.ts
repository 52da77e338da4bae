import { bodyText, createTrace, epochMillis, VirtualClock } from "@irsa-sim/core";
import { describe, expect, test } from "vitest";
import { type UpstreamCase, upstreamCases, webhookOfCase } from "./webhook-of-case.test-support.js";

const cases = upstreamCases();
if (cases.length === 0) console.info("webhook conformance cases are skipped: the folder shared/conformance/webhook/upstream is not beside the repository");

describe.skipIf(cases.length === 0)("upstream's cases, byte for byte", () => {
  test.each(cases)("$name", async (upstream) => {
    expect(await patchOf(upstream)).toBe(upstream.expectedPatch);
  });
});

async function patchOf(upstream: UpstreamCase): Promise<string | undefined> {
  const { pod } = upstream;
  const object = { ...pod, spec: { ...pod.spec, serviceAccountName: "default" } };
  const review = { kind: "AdmissionReview", apiVersion: "admission.k8s.io/v1", request: { uid: "1", namespace: "default", object } };
  const request = { method: "POST", url: "https://webhook/mutate", headers: { "content-type": "application/json" }, body: JSON.stringify(review) };
  const { root } = createTrace(new VirtualClock(epochMillis(0)));
  const response = await webhookOfCase(upstream).handler(request, root);
  const { patch } = (JSON.parse(bodyText(response)) as { readonly response: { readonly patch?: string } }).response;
  return patch === undefined ? undefined : Buffer.from(patch, "base64").toString();
}
