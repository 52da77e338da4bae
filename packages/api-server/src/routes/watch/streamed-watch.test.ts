import { expect, test } from "vitest";
import { createTestCluster, pod } from "../../cluster.test-support.js";

const PODS = "/api/v1/namespaces/default/pods";

async function watch(query: string) {
  const cluster = createTestCluster();
  await cluster.send({ method: "POST", path: PODS, body: pod("first") });
  const { response } = await cluster.send({ path: `${PODS}?watch=1&${query}`, takesMore: true });
  const reader = response.more?.[Symbol.asyncIterator]();
  if (reader === undefined) throw new Error("the answer does not go on");
  const next = async (): Promise<readonly string[] | null> => {
    const { value, done } = await reader.next();
    return done === true ? null : linesOf(value);
  };
  return { ...cluster, beginning: linesOf(String(response.body)), next, leave: () => reader.return?.() };
}

function linesOf(text: string): readonly string[] {
  const events = text.split("\n").filter((line) => line !== "");
  return events.map((line) => {
    const { type, object } = JSON.parse(line) as {
      readonly type: string;
      readonly object: { readonly metadata: { readonly name?: string; readonly annotations?: object } };
    };
    return `${type} ${object.metadata.name ?? JSON.stringify(object.metadata.annotations)}`;
  });
}

test("what is there comes first, then each change as it happens", async () => {
  const { beginning, next, send } = await watch("");
  expect(beginning).toEqual(["ADDED first"]);
  const told = next();
  await send({ method: "POST", path: PODS, body: pod("second") });
  expect(await told).toEqual(["ADDED second"]);
  expect(await next()).toEqual(["MODIFIED second"]);
  await send({ method: "DELETE", path: `${PODS}/first` });
  expect(await next()).toEqual(["DELETED first"]);
});

test("behind what is there stands a mark, where it is asked for", async () => {
  const { beginning } = await watch("sendInitialEvents=true&allowWatchBookmarks=true&resourceVersionMatch=NotOlderThan");
  expect(beginning).toEqual(["ADDED first", 'BOOKMARK {"k8s.io/initial-events-end":"true"}']);
});

test("only what is selected is told", async () => {
  const { next, send } = await watch("fieldSelector=metadata.name%3Dthird");
  await send({ method: "POST", path: PODS, body: pod("second") });
  await send({ method: "POST", path: PODS, body: pod("third") });
  expect(await next()).toEqual(["ADDED third"]);
});

test("it ends when its time is up", async () => {
  const { next, clock } = await watch("timeoutSeconds=5");
  const told = next();
  await clock.advanceBy(5000);
  expect(await told).toBeNull();
});

test("nothing is told to who has left", async () => {
  const { next, leave, send } = await watch("");
  await leave();
  await send({ method: "POST", path: PODS, body: pod("second") });
  expect(await next()).toBeNull();
});
