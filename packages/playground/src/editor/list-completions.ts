import type { Json, JsonObject } from "@irsa-sim/core";

/** Something that may stand at a place. */
export interface Offer {
  readonly name: string;
  readonly description: string;
}

/** What a JSON Schema lets stand at a path: names of members, or the values of a choice. */
export function listCompletions(schema: JsonObject, path: readonly string[], { isValue }: { readonly isValue: boolean }): readonly Offer[] {
  const places = path.reduce<readonly JsonObject[]>((found, name) => found.flatMap((one) => below(one, name)), [schema]);
  const offers = places.flatMap(alternatives).flatMap((one) => (isValue ? valuesOf(one) : membersOf(one)));
  return [...new Map(offers.map((offer) => [offer.name, offer])).values()];
}

function membersOf({ properties }: JsonObject): readonly Offer[] {
  const members = Object.entries(asObject(properties)).map(([name, member]) => ({ name, schema: asObject(member as Json) }));
  return members.filter(({ schema }) => schema.deprecated !== true).map(({ name, schema }) => ({ name, description: descriptionOf(schema) }));
}

function valuesOf({ enum: choices, const: only, type }: JsonObject): readonly Offer[] {
  const values = Array.isArray(choices) ? choices : only !== undefined ? [only] : type === "boolean" ? [true, false] : [];
  return values.filter((value) => value !== null).map((value) => ({ name: String(value), description: "" }));
}

/** What a member, or an item of a list, may be. */
function below(schema: JsonObject, name: string): readonly JsonObject[] {
  return alternatives(schema).flatMap(({ properties, items, additionalProperties }) => {
    if (name === "-") return isObject(items) ? [items] : [];
    const member = asObject(properties)[name];
    if (isObject(member)) return [member];
    return isObject(additionalProperties) ? [additionalProperties] : [];
  });
}

/** A schema and all that it allows instead. */
function alternatives(schema: JsonObject): readonly JsonObject[] {
  const others = [schema.anyOf, schema.oneOf, schema.allOf].flatMap((list) => (Array.isArray(list) ? list : []));
  return [schema, ...others.filter(isObject).flatMap(alternatives)];
}

function descriptionOf(schema: JsonObject): string {
  return typeof schema.description === "string" ? schema.description : "";
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function asObject(value: Json | undefined): JsonObject {
  return isObject(value) ? value : {};
}
