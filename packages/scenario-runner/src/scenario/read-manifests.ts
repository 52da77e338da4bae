/** Puts the Kubernetes objects of the files that a timeline applies into the scenario, under `kubernetes.KIND`. */
import { nearestNames } from "@irsa-sim/core";
import {
  describeDocuments,
  type FileReader,
  identifyKubernetesObject,
  isManifestKind,
  type LocatedNode,
  MANIFEST_KINDS,
  type Member,
  memberOf,
  type ObjectNode,
  oneOf,
  type ProblemList,
  podTemplateIn,
  type RecognisedDocument,
  withMember,
} from "@irsa-sim/documents";
import { filesOf } from "../timeline/files-of.js";

/** More than this is a mistake. */
const MAX_APPLIED = 100_000;

/** Where an object stands under `kubernetes`. */
export interface ManifestKey {
  readonly kind: string;
  /** `FILE/NAMESPACE/NAME`: one name may stand in several namespaces, and in several files. */
  readonly key: string;
}

/** A scenario, and which objects each file holds. */
export interface WithManifests {
  readonly scenario: LocatedNode;
  /** By the file's name as the timeline writes it. */
  readonly manifests: ReadonlyMap<string, readonly ManifestKey[]>;
}

/** Reads the files that somebody or a controller applies and not yet among the manifests. */
export function readManifests({ scenario, manifests: known }: WithManifests, reader: FileReader, problems: ProblemList): WithManifests {
  if (scenario.kind !== "object") return { scenario, manifests: known };
  const manifests = new Map(known);
  const kinds = kindsIn(scenario);
  let applied = 0;
  for (const node of appliedFiles(scenario)) {
    const file = node.kind === "scalar" ? String(node.value) : "";
    const keys = manifests.get(file) ?? readManifest(file, reader.readFile(node), { kinds, problems });
    manifests.set(file, keys);
    applied += keys.length;
    if (applied > MAX_APPLIED) {
      problems.add(node.place, { message: "the timeline applies too many objects", expected: `at most ${MAX_APPLIED}` });
      break;
    }
  }
  const members = [...kinds].map(([kind, { first, objects }]): [string, Member] => [
    kind,
    { keyPlace: first, node: { kind: "object", place: first, members: objects } },
  ]);
  const kubernetes: ObjectNode = { kind: "object", place: memberOf(scenario, "kubernetes")?.place ?? scenario.place, members: new Map(members) };
  return { scenario: withMember(scenario, "kubernetes", { keyPlace: scenario.place, node: kubernetes }), manifests };
}

/** Objects by kind, and where the first of them stands. */
type Kinds = Map<string, { readonly first: LocatedNode["place"]; readonly objects: Map<string, Member> }>;

/** Those that were read before; each map is copied once, and then filled. */
function kindsIn(scenario: LocatedNode): Kinds {
  const present = memberOf(scenario, "kubernetes");
  const members = present?.kind === "object" ? [...present.members] : [];
  return new Map(members.flatMap(([kind, { node }]) => (node.kind === "object" ? [[kind, { first: node.place, objects: new Map(node.members) }]] : [])));
}

interface Reading {
  readonly kinds: Kinds;
  readonly problems: ProblemList;
}

function readManifest(file: string, documents: readonly RecognisedDocument[], { kinds, problems }: Reading): readonly ManifestKey[] {
  const keys = new Map<string, ManifestKey>();
  for (const document of documents) {
    const id = keyOf(file, document);
    if (id === null) {
      const fault = { message: "not a Kubernetes object", expected: "apiVersion, kind and metadata.name", actual: describeDocuments([document]) };
      problems.add(document.node?.place ?? { file, line: 1, column: 1 }, fault);
      continue;
    }
    const { place } = id.node;
    if (isPassedOver(id, problems)) continue;
    if (keys.has(`${id.kind}/${id.key}`))
      problems.add(place, { message: `the ${id.kind} ${id.key} stands twice`, expected: "one object of this name in the file" });
    const ofKind = kinds.get(id.kind) ?? { first: place, objects: new Map<string, Member>() };
    ofKind.objects.set(id.key, { keyPlace: place, node: id.node });
    kinds.set(id.kind, ofKind);
    keys.set(`${id.kind}/${id.key}`, { kind: id.kind, key: id.key });
  }
  return [...keys.values()];
}

/** What nothing here acts on is told, and left out; what nearly has the name of a kind is a mistake. */
function isPassedOver({ kind, node }: ManifestKey & { readonly node: ObjectNode }, problems: ProblemList): boolean {
  if (isManifestKind(kind)) return false;
  const place = memberOf(node, "kind")?.place ?? node.place;
  const [nearest] = nearestNames(kind, MANIFEST_KINDS);
  if (nearest !== undefined || isForTools(node)) problems.add(place, { message: `a ${kind} cannot be applied`, expected: oneOf(MANIFEST_KINDS, kind) });
  else if (podTemplateIn(node) === null) problems.notice(place, `a ${kind} is passed over: nothing here acts on it`);
  else problems.notice(place, `the controller of a ${kind} is not simulated: its pods are made as a ReplicaSet makes them`);
  return podTemplateIn(node) === null;
}

/** Settings of command line tools look like objects, and no cluster takes them. */
function isForTools(node: ObjectNode): boolean {
  const apiVersion = memberOf(node, "apiVersion");
  return apiVersion?.kind === "scalar" && /^(eksctl\.io|kustomize\.config\.k8s\.io|kubeadm\.k8s\.io|kind\.x-k8s\.io)\//.test(String(apiVersion.value));
}

function appliedFiles(scenario: LocatedNode): readonly LocatedNode[] {
  const timeline = memberOf(scenario, "timeline");
  if (timeline?.kind !== "list") return [];
  return timeline.items.flatMap(filesOf);
}

function keyOf(file: string, document: RecognisedDocument): (ManifestKey & { readonly node: ObjectNode }) | null {
  const identity = document.kind === "kubernetes-object" ? identifyKubernetesObject(document.node) : null;
  if (document.kind !== "kubernetes-object" || identity === null) return null;
  return { kind: identity.kind, key: `${file}/${identity.namespace}/${identity.name}`, node: document.node };
}
