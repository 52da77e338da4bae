import type { Member, Members } from "../service.js";

/** How a parameter stands on the wire; one that nobody describes as it is called, in the body. */
export function memberOf(members: Members | undefined, name: string): Member {
  return members?.[name] || {};
}
