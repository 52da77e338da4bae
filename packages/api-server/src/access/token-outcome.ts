import type { User } from "./user.js";

/** Who it is and for which of the wanted audiences, or why it is nobody; the words are Kubernetes' own. */
export type TokenOutcome = { readonly user: User; readonly audiences: readonly string[] } | { readonly problem: string };
