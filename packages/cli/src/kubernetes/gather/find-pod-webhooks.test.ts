import { expect, test } from "vitest";
import { configMapsOf } from "./config-maps-of.js";
import { findPodWebhooks } from "./find-pod-webhooks.js";
import { inputOf } from "./input-of.js";
import { pathOfOwner } from "./read-objects.js";

const PODS = [{ operations: ["CREATE"], resources: ["pods"] }];
const OPT_OUT = { matchExpressions: [{ key: "eks.amazonaws.com/skip-pod-identity-webhook" }] };
const URL_OF_IT = { url: "https://127.0.0.1:4578/mutate" };

test.each([
  {
    name: "upstream's",
    webhook: { name: "pod-identity-webhook.amazonaws.com", clientConfig: { service: { namespace: "eks", name: "w" } }, rules: PODS },
    asks: "service eks/w",
  },
  {
    name: "one by another name that pods can opt out of",
    webhook: { name: "x", clientConfig: URL_OF_IT, rules: PODS, objectSelector: OPT_OUT },
    asks: URL_OF_IT.url,
  },
  {
    name: "one for everything",
    webhook: { name: "pod-identity-webhook", clientConfig: URL_OF_IT, rules: [{ operations: ["*"], resources: ["*"] }] },
    asks: URL_OF_IT.url,
  },
  { name: "another injector", webhook: { name: "sidecar-injector", clientConfig: URL_OF_IT, rules: PODS }, asks: null },
  {
    name: "one that is asked about updates alone",
    webhook: { name: "pod-identity-webhook", clientConfig: URL_OF_IT, rules: [{ operations: ["UPDATE"], resources: ["pods"] }] },
    asks: null,
  },
])("$name", ({ webhook, asks }) => {
  const found = findPodWebhooks([{ metadata: { name: "c" }, webhooks: [webhook] }]);
  expect(found).toEqual(asks === null ? [] : [{ configuration: "c", asks }]);
});

test("ConfigMaps of a pod's variables are read once each", () => {
  const one = { env: [{ valueFrom: { configMapKeyRef: { name: "a" } } }, {}], envFrom: [{ configMapRef: { name: "b" } }, {}] };
  expect(configMapsOf({ containers: [one], initContainers: [one, {}] })).toEqual(["a", "b"]);
});

test("an object is a file by its name, with sorted keys", () => {
  expect(inputOf({ kind: "Pod", metadata: { name: "p", namespace: "n" }, apiVersion: "v1" })).toEqual({
    file: "Pod n/p",
    text: "apiVersion: v1\nkind: Pod\nmetadata:\n  name: p\n  namespace: n\n",
    isNamed: false,
  });
});

test.each([
  { apiVersion: "apps/v1", kind: "ReplicaSet", path: "/apis/apps/v1/namespaces/n/replicasets/x" },
  { apiVersion: "batch/v1", kind: "Job", path: "/apis/batch/v1/namespaces/n/jobs/x" },
  { apiVersion: "argoproj.io/v1alpha1", kind: "Rollout", path: null },
])("$kind is at $path", ({ apiVersion, kind, path }) => {
  expect(pathOfOwner({ apiVersion, kind, name: "x" }, "n")).toBe(path);
});
