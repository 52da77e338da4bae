import { REFUSALS } from "../kubernetes-status.js";
import type { StoredObject } from "../storage/kubernetes-object.js";
import type { Resource } from "../storage/resources.js";

/**
 * Reads a field selector: terms `field=value`, `field==value` or `field!=value`, joined by commas.
 *
 * Leaves out: fields other than name, namespace and, for pods, `spec.nodeName`.
 * @returns whether an object is selected
 * @throws {KubernetesStatus} 400 for an unknown field or what is no term
 */
export function parseFieldSelector(selector: string, resource: Resource): (object: StoredObject) => boolean {
  const terms = selector
    .split(",")
    .filter((term) => term !== "")
    .map((term) => parseTerm(term, { selector, resource }));
  return (object) => terms.every(({ field, value, isEqual }) => (fieldOf(object, field) === value) === isEqual);
}

type Field = "metadata.name" | "metadata.namespace" | "spec.nodeName";

interface Term {
  readonly field: Field;
  readonly value: string;
  readonly isEqual: boolean;
}

function parseTerm(term: string, { selector, resource }: { readonly selector: string; readonly resource: Resource }): Term {
  const { field = "", operator, value = "" } = /^(?<field>[^=!]+)(?<operator>==|!=|=)(?<value>.*)$/.exec(term)?.groups ?? {};
  if (operator === undefined) throw REFUSALS.badRequest(`invalid selector: '${selector}'; can't understand '${term}'`);
  if (!isField(field, resource)) throw REFUSALS.badRequest(`field label not supported: ${field}`);
  return { field, value, isEqual: operator !== "!=" };
}

function isField(field: string, { kind, isNamespaced }: Resource): field is Field {
  return field === "metadata.name" || (field === "metadata.namespace" && isNamespaced) || (field === "spec.nodeName" && kind === "Pod");
}

function fieldOf({ metadata, spec }: StoredObject, field: Field): string {
  if (field === "metadata.name") return metadata.name;
  if (field === "metadata.namespace") return metadata.namespace ?? "";
  return (spec as { readonly nodeName?: string }).nodeName ?? "";
}
