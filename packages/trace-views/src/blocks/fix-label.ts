import type { Failure } from "@irsa-sim/core";

/** What a fix is called: one that was tried and works is a fix, any other says where to look. */
export function fixLabel({ isFixTried }: Pick<Failure, "isFixTried">): "Fix" | "Look at" {
  return isFixTried ? "Fix" : "Look at";
}
