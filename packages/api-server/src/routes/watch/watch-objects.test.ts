import type { JsonObject } from "@irsa-sim/core";
import { describe, expect, test } from "vitest";
import { createTestCluster, pod, type TestCluster } from "../../cluster.test-support.js";

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

test.each([{ query: "" }, { query: "&resourceVersion=0" }])("a watch '$query' begins with what is there", async ({ query }) => {
  const cluster = createTestCluster();
  await create(cluster, "a");
  await create(cluster, "b");
  expect(told((await watch(cluster, CONFIG_MAPS, query)).text)).toEqual(["ADDED a", "ADDED b"]);
});

describe("from the version of the last change", () => {
  /** A watch that has been open from the first instant on. */
  async function openWatch(query = "", path = CONFIG_MAPS, token = "admin-token") {
    const cluster = createTestCluster();
    await create(cluster, "before");
    const version = await versionOf(cluster, CONFIG_MAPS);
    const answers: { readonly atSeconds: number; readonly told: readonly string[] }[] = [];
    const start = cluster.clock.now();
    cluster.clock.at(start, async () => {
      const { text } = await cluster.sendNow({ path: `${path}?watch=1&resourceVersion=${version}${query}`, token });
      answers.push({ atSeconds: (cluster.clock.now() - start) / 1000, told: told(text) });
    });
    await cluster.clock.advanceBy(0);
    return { cluster, answers };
  }

  test("the answer waits for the next change, and comes at that instant", async () => {
    const { cluster, answers } = await openWatch();
    await cluster.clock.advanceBy(90_000);
    expect(answers).toEqual([]);
    await create(cluster, "a");
    expect(answers).toEqual([{ atSeconds: 90, told: ["ADDED a"] }]);
  });

  test("without a timeout it waits for ever", async () => {
    const { cluster, answers } = await openWatch();
    await cluster.clock.advanceBy(86_400_000 * 365);
    expect(answers).toEqual([]);
  });

  test("with a timeout it comes in the end, and says nothing", async () => {
    const { cluster, answers } = await openWatch("&timeoutSeconds=60");
    await cluster.clock.advanceBy(59_999);
    expect(answers).toEqual([]);
    await cluster.clock.advanceBy(1);
    expect(answers).toEqual([{ atSeconds: 60, told: [] }]);
    await create(cluster, "a");
    expect(answers).toHaveLength(1);
  });

  test.each([
    { name: "another kind", change: (cluster: TestCluster) => cluster.send({ method: "POST", path: PODS, body: pod("a") }) },
    {
      name: "another namespace",
      change: async (cluster: TestCluster) => {
        await cluster.send({ method: "POST", path: "/api/v1/namespaces", body: { metadata: { name: "prod" } } });
        await cluster.send({ method: "POST", path: "/api/v1/namespaces/prod/configmaps", body: { metadata: { name: "a" } } });
      },
    },
  ])("$name does not wake it", async ({ change }) => {
    const { cluster, answers } = await openWatch();
    await change(cluster);
    expect(answers).toEqual([]);
  });

  test("a pod comes to a node's watch when it is bound, and goes when it is deleted", async () => {
    const { cluster, answers } = await openWatch("&fieldSelector=spec.nodeName%3Dnode-1", "/api/v1/pods", "node-token");
    await cluster.send({ method: "POST", path: PODS, body: pod("there", { nodeName: "node-2" }) });
    expect(answers).toEqual([]);
    await cluster.send({ method: "POST", path: PODS, body: pod("here") });
    expect(answers).toEqual([{ atSeconds: 0, told: ["ADDED here"] }]);
  });
});

test("a bookmark, when asked for, ends the answer with the version of the store", async () => {
  const cluster = createTestCluster();
  const version = await versionOf(cluster, CONFIG_MAPS);
  await create(cluster, "a");
  await cluster.send({ method: "POST", path: PODS, body: pod("p") });
  const { text } = await watch(cluster, CONFIG_MAPS, `&resourceVersion=${version}&allowWatchBookmarks=true`);
  const last = JSON.parse(text.trimEnd().split("\n").at(-1) ?? "") as Change & { readonly object: { readonly kind: string; readonly apiVersion: string } };
  expect(last).toEqual({
    type: "BOOKMARK",
    object: { kind: "ConfigMap", apiVersion: "v1", metadata: { resourceVersion: await versionOf(cluster, CONFIG_MAPS), creationTimestamp: null } },
  });
});

test("a bookmark alone ends a watch to which nothing happened", async () => {
  const cluster = createTestCluster();
  const version = await versionOf(cluster, CONFIG_MAPS);
  const { text } = await watch(cluster, CONFIG_MAPS, `&resourceVersion=${version}&allowWatchBookmarks=1&timeoutSeconds=5`);
  expect(JSON.parse(text)).toMatchObject({ type: "BOOKMARK", object: { metadata: { resourceVersion: version } } });
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
  test.each([
    { name: "the last version whose successors are all known", back: 0, status: 200 },
    { name: "a version before it", back: 1, status: 410 },
  ])("$name: $status, told in the watch", async ({ back, status }) => {
    const cluster = createTestCluster();
    const version = Number(await versionOf(cluster, CONFIG_MAPS));
    for (let index = 0; index < 1000; index += 1) await create(cluster, `c-${index}`);
    const answer = await watch(cluster, CONFIG_MAPS, `&resourceVersion=${version - back}`);
    expect(answer.status).toBe(200);
    if (status === 200) expect(told(answer.text)).toHaveLength(1000);
    else
      expect(JSON.parse(answer.text)).toMatchObject({
        type: "ERROR",
        object: { code: 410, reason: "Expired", message: `too old resource version: ${version - back} (${version})` },
      });
  });

  test("a version that is no number", async () => {
    const { status, body } = await watch(createTestCluster(), CONFIG_MAPS, "&resourceVersion=x");
    expect([status, body.message]).toEqual([500, 'resourceVersion: Invalid value: "x": strconv.ParseUint: parsing "x": invalid syntax']);
  });

  test("a timeout that is no number", async () => {
    const { status, body } = await watch(createTestCluster(), CONFIG_MAPS, "&timeoutSeconds=soon");
    expect([status, body.message]).toEqual([400, 'strconv.ParseInt: parsing "soon": invalid syntax']);
  });
});
