import { type LocatedNode, memberOf } from "../tree/located-tree.js";
import { textOf } from "./text-of.js";

/** Which object a manifest is of. */
export interface KubernetesIdentity {
  readonly kind: string;
  /** `default` when the manifest leaves it out. */
  readonly namespace: string;
  /** `generateName` when there is no name. */
  readonly name: string;
}

/** Kind, namespace and name of a manifest; `null` when it is none. */
export function identifyKubernetesObject(object: LocatedNode): KubernetesIdentity | null {
  const kind = textOf(memberOf(object, "kind"));
  const metadata = memberOf(object, "metadata");
  const name = textOf(memberOf(metadata, "name") ?? memberOf(metadata, "generateName"));
  return kind === null || name === null ? null : { kind, namespace: textOf(memberOf(metadata, "namespace")) ?? "default", name };
}
