/** How widely a cause is met, most first: a judgement from the reports that were read, in the four bands of the catalogue of failures. */
export const MET = ["everywhere", "often", "sometimes", "rarely"] as const;

export type Met = (typeof MET)[number];
