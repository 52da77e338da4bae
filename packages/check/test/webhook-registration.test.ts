/** The registration of the webhook decides by labels whether a pod is changed at all. */
import { describe, expect, test } from "vitest";
import { checkInput } from "./check-input.js";
import { yaml } from "./forms/form.js";
import { FORMS } from "./forms/forms.js";
import { WORKING } from "./forms/world.js";

const [FORM] = FORMS;

/** As kubectl prints it of a cluster. */
const registration = (webhook: object) =>
  yaml("webhook.yaml", [
    {
      apiVersion: "admissionregistration.k8s.io/v1",
      kind: "MutatingWebhookConfiguration",
      metadata: { name: "mutating", uid: "6f1b", resourceVersion: "301", creationTimestamp: "2025-03-04T10:11:12Z" },
      webhooks: [
        {
          name: "iam-for-pods.amazonaws.com",
          admissionReviewVersions: ["v1beta1"],
          clientConfig: { url: "https://127.0.0.1:23443/mutate", caBundle: "LS0tLS1" },
          failurePolicy: "Ignore",
          matchPolicy: "Equivalent",
          namespaceSelector: {},
          objectSelector: { matchExpressions: [{ key: "eks.amazonaws.com/skip-pod-identity-webhook", operator: "DoesNotExist" }] },
          reinvocationPolicy: "IfNeeded",
          rules: [{ apiGroups: [""], apiVersions: ["v1"], operations: ["CREATE"], resources: ["pods"], scope: "*" }],
          sideEffects: "None",
          timeoutSeconds: 10,
          ...webhook,
        },
      ],
    },
  ]);
const namespace = (labels: object) => yaml("namespace.yaml", [{ apiVersion: "v1", kind: "Namespace", metadata: { name: "billing", labels } }]);
const ENABLED = { namespaceSelector: { matchLabels: { irsa: "enabled" } } };
const rule = (otherwise: object) => ({ rules: [{ apiGroups: [""], apiVersions: ["v1"], operations: ["CREATE"], resources: ["pods"], ...otherwise }] });
const SERVICE = { clientConfig: { service: { name: "pod-identity-webhook", namespace: "kube-system", path: "/mutate" } } };
const INVERTED = { objectSelector: { matchExpressions: [{ key: "app", operator: "NotIn", values: ["payments"] }] } };

