import type { Json } from "@irsa-sim/core";

/** Whether two values say the same, in whatever order their members stand. */
export function isSame(a: Json, b: Json): boolean {
  return canonical(a) === canonical(b);
}

/** Text that does not depend on the order of members. */
function canonical(value: Json): string {
  return JSON.stringify(value, (_key, member: Json) =>
    typeof member === "object" && member !== null && !Array.isArray(member)
      ? Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1)))
      : member,
  );
}
