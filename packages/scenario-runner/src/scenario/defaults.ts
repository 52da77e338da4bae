import type { LocatedNode, Member, Place } from "@irsa-sim/documents";

/** What a scenario has when neither it nor its base says otherwise. */
const DEFAULTS = {
  cluster: { name: "demo", region: "eu-west-1", issuerId: "A1B2C3D4E5F60718293A4B5C6D7E8F90", node: "node-1", instanceId: "i-0a1b2c3d4e5f67890" },
  webhook: { region: "", stsRegionalEndpoints: false },
  aws: { account: "111122223333", oidcProviders: [], roles: {}, accounts: {}, nodeRole: { name: "demo-node-role" }, buckets: {} },
  timeline: [],
} as const;

const NOWHERE: Place = { file: "defaults", line: 1, column: 1 };

/** The scenario with what it leaves out; `null` in a file takes away what a base says, and so brings the default back. */
export function withDefaults(scenario: LocatedNode): LocatedNode {
  return fill(scenario, DEFAULTS);
}

function fill(node: LocatedNode | null, value: unknown): LocatedNode {
  if (node !== null && (node.kind !== "object" || !isObject(value))) return node;
  if (Array.isArray(value)) return { kind: "list", place: NOWHERE, items: value.map((item) => fill(null, item)) };
  if (!isObject(value)) return { kind: "scalar", place: NOWHERE, value: value as string | boolean };
  const members = new Map<string, Member>(node?.members);
  for (const [key, member] of Object.entries(value)) {
    const present = members.get(key);
    members.set(key, { keyPlace: present?.keyPlace ?? NOWHERE, node: fill(present?.node ?? null, member) });
  }
  return { kind: "object", place: node?.place ?? NOWHERE, members };
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
