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
      metadata: { name: "pod-identity-webhook", uid: "6f1b", resourceVersion: "301", creationTimestamp: "2025-03-04T10:11:12Z" },
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
});
