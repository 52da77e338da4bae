/** Puts the Kubernetes objects of the files that a timeline applies into the scenario, under `kubernetes.KIND`. */
import {
  describeNode,
  type FileReader,
  identifyKubernetesObject,
  kubernetesObjectsIn,
  type LocatedNode,
  memberOf,
  type ObjectNode,
  type ProblemList,
  withMember,
} from "@irsa-sim/documents";
import { filesOf } from "../timeline/files-of.js";

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
  const present = memberOf(scenario, "kubernetes");
  let kubernetes: ObjectNode = present?.kind === "object" ? present : emptyObject(scenario);
  for (const node of appliedFiles(scenario)) {
    const file = node.kind === "scalar" ? String(node.value) : "";
    if (manifests.has(file)) continue;
    const keys: ManifestKey[] = [];
    for (const object of (reader.readManifests(node) ?? []).flatMap(kubernetesObjectsIn)) {
      const id = keyOf(file, object, problems);
      if (id === null) continue;
      const ofKind = memberOf(kubernetes, id.kind);
      const withObject = withMember(ofKind?.kind === "object" ? ofKind : emptyObject(object), id.key, { keyPlace: object.place, node: object });
      if (keys.some(({ kind, key }) => kind === id.kind && key === id.key))
        problems.add(object.place, { message: `the ${id.kind} ${id.key} stands twice`, expected: "one object of this name in the file" });
      kubernetes = withMember(kubernetes, id.kind, { keyPlace: object.place, node: withObject });
      keys.push(id);
    }
    manifests.set(file, keys);
  }
  return { scenario: withMember(scenario, "kubernetes", { keyPlace: scenario.place, node: kubernetes }), manifests };
}

function emptyObject({ place }: LocatedNode): ObjectNode {
  return { kind: "object", place, members: new Map() };
}

function appliedFiles(scenario: LocatedNode): readonly LocatedNode[] {
  const timeline = memberOf(scenario, "timeline");
  if (timeline?.kind !== "list") return [];
  return timeline.items.flatMap(filesOf);
}

function keyOf(file: string, object: LocatedNode, problems: ProblemList): ManifestKey | null {
  const identity = identifyKubernetesObject(object);
  if (identity !== null) return { kind: identity.kind, key: `${file}/${identity.namespace}/${identity.name}` };
  problems.add(object.place, { message: "not a Kubernetes object", expected: "apiVersion, kind and metadata.name", actual: describeNode(object) });
  return null;
}
