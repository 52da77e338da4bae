/** Lists: page by page, and as they were; the expectations are a real server's answers. */
import { describe, expect, test } from "vitest";
import { createTestCluster, type TestCluster } from "../../cluster.test-support.js";

const CONFIG_MAPS = "/api/v1/namespaces/default/configmaps";

interface List {
  readonly metadata: { readonly resourceVersion: string; readonly continue?: string; readonly remainingItemCount?: number };
  readonly items: readonly { readonly metadata: { readonly name: string; readonly namespace: string } }[];
}

async function createFive(): Promise<TestCluster> {
  const cluster = createTestCluster();
  for (const name of ["c3", "c1", "c5", "c2", "c4"])
    await cluster.send({ method: "POST", path: CONFIG_MAPS, body: { metadata: { name, labels: { of: "test" } } } });
  return cluster;
}

const list = async (cluster: TestCluster, query: string, path = CONFIG_MAPS): Promise<List> =>
  (await cluster.send({ path: `${path}?${query}` })).body as unknown as List;
const namesOf = ({ items }: List): string => items.map(({ metadata }) => metadata.name).join(" ");

test("page after page, each as things were at the first", async () => {
  const cluster = await createFive();
  const first = await list(cluster, "limit=2");
  expect([namesOf(first), first.metadata.remainingItemCount]).toEqual(["c1 c2", 3]);
  expect(JSON.parse(atob(first.metadata.continue ?? ""))).toEqual({ v: "meta.k8s.io/v1", rv: Number(first.metadata.resourceVersion), start: "c2\u0000" });
  await cluster.send({ method: "DELETE", path: `${CONFIG_MAPS}/c3` });
  await cluster.send({ method: "POST", path: CONFIG_MAPS, body: { metadata: { name: "c35" } } });
  const second = await list(cluster, `limit=2&continue=${first.metadata.continue}`);
  expect([namesOf(second), second.metadata.remainingItemCount, second.metadata.resourceVersion]).toEqual(["c3 c4", 1, first.metadata.resourceVersion]);
  const last = await list(cluster, `limit=2&continue=${second.metadata.continue}`);
  expect([namesOf(last), last.metadata]).toEqual(["c5", { resourceVersion: first.metadata.resourceVersion }]);
  expect(namesOf(await list(cluster, ""))).toBe("c1 c2 c35 c4 c5");
});

test("of what is selected nobody says how much is left", async () => {
  const { metadata } = await list(await createFive(), "limit=2&labelSelector=of%3Dtest");
  expect([metadata.continue, metadata.remainingItemCount]).toEqual([expect.any(String), undefined]);
});

test("over all namespaces pages end at a namespace and a name", async () => {
  const cluster = await createFive();
  const first = await list(cluster, "limit=4", "/api/v1/configmaps");
  expect(JSON.parse(atob(first.metadata.continue ?? ""))).toMatchObject({ start: "default/c4\u0000" });
  expect(namesOf(await list(cluster, `limit=1&continue=${first.metadata.continue}`, "/api/v1/configmaps"))).toBe("c5");
});

test("a table has its place in the list too", async () => {
  const cluster = await createFive();
  const { body } = await cluster.send({ path: `${CONFIG_MAPS}?limit=2`, accept: "application/json;as=Table;v=v1;g=meta.k8s.io" });
  expect(body).toMatchObject({ kind: "Table", metadata: { continue: expect.any(String), remainingItemCount: 3 } });
});

test("what is too old is told with a token by which the rest can be had as it is now", async () => {
  const cluster = await createFive();
  const first = await list(cluster, "limit=2");
  for (let count = 0; count <= 1000; count += 1) {
    await cluster.send({ method: "PATCH", path: `${CONFIG_MAPS}/c1`, contentType: "application/merge-patch+json", body: { data: { count: String(count) } } });
  }
  const { status, body } = await cluster.send({ path: `${CONFIG_MAPS}?limit=2&continue=${first.metadata.continue}` });
  expect([status, body.reason]).toEqual([410, "Expired"]);
  expect(body.message).toMatch(/^The provided continue parameter is too old to display a consistent list result\./);
  const token = String((body.metadata as { readonly continue?: string }).continue);
  expect(namesOf(await list(cluster, `limit=2&continue=${token}`))).toBe("c3 c4");
});

