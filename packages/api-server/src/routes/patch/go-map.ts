import type { Json } from "@irsa-sim/core";

/** A value as Go's `%v` prints what JSON was read into: `map[a:1 b:[x y] c:<nil>]`, with keys in order. */
export function goMap(value: Json): string {
  if (value === null) return "<nil>";
  if (typeof value !== "object") return String(value);
  if (Array.isArray(value)) return `[${value.map((item) => goMap(item as Json)).join(" ")}]`;
  const members = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `map[${members.map(([key, member]) => `${key}:${goMap(member as Json)}`).join(" ")}]`;
}
