import type { JsonObject } from "@irsa-sim/core";
import type { RequestAttributes } from "../access/decide-authorization.js";
import type { User } from "../access/user.js";

/** What somebody wants to know: whether a caller may do something with objects, or on a path outside of them. */
export type AccessQuestion =
  | { readonly kind: "resource"; readonly group: string; readonly wanted: RequestAttributes }
  | { readonly kind: "path"; readonly verb: string; readonly path: string };

interface ReviewSpec {
  readonly resourceAttributes?: {
    readonly namespace?: string;
    readonly verb?: string;
    readonly group?: string;
    readonly resource?: string;
    readonly subresource?: string;
    readonly name?: string;
  };
  readonly nonResourceAttributes?: { readonly path?: string; readonly verb?: string };
  readonly user?: string;
  readonly groups?: readonly string[];
  readonly uid?: string;
}

/** What a review asks for; `null` for one that says neither or both. */
export function readQuestion(spec: JsonObject): AccessQuestion | null {
  const { resourceAttributes, nonResourceAttributes } = spec as ReviewSpec;
  if ((resourceAttributes === undefined) === (nonResourceAttributes === undefined)) return null;
  if (resourceAttributes === undefined) return { kind: "path", verb: nonResourceAttributes?.verb ?? "", path: nonResourceAttributes?.path ?? "" };
  const { namespace = "", verb = "", group = "", resource = "", subresource = "", name = "" } = resourceAttributes;
  const wanted = { verb, resource: subresource === "" ? resource : `${resource}/${subresource}`, namespace: namespace || null, name, fieldSelector: "" };
  return { kind: "resource", group, wanted };
}

/** About whom a review asks, where that is not who calls. */
export function subjectOf(spec: JsonObject): User {
  const { user = "", groups = [], uid = "" } = spec as ReviewSpec;
  return { name: user, uid, groups };
}
