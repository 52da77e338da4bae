import type { Json, JsonObject } from "@irsa-sim/core";

/** Members that are not said: a text that is empty and a number that is 0 are not, as Go reads them, unless the type says that they may be. */
export function whereAbsent<Defaults extends JsonObject>(object: object, defaults: Defaults): Partial<Defaults> {
  const values = object as Readonly<Record<string, Json | undefined>>;
  const isAbsent = ([member]: readonly [string, Json]): boolean => [undefined, null, "", 0].includes(values[member] as undefined | null | string | number);
  return Object.fromEntries(Object.entries(defaults).filter(isAbsent)) as Partial<Defaults>;
}

/** The same for members of which every value counts. */
export function whereUndefined<Defaults extends JsonObject>(object: object, defaults: Defaults): Partial<Defaults> {
  const values = object as Readonly<Record<string, Json | undefined>>;
  return Object.fromEntries(Object.entries(defaults).filter(([member]) => values[member] === undefined || values[member] === null)) as Partial<Defaults>;
}
