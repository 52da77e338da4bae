/** A document that stands as a text in another one, such as a policy in an answer of IAM, is changed and put back as it was written. */
import type { Json } from "@irsa-sim/core";
import { getNodeValue, parseTree } from "jsonc-parser";
import { editJson } from "./edit-json.js";
import type { EditedValue } from "./edited-value.js";
import { fillMarks, valuesOfMarks } from "./placeholders.js";
import type { EditedEvaluation, TextEdit } from "./text-edit.js";

/** The text as it is to be written; `null` when the edit does not fit it. */
export function editEmbedded(
  { text, expressions }: Pick<EditedValue, "text" | "expressions">,
  edit: Pick<TextEdit, "below" | "value" | "evaluation">,
): string | null {
  const isEncoded = /^\s*%7b/i.test(text);
  const written = isEncoded ? decodeURIComponent(text) : text;
  const root = parseTree(written);
  if (root === undefined) return null;
  const values = expressions.length === 0 ? new Map<string, string>() : valuesOfMarks(getNodeValue(root) as Json, edit.evaluation?.current ?? null);
  const path = writtenPath(getNodeValue(root) as Json, [...itemIn(getNodeValue(root) as Json, edit), ...edit.below], values);
  const asWritten = withMarks(values, edit.evaluation);
  const value = mapTexts(edit.value, asWritten);
  const named = path.known.concat(path.missing.map((segment) => asWritten(segment)));
  const isUnsound = hasInvented([value, ...named], edit.evaluation);
  const edited = isUnsound ? null : editJson(written, { path: named, value });
  return edited === null || !isEncoded ? edited : encodeURIComponent(edited);
}

/** Where among several manifests in a text the one stands that is edited; of what makes pods its template. */
function itemIn(root: Json, { evaluation }: Pick<TextEdit, "evaluation">): readonly string[] {
  const current = evaluation?.current ?? null;
  const [identity, containers] = [identityOf(current), containersOf(current)];
  const find = (node: Json): readonly string[] | null => {
    if (typeof node !== "object" || node === null) return null;
    if (identity !== null && identityOf(node) === identity) return [];
    if (containers !== null && containersOf(node) === containers) return [];
    for (const [name, child] of Object.entries(node)) {
      const path = find(child as Json);
      if (path !== null) return [name, ...path];
    }
    return null;
  };
  return find(root) ?? [];
}

function identityOf(object: Json): string | null {
  const [kind, metadata] = [memberIn(object, "kind"), memberIn(object, "metadata")];
  const [name, namespace] = [memberIn(metadata, "name"), memberIn(metadata, "namespace")];
  return kind === null || name === null ? null : JSON.stringify([kind, namespace, name]);
}

/** The names of a pod's containers. */
function containersOf(object: Json): string | null {
  const containers = memberIn(memberIn(object, "spec"), "containers");
  return Array.isArray(containers) ? JSON.stringify(containers.map((container) => memberIn(container as Json, "name"))) : null;
}

function memberIn(object: Json, name: string): Json {
  return typeof object === "object" && object !== null ? ((object as Readonly<Record<string, Json>>)[name] ?? null) : null;
}

/** The path by the names that stand in the text: a key that holds expressions is called otherwise once they are evaluated. */
function writtenPath(
  root: Json,
  below: readonly string[],
  values: ReadonlyMap<string, string>,
): { readonly known: readonly string[]; readonly missing: readonly string[] } {
  const known: string[] = [];
  let node: Json | undefined = root;
  for (const [index, segment] of below.entries()) {
    const key: string | undefined =
      typeof node === "object" && node !== null && !Array.isArray(node)
        ? Object.keys(node).find((name) => name === segment || fillMarks(name, values) === segment)
        : segment;
    if (key === undefined) return { known, missing: below.slice(index) };
    known.push(key);
    node = typeof node === "object" && node !== null ? (node as Record<string, Json>)[key] : undefined;
  }
  return { known, missing: [] };
}

/** Puts marks in the place of what they are known to stand for, the longest first; what somebody gave a value for stays a text. */
function withMarks(values: ReadonlyMap<string, string>, evaluation: EditedEvaluation | undefined): (text: string) => string {
  const unknowns = evaluation?.unknowns.map(({ value }) => value) ?? [];
  const found = [...values].filter(([, value]) => unknowns.some((unknown) => value.includes(unknown))).sort(([, a], [, b]) => b.length - a.length);
  return (text) => found.reduce((changed, [mark, value]) => changed.replaceAll(value, mark), text);
}

/** Whether something would be written that nobody's document says. */
export function hasInvented(values: readonly Json[], evaluation: EditedEvaluation | undefined): boolean {
  const text = JSON.stringify(values);
  return evaluation?.unknowns.some(({ value, isInvented }) => isInvented && text.includes(value)) === true;
}

/** A value with each of its texts changed, keys included. */
function mapTexts(value: Json, change: (text: string) => string): Json {
  if (typeof value === "string") return change(value);
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => mapTexts(item as Json, change));
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [change(name), mapTexts(member as Json, change)]));
}
