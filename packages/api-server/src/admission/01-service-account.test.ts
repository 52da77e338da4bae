import type { JsonObject } from "@irsa-sim/core";
import { describe, expect, test } from "vitest";
import { answering, createTestCluster, patching, pod, registration } from "../cluster.test-support.js";
import { decideAutomount } from "./service-account/decide-automount.js";

const PODS = "/api/v1/namespaces/default/pods";
const PLACE = "/var/run/secrets/kubernetes.io/serviceaccount";
const NAME = /^kube-api-access-[bcdfghjklmnpqrstvwxz2456789]{5}$/;
const createCluster = () => createTestCluster({ apiAccess: { rootCertificate: "PEM" } });
const create = (body: JsonObject, cluster = createCluster()) => cluster.send({ method: "POST", path: PODS, body });
const app = (volumeMounts: readonly JsonObject[]): JsonObject => ({ name: "app", image: "nginx", volumeMounts });

interface Spec {
  readonly volumes?: readonly { readonly name: string; readonly projected: JsonObject }[];
  readonly containers: readonly { readonly volumeMounts?: readonly JsonObject[] }[];
  readonly initContainers?: readonly { readonly volumeMounts?: readonly JsonObject[] }[];
}
const specOf = (body: JsonObject): Spec => body.spec as unknown as Spec;

describe("the volume with the token for the API server", () => {
  test("is a projection of token, root certificate and namespace", async () => {
    const [volume] = specOf((await create(pod("p"))).body).volumes ?? [];
    expect(volume?.name).toMatch(NAME);
    expect(JSON.stringify(volume?.projected)).toBe(
      '{"sources":[{"serviceAccountToken":{"expirationSeconds":3607,"path":"token"}},{"configMap":{"name":"kube-root-ca.crt","items":[{"key":"ca.crt","path":"ca.crt"}]}},{"downwardAPI":{"items":[{"path":"namespace","fieldRef":{"apiVersion":"v1","fieldPath":"metadata.namespace"}}]}}],"defaultMode":420}',
    );
  });

  test("is mounted in init containers and containers, after their own mounts", async () => {
    const sent = pod("p", {
      volumes: [{ name: "own", emptyDir: {} }],
      initContainers: [{ name: "init", image: "busybox" }],
      containers: [app([{ name: "own", mountPath: "/own" }])],
    });
    const { volumes = [], initContainers, containers } = specOf((await create(sent)).body);
    const mount = { name: volumes[1]?.name, readOnly: true, mountPath: PLACE };
    expect(volumes.map(({ name }) => name)).toEqual(["own", expect.stringMatching(NAME)]);
    expect(initContainers?.[0]?.volumeMounts).toEqual([mount]);
    expect(containers[0]?.volumeMounts).toEqual([{ name: "own", mountPath: "/own" }, mount]);
  });

  test("is left out where every container has something at its place", async () => {
    const own = { name: "own", mountPath: PLACE };
    const spec = specOf((await create(pod("p", { volumes: [{ name: "own", emptyDir: {} }], containers: [app([own])] }))).body);
    expect(spec.volumes?.map(({ name }) => name)).toEqual(["own"]);
    expect(spec.containers[0]?.volumeMounts).toEqual([own]);
  });

  test("one whose name begins alike is used again", async () => {
    const volume = { name: "kube-api-access-mine", emptyDir: {} };
    const spec = specOf((await create(pod("p", { volumes: [volume] }))).body);
    expect(spec.volumes).toEqual([volume]);
    expect(spec.containers[0]?.volumeMounts).toEqual([{ name: "kube-api-access-mine", readOnly: true, mountPath: PLACE }]);
  });

  test("a webhook sees account and volume already filled in, and a container it adds gets the mount", async () => {
    const cluster = createCluster();
    let seen: JsonObject = {};
    const add = answering(patching([{ op: "add", path: "/spec/containers/-", value: { name: "sidecar", image: "proxy" } }]));
    cluster.serve("hook", async (request, span) => {
      seen = (JSON.parse(request.body as string) as { readonly request: { readonly object: JsonObject } }).request.object;
      return add(request, span);
    });
    await cluster.send({ method: "POST", path: CONFIGURATIONS, body: registration("hook") });
    const spec = specOf((await create(pod("p"), cluster)).body);
    expect(seen).toMatchObject({ spec: { serviceAccountName: "default", volumes: [{ name: expect.stringMatching(NAME) }] } });
    expect(spec.volumes).toHaveLength(1);
    expect(spec.containers[1]?.volumeMounts).toEqual([{ name: spec.volumes?.[0]?.name, readOnly: true, mountPath: PLACE }]);
  });

  test("is added by no server that was not told to", async () => {
    expect((await create(pod("p"), createTestCluster())).body.spec).not.toHaveProperty("volumes");
  });
});

