import { goString } from "@irsa-sim/core";

/** An object from its members' encoded values, in the order given. */
export function goObject(members: readonly (readonly [key: string, encoded: string])[]): string {
  return `{${members.map(([key, encoded]) => `${goString(key)}:${encoded}`).join(",")}}`;
}

/** A list from its encoded items. */
export function goArray(items: readonly string[]): string {
  return `[${items.join(",")}]`;
}
