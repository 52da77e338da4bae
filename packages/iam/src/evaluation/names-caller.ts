import type { PolicyDecision } from "./decision.js";

/** Whether the policy of a resource allowed by naming the caller itself, and not everybody or its account as a whole. */
export function namesCaller({ outcome, decisive }: PolicyDecision, arns: readonly string[]): boolean {
  const matchedBy = decisive?.elements.find(({ element }) => element === "Principal")?.matchedBy;
  return outcome === "allowed" && matchedBy !== undefined && arns.includes(matchedBy);
}
