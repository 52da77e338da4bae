/** Pods through a real kube-apiserver and through ours, both with our webhook: the same is stored, or refused in the same words. */

import { bodyText, createTrace, epochMillis, generateRsaKey, issueCertificate, type JsonObject, VirtualClock } from "@irsa-sim/core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Listener, startListener } from "../../packages/node-host/src/index.js";
import { described, withoutGeneratedName, withoutMapOrder } from "../../packages/simulation/test/conformance/described.test-support.js";
import { type ClusterRequest, createOurCluster, OUR_WEBHOOK, type OurCluster } from "../../packages/simulation/test/conformance/our-cluster.test-support.js";
import { RECORDED_ISSUER, recordedCases, recordedObjects } from "../../packages/simulation/test/conformance/recorded-cluster.test-support.js";
import { createWebhook, DEFAULT_WEBHOOK_SETTINGS, type Webhook } from "../../packages/webhook-mutator/src/index.js";
import { upstreamCases, webhookOfCase } from "../../packages/webhook-mutator/test/webhook-of-case.test-support.js";
import { FIRST_OBJECTS } from "./first-objects.js";
import { pollUntil } from "./poll-until.js";
import { randomPods } from "./random-pods.js";
import { createRealCluster, type RealCluster } from "./real-cluster.js";
import { type ControlPlane, controlPlaneProblem, startControlPlane } from "./start-control-plane.js";

const problem = controlPlaneProblem();
if (problem !== null) console.log(`skipped: no control plane (${problem})`);

const SEED = 36;
const objects = [...recordedObjects(), ...FIRST_OBJECTS];
const IN_ORACLE = "/api/v1/namespaces/oracle/pods";
const create = (path: string, pod: JsonObject): ClusterRequest => ({ method: "POST", path, body: pod });
const RANDOM = randomPods(100, SEED).map((pod) => ({ name: String((pod.metadata as JsonObject).name), request: create(IN_ORACLE, pod) }));
const UPSTREAM = upstreamCases().map((upstream) => {
  const pod = {
    apiVersion: "v1",
    kind: "Pod",
    metadata: { ...upstream.pod.metadata, annotations: ownAnnotations(upstream.pod.metadata.annotations ?? {}) },
    spec: { ...upstream.pod.spec, serviceAccountName: "default" },
  };
  return {
    name: `upstream ${upstream.name}`,
    request: create("/api/v1/namespaces/default/pods", pod as unknown as JsonObject),
    webhook: webhookOfCase(upstream),
  };
});
const RECORDED = [...recordedCases("pods-stored.json"), ...recordedCases("pods-refused.json")].map(({ name, request }) => ({ name, request }));

/** Where ours answers otherwise, each with its reason; the list may only shrink. */
const DIFFERENT: ReadonlyMap<string, string> = new Map([]);

/** Those that describe a case are no keys that an API server takes. */
function ownAnnotations(annotations: Readonly<Record<string, string>>): JsonObject {
  return Object.fromEntries(Object.entries(annotations).filter(([key]) => !key.startsWith("testing.eks.amazonaws.com/")));
}

/** Knows the service accounts that there are from the beginning. */
function webhookOfCluster(): Webhook {
  const clock = new VirtualClock(epochMillis(0));
  const settings = { ...DEFAULT_WEBHOOK_SETTINGS, awsDefaultRegion: "eu-west-1" };
  const place = { account: "111122223333", region: "eu-west-1" };
  const webhook = createWebhook({ settings, place, fetchServiceAccount: async () => null, clock, random: { integer: (min) => min } });
  for (const { path, body } of objects) {
    const { name, annotations = {} } = body.metadata as { readonly name: string; readonly annotations?: Record<string, string> };
    if (body.kind === "ServiceAccount") webhook.serviceAccounts.set(path.split("/")[4] ?? "", name, annotations);
  }
  return webhook;
}

const registration = (clientConfig: JsonObject): JsonObject => ({
  ...{ apiVersion: "admissionregistration.k8s.io/v1", kind: "MutatingWebhookConfiguration", metadata: { name: "pod-identity-webhook" } },
  webhooks: [
    {
      ...{ name: "pod-identity-webhook.amazonaws.com", clientConfig, sideEffects: "None", admissionReviewVersions: ["v1"], failurePolicy: "Fail" },
      rules: [{ operations: ["CREATE"], apiGroups: [""], apiVersions: ["v1"], resources: ["pods"] }],
    },
  ],
});
const REGISTRATIONS = "/apis/admissionregistration.k8s.io/v1/mutatingwebhookconfigurations";

