/**
 * How near a cause is to what somebody did, nearest first: what was written and has no effect; what was written and is mistaken; what is missing; what only
 * follows from something else; and what is said when nothing better is known.
 */
export const RANKS = ["without-effect", "mistaken", "missing", "symptom", "general"] as const;

export type Rank = (typeof RANKS)[number];
