/** What becomes of what belongs to an object that is deleted: it stays, it goes before its owner, or it goes after it. */
export type PropagationPolicy = "Orphan" | "Foreground" | "Background";

/** How somebody wants an object to go. */
export interface DeletionWish {
  /** How long it is given to end; what its kind has by itself for `null`. */
  readonly gracePeriodSeconds: number | null;
  /** What its kind has by itself for `null`. */
  readonly propagationPolicy: PropagationPolicy | null;
}

/** For who says nothing. */
export const PLAIN_WISH: DeletionWish = { gracePeriodSeconds: null, propagationPolicy: null };
