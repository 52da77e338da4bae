import type { LocatedNode, Place } from "./located-tree.js";

/** What a scenario has when neither it nor its base says otherwise. */
const DEFAULTS = {
  cluster: { name: "demo", region: "eu-west-1", issuerId: "A1B2C3D4E5F60718293A4B5C6D7E8F90", node: "node-1", instanceId: "i-0a1b2c3d4e5f67890" },
  webhook: { region: "", stsRegionalEndpoints: false },
  aws: { account: "111122223333", oidcProviders: [], roles: {}, nodeRole: { name: "demo-node-role" }, buckets: {} },
  timeline: [],
} as const;

const NOWHERE: Place = { file: "defaults", line: 1, column: 1 };

/** The defaults as a tree to merge a scenario into. */
export function defaultTree(value: unknown = DEFAULTS): LocatedNode {
  if (Array.isArray(value)) return { kind: "list", place: NOWHERE, items: value.map(defaultTree) };
  if (typeof value !== "object" || value === null) return { kind: "scalar", place: NOWHERE, value: value as string };
  const members = Object.entries(value).map(([key, member]) => [key, { keyPlace: NOWHERE, node: defaultTree(member) }] as const);
  return { kind: "object", place: NOWHERE, members: new Map(members) };
}