describe("versions", () => {
  test("exactly as it was", async () => {
    const cluster = await createFive();
    const { metadata } = await list(cluster, "");
    await cluster.send({ method: "DELETE", path: `${CONFIG_MAPS}/c3` });
    expect(namesOf(await list(cluster, `resourceVersion=${metadata.resourceVersion}&resourceVersionMatch=Exact`))).toBe("c1 c2 c3 c4 c5");
    expect(namesOf(await list(cluster, `resourceVersion=${metadata.resourceVersion}&resourceVersionMatch=NotOlderThan`))).toBe("c1 c2 c4 c5");
    expect(namesOf(await list(cluster, `resourceVersion=${metadata.resourceVersion}&limit=3`))).toBe("c1 c2 c3");
    expect(namesOf(await list(cluster, "resourceVersion=0&limit=2"))).toBe("c1 c2 c4 c5");
  });

  const options = (message: string): string => `ListOptions.meta.k8s.io "" is invalid: ${message}`;
  test.each([
    { query: "limit=x", status: 400, message: 'strconv.ParseInt: parsing "x": invalid syntax' },
    {
      query: "resourceVersion=abc",
      ...{ status: 400, message: 'invalid resource version: resourceVersion: Invalid value: "abc": strconv.ParseUint: parsing "abc": invalid syntax' },
    },
    { query: "resourceVersion=999999", status: 504, message: expect.stringMatching(/^Timeout: Too large resource version: 999999, current: \d+$/) },
    {
      query: "resourceVersionMatch=Exact",
      ...{ status: 422, message: options("resourceVersionMatch: Forbidden: resourceVersionMatch is forbidden unless resourceVersion is provided") },
    },
    {
      query: "resourceVersion=0&resourceVersionMatch=Exact",
      ...{ status: 422, message: options('resourceVersionMatch: Forbidden: resourceVersionMatch "exact" is forbidden for resourceVersion "0"') },
    },
    {
      query: "resourceVersion=1&resourceVersionMatch=Foo",
      ...{ status: 422, message: options('resourceVersionMatch: Unsupported value: "Foo": supported values: "Exact", "NotOlderThan", ""') },
    },
    { query: "sendInitialEvents=true", status: 422, message: options("sendInitialEvents: Forbidden: sendInitialEvents is forbidden for list") },
    {
      query: "watch=1&sendInitialEvents=true",
      ...{ status: 422, message: options("resourceVersionMatch: Forbidden: sendInitialEvents requires setting resourceVersionMatch to NotOlderThan") },
    },
    {
      query: "watch=1&resourceVersion=1&resourceVersionMatch=NotOlderThan",
      ...{ status: 422, message: options("resourceVersionMatch: Forbidden: resourceVersionMatch is forbidden for watch unless sendInitialEvents is provided") },
    },
    {
      query: "watch=1&continue=x",
      status: 422,
      message: options("resourceVersionMatch: Forbidden: resourceVersionMatch is forbidden when continue is provided"),
    },
    {
      query: "continue=abc",
      ...{ status: 400, message: "invalid continue token: continue key is not valid: invalid character 'i' looking for beginning of value" },
    },
    {
      query: "continue=eyJ2IjoieCIsInJ2Ijo1LCJzdGFydCI6ImMyIn0=",
      ...{ status: 400, message: "invalid continue token: continue key is not valid: illegal base64 data at input byte 39" },
    },
    {
      query: "continue=eyJ2IjoibWV0YS5rOHMuaW8vdjEiLCJydiI6MSwic3RhcnQiOiJjMlx1MDAwMCJ9&resourceVersion=3",
      ...{ status: 400, message: "specifying resource version is not allowed when using continue" },
    },
  ])("$query: $status", async ({ query, status, message }) => {
    const answer = await createTestCluster().send({ path: `${CONFIG_MAPS}?${query}` });
    expect([answer.status, answer.body.message]).toEqual([status, message]);
  });
});
