import { describe, expect, test } from "vitest";
import { createTestCluster, pod } from "../../cluster.test-support.js";
import { type AskedTokenSpec, type BoundPod, decideNodeRestriction } from "./decide-node-restriction.js";

const REF = { kind: "Pod", apiVersion: "v1", name: "web-0", uid: "u1" };
const ASKED: AskedTokenSpec = { boundObjectRef: REF, audiences: ["sts"] };
const volumes = [{ name: "t", projected: { sources: [{ serviceAccountToken: { audience: "sts", path: "token" } }] } }];
const OWN = [
  { name: "e", emptyDir: {} },
  { name: "t", projected: { sources: [{ configMap: { name: "c" } }, { serviceAccountToken: { path: "token" } }] } },
];
const POD: BoundPod = { uid: "u1", spec: { nodeName: "node-1", volumes } };

describe("what a kubelet may ask a token for", () => {
  test.each<{ readonly name: string; readonly asked?: AskedTokenSpec; readonly bound?: BoundPod | null; readonly outcome: string }>([
    { name: "a pod of the node, an audience of its volumes", outcome: "allowed" },
    {
      name: "no audience, as one of its volumes has none",
      asked: { audiences: [] },
      bound: { ...POD, spec: { ...POD.spec, volumes: OWN } },
      outcome: "allowed",
    },
    {
      name: "no audience, where its volumes have one",
      asked: { audiences: [] },
      outcome: 'audience "" not found in pod spec volume, system:node:node-1 is not authorized to request tokens for this audience',
    },
    {
      name: "a pod without volumes",
      bound: { ...POD, spec: { nodeName: "node-1" } },
      outcome: 'audience "sts" not found in pod spec volume, system:node:node-1 is not authorized to request tokens for this audience',
    },
    { name: "no reference", asked: { boundObjectRef: null }, outcome: "node requested token not bound to a pod" },
    { name: "a secret", asked: { boundObjectRef: { ...REF, kind: "Secret" } }, outcome: "node requested token not bound to a pod" },
    { name: "another version", asked: { boundObjectRef: { ...REF, apiVersion: "v2" } }, outcome: "node requested token not bound to a pod" },
    { name: "a pod without a name", asked: { boundObjectRef: { ...REF, name: "" } }, outcome: "node requested token not bound to a pod" },
    { name: "a pod without a uid", asked: { boundObjectRef: { ...REF, uid: "" } }, outcome: "node requested token with a pod binding without a uid" },
    { name: "a pod that is not there", bound: null, outcome: "pod-missing" },
    {
      name: "a pod made again",
      bound: { ...POD, uid: "u2" },
      outcome: "the UID in the bound object reference (u1) does not match the UID in record. The object might have been deleted and then recreated",
    },
    {
      name: "a pod of another node",
      bound: { ...POD, spec: { volumes, nodeName: "node-2" } },
      outcome: "node requested token bound to a pod scheduled on a different node",
    },
    { name: "two audiences", asked: { audiences: ["sts", "api"] }, outcome: "node may only request 0 or 1 audiences" },
    {
      name: "an audience of no volume",
      asked: { audiences: ["vault"] },
      outcome: 'audience "vault" not found in pod spec volume, system:node:node-1 is not authorized to request tokens for this audience',
    },
  ])("$name", ({ asked = {}, bound = POD, outcome }) => {
    const decision = decideNodeRestriction("node-1", { ...ASKED, ...asked }, bound);
    expect(typeof decision === "string" ? decision : decision.why).toBe(outcome);
  });
});

describe("over the wire", () => {
  const createCluster = () => createTestCluster({ tokenRequest: async () => ({ status: 201, headers: {}, body: "{}" }) });
  const path = "/api/v1/namespaces/default/serviceaccounts/default/token";

  test.each([
    {
      name: "a refusal",
      spec: { expirationSeconds: 1 },
      status: 403,
      message: 'serviceaccounts "default" is forbidden: node requested token not bound to a pod',
    },
    { name: "a pod that is not there", spec: { boundObjectRef: { ...REF, name: "none" } }, status: 404, message: 'pod "none" not found' },
  ])("$name reaches the kubelet", async ({ spec, status, message }) => {
    const cluster = createCluster();
    await cluster.send({ method: "POST", path: "/api/v1/namespaces/default/pods", body: pod("p") });
    const answer = await cluster.send({ method: "POST", path, body: { spec }, token: "node-token" });
    expect([answer.status, answer.body.message]).toEqual([status, message]);
    expect(cluster.checks("admission.node-restriction")).toMatchObject([{ passed: false, actual: { value: message } }]);
  });

  test("others are not restricted", async () => {
    const cluster = createCluster();
    expect((await cluster.send({ method: "POST", path, body: {} })).status).toBe(201);
    expect(cluster.checks("admission.node-restriction")).toEqual([]);
  });
});
