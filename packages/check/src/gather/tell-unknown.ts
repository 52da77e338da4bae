import { type LocatedNode, memberOf, textOf } from "@irsa-sim/documents";
import type { ToldForm } from "./tell-form.js";

/** What a sound document is that nobody reads here, and what to give in its place; `null` where nobody knows. */
export function tellUnknown(node: LocatedNode): ToldForm | null {
  const has = (...names: readonly string[]): boolean => names.every((name) => memberOf(node, name) !== null);
  const folder = node.place.file.includes("/") ? node.place.file.replace(/\/[^/]*$/, "") : ".";
  if (has("timeline", "expect") || has("base", "expect") || has("base", "title")) return { is: "a scenario of irsa-sim", instead: `irsa-sim run ${folder}` };
  if (isKustomization(node)) return { is: "a kustomization, which kubectl alone puts together", instead: `what kubectl kustomize ${folder} prints` };
  if (has("kind")) return null;
  if (has("apiVersion", "name", "version")) return { is: "the description of a Helm chart", instead: "what helm template prints" };
  const account = memberOf(node, "serviceAccount") ?? memberOf(memberOf(node, "rbac"), "serviceAccount");
  const isOfValues = ["create", "annotations", "name"].some((name) => memberOf(account, name) !== null);
  return isOfValues ? { is: "the values of a Helm chart", instead: "what helm template prints with them" } : null;
}

/** Also one that leaves out what it is, as kustomize allows. */
function isKustomization(node: LocatedNode): boolean {
  if (/(^|\/)kustomization\.ya?ml$/.test(node.place.file)) return true;
  return textOf(memberOf(node, "kind")) === "Kustomization" && (textOf(memberOf(node, "apiVersion")) ?? "").startsWith("kustomize.config.k8s.io/");
}