const CONFIGURATIONS = "/apis/admissionregistration.k8s.io/v1/mutatingwebhookconfigurations";

describe("automountServiceAccountToken", () => {
  test.each([
    { name: "nobody says anything", pod: undefined, serviceAccount: undefined, decision: { isMounted: true } },
    { name: "the account says no", pod: undefined, serviceAccount: false, decision: { isMounted: false, says: "service account" } },
    { name: "the pod says no", pod: false, serviceAccount: true, decision: { isMounted: false, says: "pod" } },
    { name: "the pod's yes counts before the account's no", pod: true, serviceAccount: false, decision: { isMounted: true } },
  ])("$name", ({ pod: own, serviceAccount, decision }) => {
    expect(decideAutomount(own, serviceAccount)).toEqual(decision);
  });

  test("false leaves other tokens in the pod", async () => {
    const cluster = createCluster();
    const volumes = [{ name: "irsa", projected: { sources: [{ serviceAccountToken: { path: "token", audience: "sts.amazonaws.com" } }] } }];
    const { body } = await create(pod("p", { automountServiceAccountToken: false, volumes }), cluster);
    expect(specOf(body).volumes?.map(({ name }) => name)).toEqual(["irsa"]);
    expect(cluster.notes("admission.api-access-left-out")).toMatchObject([{ attributes: { says: "pod" } }]);
  });

  test("of the account as it is stored", async () => {
    const cluster = createCluster();
    const body = { metadata: { name: "quiet" }, automountServiceAccountToken: false };
    await cluster.send({ method: "POST", path: "/api/v1/namespaces/default/serviceaccounts", body });
    expect((await create(pod("p", { serviceAccountName: "quiet" }), cluster)).body.spec).not.toHaveProperty("volumes");
  });
});

test("every namespace has the root certificate in a ConfigMap", async () => {
  const cluster = createCluster();
  await cluster.send({ method: "POST", path: "/api/v1/namespaces", body: { metadata: { name: "shop" } } });
  for (const namespace of ["default", "shop"]) {
    const { body } = await cluster.send({ path: `/api/v1/namespaces/${namespace}/configmaps/kube-root-ca.crt` });
    expect(body).toMatchObject({ metadata: { namespace }, data: { "ca.crt": "PEM" } });
  }
});

describe("a mirror pod", () => {
  const mirror = (spec: JsonObject) => pod("m", { nodeName: "node-1", ...spec }, { annotations: { "kubernetes.io/config.mirror": "hash" } });
  const volume = (source: JsonObject) => ({ volumes: [{ name: "v", ...source }] });
  test.each<{ readonly name: string; readonly spec: JsonObject; readonly why: string }>([
    { name: "names an account", spec: { serviceAccountName: "default" }, why: "a mirror pod may not reference service accounts" },
    { name: "mounts a secret", spec: volume({ secret: { secretName: "s" } }), why: "a mirror pod may not reference secrets" },
    { name: "projects a secret", spec: volume({ projected: { sources: [{ secret: { name: "s" } }] } }), why: "a mirror pod may not reference secrets" },
    { name: "pulls with a secret", spec: { imagePullSecrets: [{ name: "s" }] }, why: "a mirror pod may not reference secrets" },
    {
      name: "reads a secret into its environment",
      spec: { containers: [{ name: "app", image: "nginx", env: [{ name: "A", valueFrom: { secretKeyRef: { name: "s", key: "k" } } }] }] },
      why: "a mirror pod may not reference secrets",
    },
    {
      name: "projects a token",
      spec: volume({ projected: { sources: [{ serviceAccountToken: { path: "token" } }] } }),
      why: "a mirror pod may not use ServiceAccountToken volume projections",
    },
  ])("that $name is refused", async ({ spec, why }) => {
    const cluster = createCluster();
    const { status, body } = await create(mirror(spec), cluster);
    expect([status, body.message]).toEqual([403, `pods "m" is forbidden: ${why}`]);
    expect(cluster.checks("admission.mirror-pod")).toMatchObject([{ passed: false, actual: { value: why } }]);
  });

  test("is not changed", async () => {
    const { body } = await create(mirror({}));
    expect(body.spec).not.toHaveProperty("volumes");
    expect(body.spec).not.toHaveProperty("serviceAccountName");
  });
});
