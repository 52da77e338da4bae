/** Puts the files that a scenario names into its tree: policies where they are named, manifests under `kubernetes`. */
import { type LocatedNode, type Member, memberOf, type ObjectNode, withMember } from "./located-tree.js";
import { parseFile } from "./parse-file.js";
import { describeNode, type ProblemList } from "./problem-list.js";
import type { ScenarioFiles } from "./scenario-files.js";

/** Finds and reads files in the folders of a scenario and its bases, the scenario's own first. */
export interface FileReader {
  /** One tree a document; `null` when no folder has the file, which is then a problem at `node`. */
  read(node: LocatedNode): readonly LocatedNode[] | null;
}

/** Creates a reader; a file is read once. */
export function createFileReader(files: ScenarioFiles, folders: readonly string[], problems: ProblemList): FileReader {
  const known = new Map<string, readonly LocatedNode[]>();
  return {
    read(node) {
      const name = node.kind === "scalar" && typeof node.value === "string" ? node.value : null;
      const folder = name === null || isOutside(name) ? undefined : folders.find((candidate) => files.read(candidate, name) !== null);
      if (name === null || folder === undefined) {
        problems.add(node.place, { message: `there is no such file`, expected: "a file in the scenario's folder or its base's", actual: describeNode(node) });
        return null;
      }
      const trees = known.get(name) ?? parseFile(files.displayPath(folder, name), files.read(folder, name) ?? "", problems);
      known.set(name, trees);
      return trees;
    },
  };
}

/** Inputs stay within their folders. */
function isOutside(name: string): boolean {
  return name.startsWith("/") || name.includes("\\") || name.split("/").includes("..");
}

/** The scenario with every named policy file read into its place. */
export function inlinePolicies(scenario: LocatedNode, reader: FileReader): LocatedNode {
  return changeMember(scenario, "aws", (aws) => {
    const withRoles = changeMember(aws, "roles", (roles) => changeEach(roles, (role) => inlineRole(role, reader)));
    const withNodeRole = changeMember(withRoles, "nodeRole", (role) => inlineRole(role, reader));
    return changeMember(withNodeRole, "oidcProviders", (providers) =>
      providers.kind === "list" ? { ...providers, items: providers.items.map((item) => inlineProvider(item, reader)) } : providers,
    );
  });
}

function inlineRole(role: LocatedNode, reader: FileReader): LocatedNode {
  const withTrust = changeMember(role, "trustPolicy", (policy) => policyOf(inline(policy, reader)));
  return changeMember(withTrust, "policies", (policies) => changeEach(policies, (policy) => inline(policy, reader)));
}

/** The document of the file that `node` names; `node` itself when it is a document already, or when the file has faults. */
function inline(node: LocatedNode, reader: FileReader): LocatedNode {
  return node.kind === "scalar" ? (reader.read(node)?.[0] ?? node) : node;
}

/** The output of `aws iam get-role` is taken for the trust policy in it. */
function policyOf(document: LocatedNode): LocatedNode {
  return memberOf(memberOf(document, "Role"), "AssumeRolePolicyDocument") ?? document;
}

/** The output of `aws iam get-open-id-connect-provider` becomes a provider as a scenario writes it. */
function inlineProvider(node: LocatedNode, reader: FileReader): LocatedNode {
  const document = inline(node, reader);
  if (document.kind !== "object" || !document.members.has("Url")) return document;
  const members = new Map<string, Member>();
  for (const [from, to] of [
    ["Url", "url"],
    ["ClientIDList", "clientIds"],
    ["ThumbprintList", "thumbprints"],
  ] as const) {
    const member = document.members.get(from);
    if (member !== undefined) members.set(to, from === "Url" ? { ...member, node: withScheme(member.node) } : member);
  }
  return { ...document, members };
}

function withScheme(url: LocatedNode): LocatedNode {
  return url.kind === "scalar" && typeof url.value === "string" && !url.value.startsWith("https://") ? { ...url, value: `https://${url.value}` } : url;
}

/** The scenario with its manifests under `kubernetes.KIND.NAME`, and which file holds which. */
export function inlineManifests(
  scenario: LocatedNode,
  reader: FileReader,
  problems: ProblemList,
): { readonly scenario: LocatedNode; readonly manifests: ReadonlyMap<string, readonly ManifestKey[]> } {
  const manifests = new Map<string, readonly ManifestKey[]>();
  let kubernetes: ObjectNode = { kind: "object", place: scenario.place, members: new Map() };
  for (const file of appliedFiles(scenario)) {
    const name = file.kind === "scalar" ? String(file.value) : "";
    if (manifests.has(name)) continue;
    const keys: ManifestKey[] = [];
    for (const object of (reader.read(file) ?? []).flatMap(unwrapList)) {
      const key = keyOf(object, problems);
      if (key === null) continue;
      keys.push(key);
      const ofKind = (memberOf(kubernetes, key.kind) ?? { kind: "object", place: object.place, members: new Map() }) as ObjectNode;
      kubernetes = withMember(kubernetes, key.kind, { keyPlace: object.place, node: withMember(ofKind, key.name, { keyPlace: object.place, node: object }) });
    }
    manifests.set(name, keys);
  }
  const placed = scenario.kind === "object" ? withMember(scenario, "kubernetes", { keyPlace: scenario.place, node: kubernetes }) : scenario;
  return { scenario: placed, manifests };
}

/** Where a manifest stands under `kubernetes`. */
export interface ManifestKey {
  readonly kind: string;
  readonly name: string;
}

function appliedFiles(scenario: LocatedNode): readonly LocatedNode[] {
  const timeline = memberOf(scenario, "timeline");
  if (timeline?.kind !== "list") return [];
  return timeline.items.flatMap((item) => {
    const files = memberOf(item, "apply");
    return files?.kind === "list" ? files.items : [];
  });
}

/** The items of a `kind: List`, or the object itself. */
function unwrapList(object: LocatedNode): readonly LocatedNode[] {
  const kind = memberOf(object, "kind");
  const items = memberOf(object, "items");
  return kind?.kind === "scalar" && kind.value === "List" && items?.kind === "list" ? items.items : [object];
}

function keyOf(object: LocatedNode, problems: ProblemList): ManifestKey | null {
  const kind = memberOf(object, "kind");
  const metadata = memberOf(object, "metadata");
  const name = memberOf(metadata, "name") ?? memberOf(metadata, "generateName");
  if (kind?.kind === "scalar" && typeof kind.value === "string" && name?.kind === "scalar" && typeof name.value === "string")
    return { kind: kind.value, name: name.value };
  problems.add(object.place, { message: "not a Kubernetes object", expected: "apiVersion, kind and metadata.name", actual: describeNode(object) });
  return null;
}

function changeMember(node: LocatedNode, key: string, change: (node: LocatedNode) => LocatedNode): LocatedNode {
  const member = node.kind === "object" ? node.members.get(key) : undefined;
  return node.kind === "object" && member !== undefined ? withMember(node, key, { ...member, node: change(member.node) }) : node;
}

function changeEach(node: LocatedNode, change: (node: LocatedNode) => LocatedNode): LocatedNode {
  if (node.kind !== "object") return node;
  return { ...node, members: new Map([...node.members].map(([key, member]) => [key, { ...member, node: change(member.node) }])) };
}
