import { expect, test } from "vitest";
import { decideAuthorization, type RequestAttributes } from "./decide-authorization.js";

const admin = { name: "admin", uid: "", groups: ["system:masters"] };
const kubelet = { name: "system:node:node-1", uid: "", groups: ["system:nodes"] };
const impostor = { name: "system:node:node-1", uid: "", groups: [] };
const PODS = [
  { namespace: "default", name: "here", nodeName: "node-1", serviceAccountName: "app", configMaps: ["settings"], secrets: ["password"] },
  { namespace: "default", name: "there", nodeName: "node-2", serviceAccountName: "other", configMaps: ["secret-settings"], secrets: ["other-password"] },
];
const webhook = { name: "webhook", uid: "", groups: [] };
const GRANTS = [
  { user: "webhook", namespace: null, verbs: ["get", "watch"], resources: ["serviceaccounts"] },
  { user: "webhook", namespace: "default", verbs: ["get"], resources: ["configmaps"] },
];
const UNRELATED = "no relationship found between node 'node-1' and this object";
const wants = (verb: string, resource: string, name = "", fieldSelector = ""): RequestAttributes => ({
  verb,
  resource,
  namespace: "default",
  name,
  fieldSelector,
});

test.each([
  { name: "an administrator may all", user: admin, wanted: wants("delete", "nodes", "node-1"), reason: null },
  { name: "its own pod", user: kubelet, wanted: wants("get", "pods", "here"), reason: null },
  { name: "a pod elsewhere", user: kubelet, wanted: wants("get", "pods", "there"), reason: UNRELATED },
  { name: "its list", user: kubelet, wanted: wants("list", "pods", "", "spec.nodeName=node-1"), reason: null },
  {
    name: "another node's list",
    user: kubelet,
    wanted: wants("list", "pods", "", "spec.nodeName=node-2"),
    reason: "can only list/watch pods with spec.nodeName field selector",
  },
  { name: "a token for its pod", user: kubelet, wanted: wants("create", "serviceaccounts/token", "app"), reason: null },
  { name: "a token for a pod elsewhere", user: kubelet, wanted: wants("create", "serviceaccounts/token", "other"), reason: UNRELATED },
  { name: "a ConfigMap that its pod shows", user: kubelet, wanted: wants("get", "configmaps", "settings"), reason: null },
  { name: "a ConfigMap that a pod elsewhere shows", user: kubelet, wanted: wants("get", "configmaps", "secret-settings"), reason: UNRELATED },
  { name: "the list of the ConfigMap that its pod shows", user: kubelet, wanted: wants("list", "configmaps", "", "metadata.name=settings"), reason: null },
  { name: "the watch of the ConfigMap that its pod shows", user: kubelet, wanted: wants("watch", "configmaps", "", "metadata.name==settings"), reason: null },
  { name: "all ConfigMaps but one", user: kubelet, wanted: wants("watch", "configmaps", "", "metadata.name!=settings"), reason: UNRELATED },
  { name: "all ConfigMaps", user: kubelet, wanted: wants("list", "configmaps"), reason: UNRELATED },
  { name: "a Secret that its pod shows", user: kubelet, wanted: wants("get", "secrets", "password"), reason: null },
  { name: "the watch of a Secret that its pod shows", user: kubelet, wanted: wants("watch", "secrets", "", "metadata.name=password"), reason: null },
  { name: "a Secret that a pod elsewhere shows", user: kubelet, wanted: wants("get", "secrets", "other-password"), reason: UNRELATED },
  { name: "what was granted", user: webhook, wanted: wants("watch", "serviceaccounts"), reason: null },
  { name: "another verb than was granted", user: webhook, wanted: wants("delete", "serviceaccounts", "app"), reason: "" },
  { name: "another resource than was granted", user: webhook, wanted: wants("watch", "pods"), reason: "" },
  { name: "what was granted to somebody else", user: impostor, wanted: wants("watch", "serviceaccounts"), reason: "" },
  { name: "its own Node", user: kubelet, wanted: wants("get", "nodes", "node-1"), reason: null },
  { name: "another Node", user: kubelet, wanted: wants("get", "nodes", "node-2"), reason: "node 'node-1' cannot read 'node-2', only its own Node object" },
  { name: "service accounts", user: kubelet, wanted: wants("get", "serviceaccounts", "app"), reason: "" },
  { name: "deleting pods, of which admission sees to", user: kubelet, wanted: wants("delete", "pods", "here"), reason: null },
  { name: "events", user: kubelet, wanted: wants("create", "events"), reason: null },
  { name: "deleting events", user: kubelet, wanted: wants("delete", "events", "here"), reason: "" },
  { name: "a node's name without its group", user: impostor, wanted: wants("get", "pods", "here"), reason: "" },
])("$name", ({ user, wanted, reason }) => {
  expect(decideAuthorization(user, wanted, { pods: PODS, grants: GRANTS })).toEqual(reason === null ? { isAllowed: true } : { isAllowed: false, reason });
});

test("the pod must be in the namespace", () => {
  const wanted = { ...wants("create", "serviceaccounts/token", "app"), namespace: "prod" };
  expect(decideAuthorization(kubelet, wanted, { pods: PODS, grants: GRANTS })).toEqual({ isAllowed: false, reason: UNRELATED });
});

test.each([
  { granted: "everywhere", resource: "serviceaccounts", namespace: "prod", isAllowed: true },
  { granted: "everywhere", resource: "serviceaccounts", namespace: null, isAllowed: true },
  { granted: "in one namespace", resource: "configmaps", namespace: "default", isAllowed: true },
  { granted: "in one namespace", resource: "configmaps", namespace: "prod", isAllowed: false },
  { granted: "in one namespace", resource: "configmaps", namespace: null, isAllowed: false },
])("what was granted $granted, wanted in $namespace: $isAllowed", ({ resource, namespace, isAllowed }) => {
  const decision = decideAuthorization(webhook, { ...wants("get", resource, "x"), namespace }, { pods: PODS, grants: GRANTS });
  expect(decision.isAllowed).toBe(isAllowed);
});
