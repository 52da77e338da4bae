/** A living pod without the webhook's variables: why is told from what was given, and nothing else. */
import { expect, test } from "vitest";
import { checkInput } from "./check-input.js";
import { yaml } from "./forms/form.js";

const ARN = "arn:aws:iam::111122223333:role/payments";
const WRITTEN = { "f:metadata": { "f:annotations": { "f:eks.amazonaws.com/role-arn": {} } } };
const pod = (time: string) => ({
  apiVersion: "v1",
  kind: "Pod",
  metadata: { name: "payments-1", namespace: "billing", uid: "a1", resourceVersion: "500", creationTimestamp: time },
  spec: { serviceAccountName: "payments", nodeName: "node-1", containers: [{ name: "app", image: "app" }] },
  status: { phase: "Running" },
});
const account = ({ created, annotated }: { readonly created: string; readonly annotated?: string }) => ({
  apiVersion: "v1",
  kind: "ServiceAccount",
  metadata: {
    ...{ name: "payments", namespace: "billing", uid: "b2", resourceVersion: "400", creationTimestamp: created },
    annotations: { "eks.amazonaws.com/role-arn": ARN },
    ...(annotated === undefined
      ? {}
      : { managedFields: [{ manager: "kubectl", operation: "Update", time: annotated, fieldsType: "FieldsV1", fieldsV1: WRITTEN }] }),
  },
});
const registration = ({ created, webhook = {} }: { readonly created: string; readonly webhook?: object }) => ({
  apiVersion: "admissionregistration.k8s.io/v1",
  kind: "MutatingWebhookConfiguration",
  metadata: { name: "pod-identity-webhook", uid: "c3", resourceVersion: "300", creationTimestamp: created },
  webhooks: [
    {
      name: "iam-for-pods.amazonaws.com",
      clientConfig: { url: "https://127.0.0.1:23443/mutate" },
      rules: [{ apiGroups: [""], apiVersions: ["v1"], operations: ["CREATE"], resources: ["pods"] }],
      ...{ failurePolicy: "Ignore", sideEffects: "None", admissionReviewVersions: ["v1"], ...webhook },
    },
  ],
});
const OLD = "2025-03-01T09:00:00Z";

interface Row {
  readonly name: string;
  readonly objects: readonly object[];
  readonly cause: string;
  readonly because: readonly string[];
}

test("a living service account alone stands for a pod that is yet to be made", async () => {
  expect((await checkInput([yaml("live.yaml", [account({ created: OLD }), registration({ created: OLD })])])).verdict).toBe("works");
});

test("a pod that the webhook changed shows the role of a service account that is not given, also to its owner", async () => {
  const token = { name: "aws-iam-token", projected: { sources: [{ serviceAccountToken: { audience: "sts.amazonaws.com", path: "token" } }] } };
  const mounted = { name: "aws-iam-token", mountPath: "/var/run/secrets/eks.amazonaws.com/serviceaccount" };
  const env = [
    { name: "AWS_ROLE_ARN", value: ARN },
    { name: "AWS_WEB_IDENTITY_TOKEN_FILE", value: "/var/run/secrets/eks.amazonaws.com/serviceaccount/token" },
  ];
  const { metadata, spec, ...living } = pod("2025-03-01T10:00:00Z");
  const owned = { ...living, metadata: { ...metadata, ownerReferences: [{ kind: "ReplicaSet", name: "payments-6d4" }] } };
  const template = { metadata: {}, spec: { serviceAccountName: "payments", containers: [{ name: "app", image: "app" }] } };
  const { verdict, workloads } = await checkInput([
    yaml("live.yaml", [
      { ...owned, spec: { ...spec, containers: [{ name: "app", image: "app", env, volumeMounts: [mounted] }], volumes: [token] } },
      { apiVersion: "apps/v1", kind: "Deployment", metadata: { name: "payments", namespace: "billing" }, spec: { template } },
    ]),
  ]);
  expect([verdict, workloads.map(({ kind, role }) => [kind, role])]).toEqual(["works", [["Deployment", ARN]]]);
});

test.each<Row>([
  {
    name: "nothing is given of the webhook",
    objects: [pod("2025-03-01T10:00:00Z"), account({ created: OLD })],
    cause: "webhook-absent-fail-open",
    because: ["was made (2025-03-01T10:00:00Z)", "is not registered, was not asked about this pod, or did not answer"],
  },
  {
    name: "the webhook was registered later",
    objects: [pod("2025-03-01T10:00:00Z"), account({ created: OLD }), registration({ created: "2025-03-02T10:00:00Z" })],
    cause: "webhook-absent-fail-open",
    because: ["was made (2025-03-01T10:00:00Z) before the webhook was registered (2025-03-02T10:00:00Z)"],
  },
  {
    name: "the annotation came later",
    objects: [pod("2025-03-01T10:00:00Z"), account({ created: OLD, annotated: "2025-03-01T10:05:00Z" }), registration({ created: OLD })],
    cause: "pod-older-than-annotation",
    because: ["only after the pod had been created"],
  },
  {
    name: "the service account came in the same second",
    objects: [pod("2025-03-01T10:00:00Z"), account({ created: "2025-03-01T10:00:00Z" }), registration({ created: OLD })],
    cause: "sa-cache-race",
    because: ["so soon after service account billing/payments named its role that the webhook had not heard of it"],
  },
  {
    name: "everything was there",
    objects: [pod("2025-03-01T10:00:00Z"), account({ created: "2025-03-01T09:30:00Z" }), registration({ created: OLD })],
    cause: "webhook-absent-fail-open",
    because: ["when the webhook was registered (2025-03-01T09:00:00Z)", "it did not answer then, and with failurePolicy Ignore"],
  },
  {
    name: "everything was there, and nothing is let through without an answer",
    objects: [pod("2025-03-01T10:00:00Z"), account({ created: "2025-03-01T09:30:00Z" }), registration({ created: OLD, webhook: { failurePolicy: "Fail" } })],
    cause: "sa-cache-race",
    because: ["failurePolicy Fail"],
  },
  {
    name: "everything was there, and the webhook is for other namespaces",
    objects: [
      pod("2025-03-01T10:00:00Z"),
      account({ created: "2025-03-01T09:30:00Z" }),
      registration({ created: OLD, webhook: { namespaceSelector: { matchLabels: { "kubernetes.io/metadata.name": "other" } } } }),
    ],
    cause: "webhook-absent-fail-open",
    because: ["its registration's namespaceSelector does not fit"],
  },
])("$name", async ({ objects, cause, because }) => {
  const { failure } = await checkInput([yaml("live.yaml", objects)]);
  expect([failure?.cause, failure?.because]).toEqual([
    cause,
    expect.stringMatching(new RegExp(because.map((part) => part.replaceAll(/[()]/g, "\\$&")).join(".*"))),
  ]);
});
