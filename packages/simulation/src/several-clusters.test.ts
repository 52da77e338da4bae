import { createRandom, createTrace, epochMillis, VirtualClock } from "@irsa-sim/core";
import { expect, test } from "vitest";
import { createWorld } from "./create-world.js";
import { setUpClusters } from "./developer/set-up-clusters.js";
import { WELL_KNOWN_KEYS } from "./keys/well-known-keys.js";
import { parseWorldDescription } from "./settings/parse-world-description.js";
import type { World } from "./world.js";

const POD = { apiVersion: "v1", kind: "Pod", metadata: { namespace: "default", name: "my-pod" }, spec: { containers: [{ name: "app", image: "app" }] } };
const ACCOUNT_POD = { ...POD, spec: { ...POD.spec, serviceAccountName: "default" } };

/** Blue and green; the pod runs in those that are named. */
async function play(...running: readonly string[]): Promise<World> {
  const description = parseWorldDescription({ cluster: { name: "blue" }, clusters: { green: { account: "444455556666", node: "node-g" } } });
  const clock = new VirtualClock(epochMillis(Date.UTC(2026, 0, 5, 9)));
  const world = await createWorld({ description, clock, trace: createTrace(clock), random: createRandom("1"), keys: WELL_KNOWN_KEYS });
  await clock.run(async () => {
    await setUpClusters(world, description);
    for (const name of running) {
      const { developer, trace } = world.inCluster(name);
      await developer.create(ACCOUNT_POD, trace.root);
    }
  });
  await clock.advanceBy(5000);
  return world;
}

test("an API server has the objects that were created in its cluster", async () => {
  const world = await play("green");
  expect(["blue", "green"].map((name) => world.inCluster(name).readObject("Pod", "default", "my-pod") !== null)).toEqual([false, true]);
  expect(["blue", "green"].map((name) => world.inCluster(name).kubelet.container("default", "my-pod") !== null)).toEqual([false, true]);
});

test("what happens in a cluster is about it, whoever acts", async () => {
  const { trace } = await play("blue", "green");
  const about = (cluster: string) => new Set(trace.events.filter(({ subject }) => subject?.cluster === cluster).map(({ actor }) => actor));
  expect(about("green")).toEqual(about("blue"));
  expect(trace.events.filter(({ subject }) => subject?.pod !== undefined && subject.cluster === undefined)).toEqual([]);
});

test("tokens of two clusters have different issuers and keys", async () => {
  const world = await play("blue", "green");
  const tokens = ["blue", "green"].map((name) => {
    const files = world.inCluster(name).kubelet.container("default", "my-pod")?.files;
    const [header = "", payload = ""] = new TextDecoder().decode(files?.read("/var/run/secrets/kubernetes.io/serviceaccount/token")).split(".");
    return { kid: JSON.parse(atob(header)).kid as string, iss: JSON.parse(atob(payload.replaceAll("-", "+").replaceAll("_", "/"))).iss as string };
  });
  expect(tokens.map(({ iss }) => iss)).toEqual(["blue", "green"].map((name) => world.inCluster(name).issuerUrl));
  expect(new Set(tokens.map(({ kid }) => kid)).size).toBe(2);
});

test("who cuts a host off in one cluster cuts it off for no other, and who names none for all", async () => {
  const world = await play();
  const discovery = (name: string) => {
    const { developer, trace, issuerUrl } = world.inCluster(name);
    return world.clock
      .run(() => developer.fetch("Discovery document", `${issuerUrl}/.well-known/openid-configuration`, trace.root))
      .then(
        ({ status }) => status,
        ({ code }) => code,
      );
  };
  const cut = { host: "oidc.eks.eu-west-1.amazonaws.com", how: "refused", from: null, durationMs: null } as const;
  world.inCluster("green").blockHost(cut);
  expect([await discovery("blue"), await discovery("green")]).toEqual([200, "ECONNREFUSED"]);
  world.blockHost(cut);
  expect([await discovery("blue"), await discovery("green")]).toEqual(["ECONNREFUSED", "ECONNREFUSED"]);
});

test("a world with one cluster is what it is from there, and names it nowhere", async () => {
  const description = parseWorldDescription({});
  const clock = new VirtualClock(epochMillis(Date.UTC(2026, 0, 5, 9)));
  const world = await createWorld({ description, clock, trace: createTrace(clock), random: createRandom("1"), keys: WELL_KNOWN_KEYS });
  expect([world.inCluster("demo"), world.inCluster(null)]).toEqual([world, world]);
  await clock.run(() => setUpClusters(world, description));
  expect(world.trace.events.filter(({ subject }) => subject?.cluster !== undefined)).toEqual([]);
  expect(() => world.inCluster("green")).toThrow("there is no cluster green");
});