describe.skipIf(problem !== null)("pods", () => {
  const ofCluster = webhookOfCluster();
  let webhook = ofCluster;
  let reviews = 0;
  let plane: ControlPlane;
  let listener: Listener;
  let real: RealCluster;
  let ours: OurCluster;
  beforeAll(async () => {
    plane = await startControlPlane({ issuer: RECORDED_ISSUER, controllers: false });
    const { root } = createTrace(new VirtualClock(epochMillis(0)));
    const { caBundle, certificate } = await certify();
    listener = await startListener({
      certificateFor: () => certificate,
      answer: (request) => {
        reviews += 1;
        return webhook.handler(request, root);
      },
      onError: (error) => {
        throw error;
      },
    });
    real = await createRealCluster(plane, objects);
    ours = await createOurCluster({ issuer: RECORDED_ISSUER, objects, webhook: (request, span) => webhook.handler(request, span) });
    const url = `https://127.0.0.1:${listener.port}/mutate`;
    expect((await real.send({ method: "POST", path: REGISTRATIONS, body: registration({ url, caBundle }) })).status).toBe(201);
    expect((await ours.send({ method: "POST", path: REGISTRATIONS, body: registration(OUR_WEBHOOK) })).status).toBe(201);
    await untilCalled();
  });
  afterAll(async () => {
    await listener?.close();
    await plane?.close();
  });

  /** A registration counts when the server's watch has seen it. */
  async function untilCalled(): Promise<void> {
    const path = `${IN_ORACLE}?dryRun=All`;
    const probe: JsonObject = { apiVersion: "v1", kind: "Pod", metadata: { name: "probe" }, spec: { containers: [{ name: "a", image: "a" }] } };
    await pollUntil("the webhook is called", async () => {
      await real.send({ method: "POST", path, body: probe });
      return reviews > 0 ? true : null;
    });
  }

  /** What both make of it; nothing of it stays. */
  async function answers(request: ClusterRequest): Promise<{ readonly real: unknown; readonly ours: unknown; readonly status: number }> {
    const ofReal = await real.send(request);
    const { status, headers, body } = await ours.send(request);
    const ofOurs = { status, headers, body: bodyText({ body }) };
    for (const [cluster, answer] of [[real, ofReal] as const, [ours, ofOurs] as const]) {
      if (answer.status !== 201) continue;
      const { name } = (JSON.parse(answer.body) as { readonly metadata: { readonly name: string } }).metadata;
      await cluster.send({ method: "DELETE", path: `${request.path.split("?")[0]}/${name}?gracePeriodSeconds=0` });
    }
    const comparable = (answer: typeof ofOurs, uids: ReadonlyMap<string, string>): unknown =>
      withoutMapOrder(withoutGeneratedName(described(answer, uids), request));
    return { real: comparable(ofReal, real.uids), ours: comparable(ofOurs, ours.uids), status: ofReal.status };
  }

  async function compare({ name, request }: { readonly name: string; readonly request: ClusterRequest }): Promise<void> {
    const answered = await answers(request);
    if (DIFFERENT.has(name)) expect(answered.ours).not.toEqual(answered.real);
    else expect(answered.ours, JSON.stringify(request)).toEqual(answered.real);
  }

  test.each(RECORDED)("$name", compare);
  test.each(RANDOM)("$name", compare);
  test.each(UPSTREAM)("$name", async ({ webhook: ofCase, ...rest }) => {
    webhook = ofCase;
    try {
      await compare(rest);
    } finally {
      webhook = ofCluster;
    }
  });

  test("most random pods are stored, and the webhook is asked about each", async () => {
    const before = reviews;
    const stored = [];
    for (const { request } of RANDOM) if ((await answers(request)).status === 201) stored.push(request);
    expect(stored.length).toBeGreaterThan(RANDOM.length / 2);
    expect(reviews - before).toBeGreaterThanOrEqual(stored.length);
  });
});

async function certify() {
  const [authorityKey, privateKey] = await Promise.all([generateRsaKey(), generateRsaKey()]);
  const validity = { notBefore: new Date(Date.now() - 60_000), notAfter: new Date(Date.now() + 3_600_000) };
  const root = issueCertificate({ commonName: "webhook-ca", hosts: [], privateKey: authorityKey, validity, serialNumber: "01" });
  const request = { commonName: "webhook", hosts: ["127.0.0.1"], privateKey, validity, serialNumber: "02" };
  return { caBundle: btoa(root), certificate: { chain: [issueCertificate(request, { certificate: root, privateKey: authorityKey })], privateKey } };
}
