import type { AccountId } from "@irsa-sim/core";
import type { WorldDescription } from "../world-description.js";

/** One cluster of a world, and the world as it looks from there. */
export interface ClusterDescription {
  readonly name: string;
  /** With this cluster as `cluster`, its webhook as `webhook` and its account as the account of `aws`. */
  readonly description: WorldDescription;
}

/**
 * The clusters of a world, the first one first.
 *
 * @example clustersOf(parseWorldDescription({ clusters: { green: {} } })).map(({ name }) => name); // ["demo", "green"]
 */
export function clustersOf(world: WorldDescription): readonly ClusterDescription[] {
  const { runUntilTold } = world;
  const ofFirst = runUntilTold.filter(({ cluster = world.cluster.name }) => cluster === world.cluster.name);
  const associationsOf = (name: string) => world.aws.podIdentityAssociations.filter(({ cluster = world.cluster.name }) => cluster === name);
  const awsOf = (name: string) => ({ ...world.aws, podIdentityAssociations: associationsOf(name) });
  const first = { name: world.cluster.name, description: { ...world, aws: awsOf(world.cluster.name), runUntilTold: ofFirst } };
  const further = [...world.clusters].map(([name, { cluster, webhook, account = world.aws.account }]) => ({
    name,
    description: { ...world, cluster, webhook, aws: { ...awsOf(name), account }, runUntilTold: runUntilTold.filter((told) => told.cluster === name) },
  }));
  return [first, ...further];
}

/** All accounts of a world: the first, those that are described, and those that only a cluster is in. */
export function accountsOf(world: WorldDescription): readonly AccountId[] {
  const ofClusters = [...world.clusters.values()].flatMap(({ account }) => account ?? []);
  return [...new Set([world.aws.account, ...world.aws.accounts.keys(), ...ofClusters])];
}
