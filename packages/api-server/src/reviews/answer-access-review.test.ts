import type { JsonObject } from "@irsa-sim/core";
import { describe, expect, test } from "vitest";
import { createTestCluster } from "../cluster.test-support.js";

const cluster = createTestCluster({ grants: [{ user: "guest", namespace: "default", verbs: ["get"], resources: ["pods"] }] });
const review = (kind: string, spec: JsonObject, token = "guest-token", headers = {}, place = "") => {
  const group = kind === "SelfSubjectReview" ? "authentication.k8s.io" : "authorization.k8s.io";
  const body = { kind, apiVersion: `${group}/v1`, spec };
  return cluster.send({ method: "POST", path: `/apis/${group}/v1${place}/${kind.toLowerCase()}s`, body, token, headers });
};

const GET_PODS = { namespace: "default", verb: "get", resource: "pods" };

test("who somebody is", async () => {
  const { status, body } = await review("SelfSubjectReview", {});
  expect([status, body.status]).toEqual([201, { userInfo: { username: "guest", groups: ["system:authenticated"] } }]);
  expect(Object.keys(body.metadata as object)).toEqual(["creationTimestamp"]);
});

describe("what somebody may do", () => {
  test.each<{ name: string; spec: JsonObject; token?: string; status: JsonObject }>([
    { name: "what is granted", spec: { resourceAttributes: GET_PODS }, status: { allowed: true } },
    { name: "in another namespace", spec: { resourceAttributes: { ...GET_PODS, namespace: "kube-system" } }, status: { allowed: false } },
    { name: "a part of an object", spec: { resourceAttributes: { ...GET_PODS, subresource: "log" } }, status: { allowed: false } },
    {
      name: "anything, for an administrator",
      spec: { resourceAttributes: { verb: "delete", resource: "nodes" } },
      token: "admin-token",
      status: { allowed: true },
    },
    { name: "a path", spec: { nonResourceAttributes: { path: "/logs", verb: "get" } }, status: { allowed: false } },
    {
      name: "a kubelet, with the reason",
      spec: { resourceAttributes: { verb: "get", resource: "nodes", name: "other" } },
      token: "node-token",
      status: { allowed: false, reason: "node 'node-1' cannot read 'other', only its own Node object" },
    },
  ])("$name", async ({ spec, token, status }) => {
    expect((await review("SelfSubjectAccessReview", spec, token)).body.status).toEqual(status);
  });

  test("somebody else, which only administrators may ask", async () => {
    const spec = { user: "guest", resourceAttributes: GET_PODS };
    expect((await review("SubjectAccessReview", spec, "admin-token")).body.status).toEqual({ allowed: true });
    expect((await review("LocalSubjectAccessReview", spec, "admin-token", {}, "/namespaces/default")).body.status).toEqual({ allowed: true });
    expect((await review("SubjectAccessReview", spec)).status).toBe(403);
  });

  test("everything, as a list", async () => {
    expect((await review("SelfSubjectRulesReview", { namespace: "default" }, "admin-token")).body.status).toMatchObject({ incomplete: false });
    expect((await review("SelfSubjectRulesReview", { namespace: "default" })).body.status).toMatchObject({ incomplete: true });
  });

  test.each([{ spec: {} }, { spec: { resourceAttributes: GET_PODS, nonResourceAttributes: { path: "/" } } }])(
    "a question that is none: $spec",
    async ({ spec }) => {
      expect((await review("SelfSubjectAccessReview", spec)).body).toMatchObject({
        code: 400,
        message: "exactly one of resourceAttributes or nonResourceAttributes must be specified",
      });
    },
  );
});

describe("in somebody else's place", () => {
  const whoami = async (headers: Readonly<Record<string, string>>, token = "admin-token") => (await review("SelfSubjectReview", {}, token, headers)).body;

  test.each([
    { headers: { "impersonate-user": "jane" }, user: { username: "jane", groups: ["system:authenticated"] } },
    { headers: { "impersonate-user": "jane", "impersonate-group": "a, b" }, user: { username: "jane", groups: ["a", "b", "system:authenticated"] } },
    {
      headers: { "impersonate-user": "system:serviceaccount:default:web" },
      user: { username: "system:serviceaccount:default:web", groups: ["system:serviceaccounts", "system:serviceaccounts:default", "system:authenticated"] },
    },
  ])("$headers", async ({ headers, user }) => {
    expect((await whoami(headers)).status).toEqual({ userInfo: user });
  });

  test("for administrators alone", async () => {
    expect(await whoami({ "impersonate-user": "jane" }, "guest-token")).toMatchObject({
      code: 403,
      message: 'users "jane" is forbidden: User "guest" cannot impersonate resource "users" in API group "" at the cluster scope',
    });
  });
});
