import type { LocatedNode, Member, Place } from "@irsa-sim/documents";
import { parseWorldDescription } from "@irsa-sim/simulation";

const { cluster, webhook, aws } = parseWorldDescription({});

/** What stands in a scenario's tree when neither it nor its base says otherwise: what variables are made from, and what addresses of patches lead through. */
const DEFAULTS = {
  cluster: { name: cluster.name, region: cluster.region, issuerId: cluster.issuerId, node: cluster.node, instanceId: cluster.instanceId },
  clusters: {},
  webhook: { region: webhook.region, stsRegionalEndpoints: webhook.stsRegionalEndpoints },
  aws: { account: aws.account, oidcProviders: [], roles: {}, accounts: {}, nodeRole: { name: aws.nodeRole.name }, buckets: {} },
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
