import { expect, test } from "vitest";
import { parseWorldDescription } from "../parse-world-description.js";
import { accountsOf, clustersOf } from "./clusters-of.js";

const OTHER = "444455556666";

test("a further cluster has what it says, and its own where it says nothing", () => {
  const world = parseWorldDescription({
    cluster: { name: "blue" },
    clusters: { green: { region: "us-west-2", account: OTHER }, red: { webhook: { absent: true } } },
  });
  const described = clustersOf(world).map(({ name, description: { cluster, webhook, aws } }) => [name, cluster.region, aws.account, webhook.absent]);
  expect(described).toEqual([
    ["blue", "eu-west-1", "111122223333", false],
    ["green", "us-west-2", OTHER, false],
    ["red", "eu-west-1", "111122223333", true],
  ]);
  expect(accountsOf(world)).toEqual(["111122223333", OTHER]);
});

test("no two clusters have one issuer or one instance by themselves", () => {
  const clusters = clustersOf(parseWorldDescription({ clusters: { green: {}, red: {} } }));
  expect(new Set(clusters.map(({ description: { cluster } }) => cluster.issuer.url)).size).toBe(3);
  expect(new Set(clusters.map(({ description: { cluster } }) => cluster.instanceId)).size).toBe(3);
});

test("a container that runs until it is told belongs to one cluster", () => {
  const container = { namespace: "default", pod: "my-pod", container: "setup" };
  const world = { ...parseWorldDescription({ clusters: { green: {} } }), runUntilTold: [container, { ...container, cluster: "green", container: "other" }] };
  expect(clustersOf(world).map(({ description }) => description.runUntilTold.map((told) => told.container))).toEqual([["setup"], ["other"]]);
});

test.each([
  { name: "more than there are keys for", clusters: { a: {}, b: {}, c: {} }, says: "at most 2 clusters beside the first" },
  { name: "a name that is none", clusters: { "a b": {} }, says: "a cluster's name: letters, digits, - and _" },
  {
    name: "self-hosted without an issuer",
    clusters: { a: { flavour: "self-hosted" as const } },
    says: "self-hosted together with issuer, which says where the documents are",
  },
])("refuses $name", ({ clusters, says }) => {
  expect(() => parseWorldDescription({ clusters })).toThrow(says);
});
