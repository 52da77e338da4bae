import type { JsonObject } from "@irsa-sim/core";
import { describe, expect, test } from "vitest";
import { createTestCluster, type TestCluster } from "../../cluster.test-support.js";

const CONFIG = "/api/v1/namespaces/default/configmaps/c";
const DEPLOYMENT = "/apis/apps/v1/namespaces/default/deployments/d";
const APPLY = "application/apply-patch+yaml";

interface Managed {
  readonly metadata: { readonly managedFields?: readonly { readonly manager: string; readonly operation: string; readonly fieldsV1: JsonObject }[] };
}

const patch = ({ send }: TestCluster, path: string, contentType: string, body: JsonObject | string) =>
  send({ method: "PATCH", path, contentType, body: typeof body === "string" ? body : JSON.stringify(body) });

const configMap = (data: JsonObject): JsonObject => ({ kind: "ConfigMap", apiVersion: "v1", metadata: { name: "c" }, data });

async function apply(cluster: TestCluster, data: JsonObject, manager = "one", query = ""): Promise<JsonObject> {
  return (await patch(cluster, `${CONFIG}?fieldManager=${manager}${query}`, APPLY, configMap(data))).body;
}

/** Who manages which keys of `data`. */
function managersOf(body: JsonObject): Readonly<Record<string, readonly string[]>> {
  const { managedFields = [] } = (body as unknown as Managed).metadata;
  const entries = managedFields.map(
    ({ manager, operation, fieldsV1 }) => [`${manager} ${operation}`, Object.keys((fieldsV1["f:data"] ?? {}) as object)] as const,
  );
  return Object.fromEntries(entries);
}

describe("JSON patches", () => {
  test.each([
    {
      name: "add and remove",
      operations: [
        { op: "add", path: "/data/b", value: "2" },
        { op: "remove", path: "/data/a" },
      ],
      data: { b: "2" },
    },
    {
      name: "test that holds",
      operations: [
        { op: "test", path: "/data/a", value: "1" },
        { op: "replace", path: "/data/a", value: "3" },
      ],
      data: { a: "3" },
    },
  ])("$name", async ({ operations, data }) => {
    const cluster = createTestCluster();
    await cluster.send({ method: "POST", path: "/api/v1/namespaces/default/configmaps", body: configMap({ a: "1" }) });
    expect((await patch(cluster, CONFIG, "application/json-patch+json", JSON.stringify(operations))).body.data).toEqual(data);
  });

  test.each([
    {
      name: "a path that is not there",
      body: '[{"op":"remove","path":"/data/x"}]',
      code: 422,
      message: "the server rejected our request due to an error in our request",
    },
    {
      name: "a test that fails",
      body: '[{"op":"test","path":"/data/a","value":"9"}]',
      code: 422,
      message: "the server rejected our request due to an error in our request",
    },
    {
      name: "an unknown operation",
      body: '[{"op":"burn","path":"/data/a"}]',
      code: 422,
      message: "the server rejected our request due to an error in our request",
    },
    { name: "no list", body: "{}", code: 400, message: "error decoding patch: json: cannot unmarshal object into Go value of type []handlers.jsonPatchOp" },
  ])("$name is refused, and nothing is changed", async ({ body, code, message }) => {
    const cluster = createTestCluster();
    await cluster.send({ method: "POST", path: "/api/v1/namespaces/default/configmaps", body: configMap({ a: "1" }) });
    expect((await patch(cluster, CONFIG, "application/json-patch+json", body)).body).toMatchObject({ code, message });
    expect((await cluster.send({ path: CONFIG })).body.data).toEqual({ a: "1" });
  });
});

