import type { JsonObject } from "@irsa-sim/core";
import { describe, expect, test } from "vitest";
import { createTestCluster, pod, type TestCluster } from "../cluster.test-support.js";

const PODS = "/api/v1/namespaces/default/pods";
const CONFIG_MAPS = "/api/v1/namespaces/default/configmaps";

interface Change {
  readonly type: string;
  readonly object: { readonly metadata: { readonly name: string; readonly resourceVersion: string } };
}
const watch = (cluster: TestCluster, path: string, query = "") => cluster.send({ path: `${path}?watch=1${query}` });
const told = (text: string): readonly string[] =>
  text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Change)
    .map(({ type, object }) => `${type} ${object.metadata.name}`);
const versionOf = async (cluster: TestCluster, path: string): Promise<string> =>
  ((await cluster.send({ path })).body.metadata as { readonly resourceVersion: string }).resourceVersion;
const create = (cluster: TestCluster, name: string): Promise<{ readonly body: JsonObject }> =>
  cluster.send({ method: "POST", path: CONFIG_MAPS, body: { metadata: { name } } });

test("a watch from a list's version tells what happened since, in order", async () => {
  const cluster = createTestCluster();
  await create(cluster, "before");
  const version = await versionOf(cluster, CONFIG_MAPS);
  await create(cluster, "a");
  await cluster.send({ method: "PATCH", path: `${CONFIG_MAPS}/a`, body: { data: { k: "v" } }, contentType: "application/merge-patch+json" });
  await cluster.send({ method: "DELETE", path: `${CONFIG_MAPS}/a` });
  const { text, response } = await watch(cluster, CONFIG_MAPS, `&resourceVersion=${version}`);
  expect(told(text)).toEqual(["ADDED a", "MODIFIED a", "DELETED a"]);
  expect(response.headers["content-type"]).toBe("application/json;stream=watch");
});

test("from the version of the last change nothing more is told", async () => {
  const cluster = createTestCluster();
  await create(cluster, "a");
  expect((await watch(cluster, CONFIG_MAPS, `&resourceVersion=${await versionOf(cluster, CONFIG_MAPS)}`)).text).toBe("");
});

test.each(["", "&resourceVersion=0"])("without a version (%j) what is there comes as added", async (query) => {
  const cluster = createTestCluster();
  await create(cluster, "a");
  expect(told((await watch(cluster, CONFIG_MAPS, query)).text)).toEqual(["ADDED a"]);
});

test("a kubelet watches the pods of its node alone", async () => {
  const cluster = createTestCluster();
  await cluster.send({ method: "POST", path: PODS, body: pod("here") });
  await cluster.send({ method: "POST", path: PODS, body: pod("there", { nodeName: "node-2" }) });
  const path = "/api/v1/pods?watch=true";
  expect(told((await cluster.send({ path: `${path}&fieldSelector=spec.nodeName%3Dnode-1`, token: "node-token" })).text)).toEqual(["ADDED here"]);
  expect((await cluster.send({ path, token: "node-token" })).body.message).toContain('cannot watch resource "pods"');
});

describe("refusals", () => {
  test("a version whose changes are forgotten is gone", async () => {
    const cluster = createTestCluster();
    const version = await versionOf(cluster, CONFIG_MAPS);
    for (let index = 0; index < 1001; index += 1) await create(cluster, `c-${index}`);
    const { status, body } = await watch(cluster, CONFIG_MAPS, `&resourceVersion=${Number(version) - 1}`);
    expect({ status, reason: body.reason }).toEqual({ status: 410, reason: "Expired" });
    expect(body.message).toMatch(/^too old resource version: \d+ \(\d+\)$/);
  });

  test("a version that is no number", async () => {
    const { status, body } = await watch(createTestCluster(), CONFIG_MAPS, "&resourceVersion=x");
    expect([status, body.message]).toEqual([400, 'invalid resource version "x"']);
  });
});
