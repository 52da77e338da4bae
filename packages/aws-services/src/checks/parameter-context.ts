import type { Json, JsonObject } from "@irsa-sim/core";

/**
 * The condition keys of an action that the request's parameters give: those of a parameter's name, and the tags that it brings.
 * Leaves out: keys that a service fills from what it has stored.
 *
 * @example parameterContext(["secretsmanager:SecretId"], { SecretId: "prod/db" }) // => [["secretsmanager:SecretId", ["prod/db"]]]
 */
export function parameterContext(keys: readonly string[], parameters: JsonObject): readonly (readonly [key: string, values: readonly string[]])[] {
  const byName = new Map(Object.entries(parameters).map(([name, value]) => [name.toLowerCase(), value]));
  const named = keys.flatMap((key) => {
    const values = valuesOf(byName.get(key.slice(key.indexOf(":") + 1).toLowerCase()));
    return values.length === 0 ? [] : [[key, values] as const];
  });
  const tags = tagsIn(byName.get("tags"));
  return [
    ...named,
    ...tags.map(([key, value]) => [`aws:RequestTag/${key}`, [value]] as const),
    ...(tags.length === 0 ? [] : [["aws:TagKeys", tags.map(([key]) => key)] as const]),
  ];
}

function valuesOf(value: Json | undefined): readonly string[] {
  if (value === undefined || value === null) return [];
  if (Array.isArray(value)) return value.filter((one) => typeof one !== "object").map(String);
  return typeof value === "object" ? [] : [String(value)];
}

/** A list of `{ Key, Value }`, or an object. */
function tagsIn(value: Json | undefined): readonly (readonly [key: string, value: string])[] {
  if (Array.isArray(value)) return value.flatMap((tag: Json) => tagOf(tag));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).map(([key, one]) => [key, String(one)] as const);
}

function tagOf(tag: Json): readonly (readonly [key: string, value: string])[] {
  if (typeof tag !== "object" || tag === null || Array.isArray(tag)) return [];
  const members = new Map(Object.entries(tag).map(([name, value]) => [name.toLowerCase(), value]));
  const key = members.get("key");
  return typeof key === "string" ? [[key, String(members.get("value") ?? "")]] : [];
}
