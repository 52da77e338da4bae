import type { Json, JsonObject } from "@irsa-sim/core";
import { type ObjectNode, type RecognisedDocument, toJson } from "@irsa-sim/documents";
import { foldObject } from "./fold-object.js";
import { collectNames } from "./names.js";
import { renameText } from "./rename-text.js";

/** Members whose value is a name and nothing else. */
const NAMES = ["pod", "namespace", "container", "name", "serviceAccountName", "serviceAccount"];

/** A condition on a tag, of the role or of who calls. */
const TAG = /Tag\//;

/**
 * What decides how a world comes out. Names for which any others could stand are written as numbers, and what nobody looks at is left out; so of two worlds of the same
 * shape one works when the other does.
 *
 * @returns `null` where a name may matter by itself, since a pattern may fit it, or a text that means something else has it too
 */
export function shapeOf(tree: ObjectNode, objects: ReadonlyMap<string, readonly RecognisedDocument[]>): string | null {
  const { title: _, ...world } = toJson(tree) as JsonObject;
  const applied = [...objects].map(([name, documents]) => ({
    name,
    objects: documents.flatMap(({ node }) => (node === null ? [] : [toJson(node) as JsonObject])),
  }));
  const all = applied.flatMap((one) => one.objects);
  const names = collectNames(world, all);
  // IAM does not tell names apart by the case of their letters.
  if (new Set(names.map((name) => name.toLowerCase())).size < names.length) return null;
  const numbers = new Map(names.map((name, index) => [name, `\u{E000}${index}`]));
  const isChosenByLabels = (world.webhook as JsonObject | undefined)?.registration !== undefined;
  const shape = fold([world, applied.map((one) => [one.name, one.objects.map((object) => foldObject(object, { isChosenByLabels }))])], "", numbers);
  return shape === undefined ? null : JSON.stringify(shape);
}

/** @returns `undefined` where a name may matter by itself */
function fold(value: Json, member: string, numbers: ReadonlyMap<string, string>): Json | undefined {
  if (typeof value === "string") return (NAMES.includes(member) ? numbers.get(value) : undefined) ?? renameText(value, numbers) ?? undefined;
  if (value === null || typeof value !== "object") return value;
  if (Array.isArray(value)) return all(value.map((item: Json) => fold(item, member, numbers)));
  return all(
    Object.entries(value as JsonObject).map(([name, child]) => {
      if (member !== "roles") return all([name, fold(child, name, numbers)]);
      return all([numbers.get(name) ?? name, fold(withoutTags(child as JsonObject), name, numbers)]);
    }),
  );
}

function all(values: readonly (Json | undefined)[]): Json | undefined {
  return values.includes(undefined) ? undefined : (values as Json);
}

/** Nobody asks for a role's tags in a trust policy without a condition on one. */
function withoutTags(role: JsonObject): JsonObject {
  if (TAG.test(JSON.stringify(role.trustPolicy))) return role;
  const { tags: _tags, description: _description, ...others } = role;
  return others;
}
