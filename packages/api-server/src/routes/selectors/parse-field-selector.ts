/**
 * Field selectors: terms `field=value`, `field==value` or `field!=value`, joined by commas; in a value `,`, `=` and `\` stand behind a `\`.
 * @see https://pkg.go.dev/k8s.io/apimachinery/pkg/fields
 */
import { REFUSALS } from "../../kubernetes-status.js";
import type { StoredObject } from "../../storage/kubernetes-object.js";
import type { Resource } from "../../storage/resources.js";
import { fieldOf, isSelectable } from "./selectable-fields.js";

/**
 * Reads a field selector.
 *
 * @returns whether an object is selected
 * @throws {KubernetesStatus} 400 for an unknown field or what is no term
 */
export function parseFieldSelector(selector: string, resource: Resource): (object: StoredObject) => boolean {
  const terms = splitTerms(selector)
    .filter((term) => term !== "")
    .sort()
    .map((term) => parseTerm(term, selector));
  for (const { field } of terms) if (!isSelectable(field, resource)) throw REFUSALS.badRequest(unknownField(field, resource));
  return (object) => terms.every(({ field, value, isEqual }) => (fieldOf(object, field) === value) === isEqual);
}

interface Term {
  readonly field: string;
  readonly value: string;
  readonly isEqual: boolean;
}

/** At commas that stand behind no `\`. */
function splitTerms(selector: string): string[] {
  return selector.match(/(?:\\[\s\S]|[^,\\]|\\$)+/g) ?? [];
}

function parseTerm(term: string, selector: string): Term {
  const { field, operator, value = "" } = /^(?<field>.*?)(?<operator>!=|==|=)(?<value>.*)$/s.exec(term)?.groups ?? {};
  if (field === undefined) throw REFUSALS.badRequest(`invalid selector: '${selector}'; can't understand '${term}'`);
  return { field, value: unescaped(value), isEqual: operator !== "!=" };
}

function unescaped(value: string): string {
  const [, before = "", found = ""] = /^((?:\\[\\,=]|[^\\,=])*)([\s\S]*)$/.exec(value) ?? [];
  if (found === "") return before.replaceAll(/\\([\\,=])/g, "$1");
  if (found.startsWith("\\")) throw REFUSALS.badRequest(`invalid field selector: invalid escape sequence: ${found.slice(0, 2)}`);
  throw REFUSALS.badRequest(`invalid field selector: unescaped character in value: ${found.charCodeAt(0)}`);
}

/** Kinds without fields of their own say which there are. */
function unknownField(field: string, { kind }: Resource): string {
  const hasOwn = ["Pod", "Node", "Namespace", "Secret"].includes(kind);
  return hasOwn ? `field label not supported: ${field}` : `"${field}" is not a known field selector: only "metadata.name", "metadata.namespace"`;
}