describe("server-side apply", () => {
  test("creates what is not there, and says who manages what", async () => {
    const cluster = createTestCluster();
    const { status, body } = await patch(
      cluster,
      `${CONFIG}?fieldManager=one`,
      APPLY,
      "kind: ConfigMap\napiVersion: v1\nmetadata:\n  name: c\ndata:\n  a: '1'\n",
    );
    expect([status, managersOf(body)]).toEqual([201, { "one Apply": ["f:a"] }]);
  });

  test("what a manager no longer applies goes, what others manage stays", async () => {
    const cluster = createTestCluster();
    await apply(cluster, { a: "1", b: "1" });
    await apply(cluster, { b: "1", c: "2" }, "two");
    const body = await apply(cluster, {});
    expect([body.data, managersOf(body)]).toEqual([
      { b: "1", c: "2" },
      { "one Apply": [], "two Apply": ["f:b", "f:c"] },
    ]);
  });

  test("another value is a conflict, which can be forced", async () => {
    const cluster = createTestCluster();
    await apply(cluster, { a: "1" });
    expect(await apply(cluster, { a: "2" }, "two")).toMatchObject({
      code: 409,
      reason: "Conflict",
      message: 'Apply failed with 1 conflict: conflict with "one": .data.a',
      details: { causes: [{ reason: "FieldManagerConflict", message: 'conflict with "one"', field: ".data.a" }] },
    });
    const forced = await apply(cluster, { a: "2" }, "two", "&force=true");
    expect([forced.data, managersOf(forced)]).toEqual([{ a: "2" }, { "two Apply": ["f:a"] }]);
  });

  test("the same again changes nothing", async () => {
    const cluster = createTestCluster();
    const first = await apply(cluster, { a: "1" });
    await cluster.clock.advanceBy(5000);
    expect(await apply(cluster, { a: "1" })).toEqual(first);
  });

  test("who writes otherwise becomes the manager of what was written", async () => {
    const cluster = createTestCluster();
    await apply(cluster, { a: "1", b: "1" });
    const { body } = await patch(cluster, `${CONFIG}?fieldManager=editor`, "application/merge-patch+json", { data: { a: "9" } });
    expect(managersOf(body)).toEqual({ "one Apply": ["f:b"], "editor Update": ["f:a"] });
    expect(await apply(cluster, { a: "1", b: "1" })).toMatchObject({
      code: 409,
      message: 'Apply failed with 1 conflict: conflict with "editor" using v1: .data.a',
    });
  });

  test("what was there before anybody applied has a manager of its own", async () => {
    const cluster = createTestCluster();
    await cluster.send({ method: "POST", path: "/api/v1/namespaces/default/configmaps", body: configMap({ a: "1" }) });
    expect(await apply(cluster, { a: "2", b: "2" })).toMatchObject({ code: 409, message: expect.stringContaining('"before-first-apply" using v1') });
    expect(managersOf(await apply(cluster, { a: "1" }))).toMatchObject({ "before-first-apply Update": ["f:a"], "one Apply": ["f:a"] });
  });

  test("kubectl takes over what it applied on its own side", async () => {
    const cluster = createTestCluster();
    const annotations = { "kubectl.kubernetes.io/last-applied-configuration": JSON.stringify(configMap({ a: "1" })) };
    const object = { ...configMap({ a: "1" }), metadata: { name: "c", annotations } };
    await cluster.send({ method: "POST", path: "/api/v1/namespaces/default/configmaps", body: object });
    expect((await apply(cluster, { a: "2" }, "kubectl")).data).toEqual({ a: "2" });
  });

  test("items of lists are told apart by their keys", async () => {
    const cluster = createTestCluster();
    const deployment = (containers: readonly JsonObject[]): JsonObject => ({
      ...{ kind: "Deployment", apiVersion: "apps/v1", metadata: { name: "d" } },
      spec: { selector: { matchLabels: { a: "b" } }, template: { metadata: { labels: { a: "b" } }, spec: { containers } } },
    });
    const ports = [{ containerPort: 80 }, { containerPort: 80, protocol: "UDP" }];
    await patch(cluster, `${DEPLOYMENT}?fieldManager=one`, APPLY, deployment([{ name: "x", image: "x:1", ports }]));
    await patch(cluster, `${DEPLOYMENT}?fieldManager=two`, APPLY, deployment([{ name: "y", image: "y:1" }]));
    const { body } = await patch(cluster, `${DEPLOYMENT}?fieldManager=two`, APPLY, deployment([{ name: "x", image: "x:2" }]));
    expect(body).toMatchObject({ code: 409, message: 'Apply failed with 1 conflict: conflict with "one": .spec.template.spec.containers[name="x"].image' });
    const { body: left } = await patch(
      cluster,
      `${DEPLOYMENT}?fieldManager=one`,
      APPLY,
      deployment([{ name: "x", image: "x:1", ports: [{ containerPort: 80 }] }]),
    );
    expect(left).toMatchObject({ spec: { template: { spec: { containers: [{ name: "x", ports: [{ containerPort: 80 }] }, { name: "y" }] } } } });
    expect(JSON.stringify(left.metadata)).toContain('"k:{\\"containerPort\\":80,\\"protocol\\":\\"TCP\\"}"');
  });

  test("who applies says so", async () => {
    expect((await patch(createTestCluster(), CONFIG, APPLY, configMap({}))).body).toMatchObject({
      code: 422,
      message: 'PatchOptions.meta.k8s.io "" is invalid: fieldManager: Required value: is required for apply patch',
    });
  });
});
