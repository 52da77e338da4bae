/** The same good and bad answers of a webhook, to a real kube-apiserver and to ours, under both failure policies: the pod is stored or refused in the same words. */
import { bodyText, generateRsaKey, type HttpRequest, type HttpResponse, issueCertificate, type JsonObject } from "@irsa-sim/core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Listener, startListener } from "../../packages/node-host/src/index.js";
import { described } from "../../packages/simulation/test/conformance/described.test-support.js";
import { type ClusterRequest, createOurCluster, OUR_WEBHOOK, type OurCluster } from "../../packages/simulation/test/conformance/our-cluster.test-support.js";
import { FIRST_OBJECTS } from "./first-objects.js";
import { pollUntil } from "./poll-until.js";
import { createRealCluster, type RealCluster } from "./real-cluster.js";
import { type ControlPlane, controlPlaneProblem, startControlPlane } from "./start-control-plane.js";
import { type SentReview, WEBHOOK_ANSWERS, type WebhookAnswer } from "./webhook-answers.js";

const problem = controlPlaneProblem();
if (problem !== null) console.log(`skipped: no control plane (${problem})`);

/** Longer than a webhook may take. */
const SILENCE_MS = 3000;
const PODS = "/api/v1/namespaces/oracle/pods?dryRun=All";
const REGISTRATIONS = "/apis/admissionregistration.k8s.io/v1/mutatingwebhookconfigurations";
const podOf = (policy: string): JsonObject => ({
  ...{ apiVersion: "v1", kind: "Pod", metadata: { name: "p", labels: { policy } } },
  spec: { serviceAccountName: "app", containers: [{ name: "a", image: "a", volumeMounts: [] }] },
});
/** A webhook for pods with the label, which has one second to answer. */
const webhookOf = (policy: "Fail" | "Ignore", clientConfig: JsonObject): JsonObject => ({
  ...{ name: `${policy.toLowerCase()}.example.com`, clientConfig, failurePolicy: policy, timeoutSeconds: 1 },
  ...{ sideEffects: "None", admissionReviewVersions: ["v1"], objectSelector: { matchLabels: { policy } } },
  rules: [{ operations: ["CREATE"], apiGroups: [""], apiVersions: ["v1"], resources: ["pods"] }],
});
const registration = (clientConfig: JsonObject): JsonObject => ({
  ...{ apiVersion: "admissionregistration.k8s.io/v1", kind: "MutatingWebhookConfiguration", metadata: { name: "hooks" } },
  webhooks: [webhookOf("Fail", clientConfig), webhookOf("Ignore", clientConfig)],
});

describe.skipIf(problem !== null)("a webhook answers", () => {
  let answer: WebhookAnswer["answer"] = () => null;
  let reviews = 0;
  let plane: ControlPlane;
  let listener: Listener;
  let real: RealCluster;
  let ours: OurCluster;
  const handle = async (request: HttpRequest, silence: () => Promise<void>): Promise<HttpResponse> => {
    reviews += 1;
    const answered = answer(JSON.parse(bodyText(request)) as SentReview);
    if (answered === null) await silence();
    return answered ?? { status: 500, headers: {}, body: "too late" };
  };
  beforeAll(async () => {
    plane = await startControlPlane({ controllers: false });

    const { caBundle, certificate } = await certify();
    listener = await startListener({
      certificateFor: () => certificate,
      answer: (request) => handle(request, () => new Promise((resolve) => setTimeout(resolve, SILENCE_MS))),
      onError: (error) => {
        throw error;
      },
    });

    real = await createRealCluster(plane, FIRST_OBJECTS);
    ours = await createOurCluster({ issuer: plane.issuer, objects: FIRST_OBJECTS, webhook: (request) => handle(request, () => ours.clock.sleep(SILENCE_MS)) });
    const url = `https://127.0.0.1:${listener.port}/mutate`;
    expect((await real.send({ method: "POST", path: REGISTRATIONS, body: registration({ url, caBundle }) })).status).toBe(201);
    expect((await ours.send({ method: "POST", path: REGISTRATIONS, body: registration(OUR_WEBHOOK) })).status).toBe(201);
    answer = WEBHOOK_ANSWERS[0]?.answer ?? answer;
    await pollUntil("the webhook is called", async () => {
      await real.send({ method: "POST", path: PODS, body: podOf("Fail") });
      return reviews > 0 ? true : null;
    });
  });
  afterAll(async () => {
    await listener?.close();
    await plane?.close();
  });

  /** The webhook has another address in each. */
  const comparable = (answered: unknown): unknown =>
    JSON.parse(
      JSON.stringify(answered)
        .replaceAll(/https:\/\/(127\.0\.0\.1:\d+|webhook\.default\.svc)/g, "https://webhook")
        .replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/g, "<uuid>"),
    );

  const ROWS = WEBHOOK_ANSWERS.flatMap((row) => (["Fail", "Ignore"] as const).map((policy) => ({ ...row, name: `${row.name}, ${policy}`, policy })));
  test.each(ROWS)("$name", async (row) => {
    answer = row.answer;
    const request: ClusterRequest = { method: "POST", path: PODS, body: podOf(row.policy) };
    const { status, headers, body } = await ours.send(request);
    const answered = {
      real: comparable(described(await real.send(request), real.uids)),
      ours: comparable(described({ status, headers, body: bodyText({ body }) }, ours.uids)),
    };
    expect(answered.ours).toEqual(answered.real);
  });
});

async function certify() {
  const [authorityKey, privateKey] = await Promise.all([generateRsaKey(), generateRsaKey()]);
  const validity = { notBefore: new Date(Date.now() - 60_000), notAfter: new Date(Date.now() + 3_600_000) };
  const root = issueCertificate({ commonName: "webhook-ca", hosts: [], privateKey: authorityKey, validity, serialNumber: "01" });
  const request = { commonName: "webhook", hosts: ["127.0.0.1"], privateKey, validity, serialNumber: "02" };
  return { caBundle: btoa(root), certificate: { chain: [issueCertificate(request, { certificate: root, privateKey: authorityKey })], privateKey } };
}
