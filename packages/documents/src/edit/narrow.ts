import type { Json } from "@irsa-sim/core";

/** A value that goes to a place below the one where it was to go. */
export interface NarrowedValue {
  readonly below: readonly string[];
  readonly value: Json;
}

/** An object or a list in the place of one that differs from it in one member is that member in the place of the other. */
export function narrow(current: unknown, value: Json): NarrowedValue {
  if (!isCollection(current) || !isCollection(value) || Array.isArray(current) !== Array.isArray(value)) return { below: [], value };
  const names = Object.keys(value);
  const differing = names.filter((name) => JSON.stringify(current[name]) !== JSON.stringify(value[name]));
  const [only, another] = differing;
  if (names.length !== Object.keys(current).length || only === undefined || another !== undefined || !(only in current)) return { below: [], value };
  const narrower = narrow(current[only], value[only] ?? null);
  return narrower.value === null ? { below: [], value } : { below: [only, ...narrower.below], value: narrower.value };
}

function isCollection(value: unknown): value is Readonly<Record<string, Json>> {
  return typeof value === "object" && value !== null;
}
