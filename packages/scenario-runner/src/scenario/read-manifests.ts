/** Puts the Kubernetes objects of the files that a timeline applies into the scenario, under `kubernetes.KIND`. */
import {
  describeDocuments,
  type FileReader,
  identifyKubernetesObject,
  type LocatedNode,
  type Member,
  memberOf,
  type ObjectNode,
  type ProblemList,
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
    if (keys.has(`${id.kind}/${id.key}`))
      problems.add(place, { message: `the ${id.kind} ${id.key} stands twice`, expected: "one object of this name in the file" });
    const ofKind = kinds.get(id.kind) ?? { first: place, objects: new Map<string, Member>() };
    ofKind.objects.set(id.key, { keyPlace: place, node: id.node });
    kinds.set(id.kind, ofKind);
    keys.set(`${id.kind}/${id.key}`, { kind: id.kind, key: id.key });
  }
  return [...keys.values()];
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