describe("with a registration", () => {
  test.each<{ readonly name: string; readonly webhook: object; readonly labels: object | null; readonly verdict: string; readonly because: string | null }>([
    { name: "as EKS makes it", webhook: {}, labels: null, verdict: "works", because: null },
    { name: "for namespaces with a label, and it has that", webhook: ENABLED, labels: { irsa: "enabled" }, verdict: "works", because: null },
    {
      name: "for namespaces with a label, and it has another",
      webhook: ENABLED,
      labels: { irsa: "disabled" },
      verdict: "broken",
      because: "namespaceSelector does not fit",
    },
    { name: "for namespaces with a label, and nobody gave the namespace", webhook: ENABLED, labels: null, verdict: "works", because: null },
    {
      name: "for a namespace by its name",
      webhook: { namespaceSelector: { matchLabels: { "kubernetes.io/metadata.name": "other" } } },
      labels: null,
      verdict: "broken",
      because: "namespaceSelector does not fit",
    },
    {
      name: "for namespaces with one of some labels, and it has none",
      webhook: { namespaceSelector: { matchExpressions: [{ key: "team", operator: "In", values: ["a", "b"] }] } },
      labels: {},
      verdict: "broken",
      because: "namespaceSelector does not fit",
    },
    { name: "for services alone", webhook: rule({ resources: ["services"] }), labels: null, verdict: "broken", because: "no rule of its registration" },
    { name: "for changes alone", webhook: rule({ operations: ["UPDATE"] }), labels: null, verdict: "broken", because: "no rule of its registration" },
    { name: "for another group", webhook: rule({ apiGroups: ["apps"] }), labels: null, verdict: "broken", because: "no rule of its registration" },
    {
      name: "for all there is",
      webhook: rule({ apiGroups: ["*"], apiVersions: ["*"], operations: ["*"], resources: ["*"] }),
      labels: null,
      verdict: "works",
      because: null,
    },
    { name: "without rules", webhook: { rules: [] }, labels: null, verdict: "broken", because: "no rule of its registration" },
    { name: "to be asked once", webhook: { reinvocationPolicy: "Never", matchPolicy: "Exact" }, labels: null, verdict: "works", because: null },
    { name: "in version v1", webhook: { admissionReviewVersions: ["v1"], sideEffects: "NoneOnDryRun" }, labels: null, verdict: "works", because: null },
    { name: "that must answer", webhook: { failurePolicy: "Fail" }, labels: null, verdict: "works", because: null },
    {
      name: "under another name, by its service",
      webhook: { name: "irsa.example.com", ...SERVICE, ...INVERTED },
      labels: null,
      verdict: "broken",
      because: "objectSelector",
    },
    {
      name: "of another webhook",
      webhook: { name: "inject.example.com", clientConfig: { service: { name: "injector", namespace: "mesh" } }, ...INVERTED },
      labels: null,
      verdict: "works",
      because: null,
    },
    {
      name: "by a service, without a certificate",
      webhook: { clientConfig: SERVICE.clientConfig },
      labels: null,
      verdict: "broken",
      because: "certificate signed by unknown authority",
    },
    { name: "for other pods", webhook: INVERTED, labels: null, verdict: "broken", because: "objectSelector does not fit the pod's labels" },
  ])("$name", async ({ webhook, labels, verdict, because }) => {
    const files = [...(FORM.write(WORKING) ?? []), registration(webhook), ...(labels === null ? [] : [namespace(labels)])];
    const { verdict: found, failure } = await checkInput(files);
    expect([found, failure?.cause ?? null, failure?.because ?? null]).toEqual([
      verdict,
      because === null ? null : "webhook-absent-fail-open",
      because === null ? null : expect.stringContaining(because),
    ]);
  });

  test("what is not known of the namespace is told", async () => {
    const { assumptions } = await checkInput([...(FORM.write(WORKING) ?? []), registration(ENABLED)]);
    expect(assumptions.map(({ message }) => message)).toContainEqual(expect.stringContaining("the Namespace billing is not given"));
  });

  test("of a living one that is yet to be given a certificate by somebody nothing is said", async () => {
    const [written] = [registration({ clientConfig: SERVICE.clientConfig })].map(({ file, text }) => ({
      file,
      text: text.replace(/ {2}uid: .*\n/, ""),
      isNamed: true,
    }));
    expect((await checkInput([...(FORM.write(WORKING) ?? []), ...(written === undefined ? [] : [written])])).verdict).toBe("works");
  });

  test("what it asks of a pod in CEL is assumed, and told", async () => {
    const conditions = { matchConditions: [{ name: "not-system", expression: "request.namespace != 'kube-system'" }] };
    const { verdict, assumptions } = await checkInput([...(FORM.write(WORKING) ?? []), registration(conditions)]);
    expect([verdict, assumptions.map(({ message }) => message)]).toEqual([
      "works",
      expect.arrayContaining([expect.stringContaining("(not-system) are not evaluated")]),
    ]);
  });

  test("one beside another of its own leaves it open which counts, and that is told", async () => {
    const both = [registration({}), registration({ name: "pod-identity-webhook.amazonaws.com", ...INVERTED })].map((one, index) => ({
      ...one,
      file: `${index}.yaml`,
    }));
    const { verdict, assumptions } = await checkInput([...(FORM.write(WORKING) ?? []), ...both]);
    expect([verdict, assumptions.map(({ message }) => message)]).toEqual(["works", expect.arrayContaining([expect.stringContaining("2 registrations")])]);
  });

  test.each([
    { name: "has no replicas", spec: { replicas: 0 }, status: {}, because: "has no replicas" },
    {
      name: "has none that is ready",
      spec: { replicas: 2 },
      status: { replicas: 2, unavailableReplicas: 2 },
      because: "has 2 replicas, none of which is ready",
    },
    { name: "has one that is ready", spec: { replicas: 2 }, status: { replicas: 2, readyReplicas: 1 }, because: null },
  ])("whose Deployment $name", async ({ spec, status, because }) => {
    const template = {
      metadata: {},
      spec: { containers: [{ name: "webhook", image: "amazon/amazon-eks-pod-identity-webhook:latest", command: ["/webhook"] }] },
    };
    const deployment = {
      apiVersion: "apps/v1",
      kind: "Deployment",
      metadata: { name: "pod-identity-webhook", namespace: "kube-system" },
      spec: { ...spec, template },
      status,
    };
    const { failure, workloads } = await checkInput([...(FORM.write(WORKING) ?? []), registration({}), yaml("own.yaml", [deployment])]);
    expect([failure?.because ?? null, workloads[0]?.containers[0]?.causedAt[0]?.file ?? null]).toEqual(
      because === null ? [null, null] : [expect.stringContaining(because), "own.yaml"],
    );
  });
});
