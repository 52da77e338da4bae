import type { Json } from "@irsa-sim/core";

/** Whether two values say the same, in whatever order their members stand; a member without a value is none. */
export function isSame(a: Json | undefined, b: Json | undefined): boolean {
  if (a === b) return true;
  if (Array.isArray(a) || Array.isArray(b)) {
    return Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((item, index) => isSame(item, b[index]));
  }
  if (!isObject(a) || !isObject(b)) return false;
  return Object.entries(a).every(([key, member]) => isSame(member, b[key])) && Object.entries(b).every(([key, member]) => member === undefined || key in a);
}

function isObject(value: Json | undefined): value is { readonly [key: string]: Json } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
