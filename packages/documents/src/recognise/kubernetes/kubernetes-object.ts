import { memberOf } from "../../tree/located-tree.js";
import type { Recogniser } from "../recogniser.js";
import { textOf } from "../text-of.js";
import { asWritten } from "./as-written.js";

/** One Kubernetes object of any kind. */
export const kubernetesObject: Recogniser = (object) => {
  const isObject = textOf(memberOf(object, "kind")) !== null && ["apiVersion", "metadata", "spec"].some((name) => object.members.has(name));
  if (!isObject) return null;
  const { node, passedOver } = asWritten(object);
  return { documents: [{ kind: "kubernetes-object", node, asFound: object }], passedOver, faults: [] };
};
