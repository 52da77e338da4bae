import { extend, type JsonObject } from "@irsa-sim/core";
import { findNameProblem } from "@irsa-sim/kubernetes-types";
import { badRequest, conflict, type KubernetesStatus, notFound } from "../kubernetes-status.js";
import type { ObjectReader } from "../ports.js";
import type { BoundObjectReference } from "../token-request.js";
import { type CheckContext, enforce, identityOf, type ObjectIdentity } from "./check-context.js";

/** The object to which the token will be bound. */
export interface BoundObject {
  readonly kind: BoundKind;
  readonly identity: ObjectIdentity;
  /** The node on which a bound pod runs: name and, when the Node object exists, uid. */
  readonly node: { readonly name: string; readonly uid?: string } | null;
}

type BoundKind = "Pod" | "Secret" | "Node";

const NODE_BINDING_IS_OFF = 'cannot bind token to a Node object as the "ServiceAccountTokenNodeBinding" feature-gate is disabled';
const RESOURCES: Readonly<Record<BoundKind, string>> = { Pod: "pods", Secret: "secrets", Node: "nodes" };

/** The bound object exists, is the one meant and, for a pod, runs as this service account; `null` for an unbound token. */
export function checkBoundObject(context: CheckContext): BoundObject | null {
  const { request, span } = context;
  const ref = request.boundObjectRef;
  if (ref === null) return null;
  const record = {
    check: "tokens-controller.bound-object",
    title: "bound object",
    expected: `${ref.kind} ${ref.name}${ref.uid === "" ? "" : `, uid ${ref.uid}`}`,
  };
  const { object, refusal } = findObject(context, ref);
  enforce(span, extend(record, { actual: object === null ? "none" : `uid ${identityOf(object).uid}` }), refusal);
  if (object === null) throw new Error("a bound object that was not refused exists");
  return { kind: ref.kind as BoundKind, identity: identityOf(object), node: ref.kind === "Pod" ? nodeOf(object, context.objects) : null };
}

function findObject(
  { objects, namespace, name, bindsToNodes }: CheckContext,
  ref: BoundObjectReference,
): { readonly object: JsonObject | null; readonly refusal: KubernetesStatus | null } {
  const { group, version } = parseGroupVersion(ref.apiVersion);
  if (group !== "" || !Object.hasOwn(RESOURCES, ref.kind))
    return { object: null, refusal: badRequest(`cannot bind token to object of type ${group}/${version}, Kind=${ref.kind}`) };
  const kind = ref.kind as BoundKind;
  if (kind === "Node" && !bindsToNodes) return { object: null, refusal: badRequest(NODE_BINDING_IS_OFF) };
  const nameProblem = findNameProblem(ref.name);
  if (nameProblem !== null) return { object: null, refusal: badRequest(nameProblem) };
  const object = objects.read(kind, kind === "Node" ? null : namespace, ref.name);
  if (object === null) return { object, refusal: notFound(RESOURCES[kind], ref.name) };
  // The pod's account counts before its uid: a pod of another account that was made again is a 400, not a 409.
  const { serviceAccountName } = (object.spec ?? {}) as { readonly serviceAccountName?: string };
  if (kind === "Pod" && serviceAccountName !== name) {
    return { object, refusal: badRequest(`cannot bind token for serviceaccount "${name}" to pod running with different serviceaccount name.`) };
  }
  const { uid } = identityOf(object);
  if (ref.uid !== "" && ref.uid !== uid) {
    const problem = `the UID in the bound object reference (${ref.uid}) does not match the UID in record. The object might have been deleted and then recreated`;
    return { object, refusal: conflict({ kind }, ref.name, problem) };
  }
  return { object, refusal: null };
}

function nodeOf(pod: JsonObject, objects: ObjectReader): BoundObject["node"] {
  const { nodeName } = pod.spec as { readonly nodeName?: string };
  if (nodeName === undefined || nodeName === "") return null;
  const node = objects.read("Node", null, nodeName);
  return node === null ? { name: nodeName } : identityOf(node);
}

/** An API version with more than one slash is none, and counts as an empty one. */
function parseGroupVersion(apiVersion: string): { readonly group: string; readonly version: string } {
  const parts = apiVersion.split("/");
  if (parts.length > 2) return { group: "", version: "" };
  const [first = "", second] = parts;
  return second === undefined ? { group: "", version: first } : { group: first, version: second };
}
