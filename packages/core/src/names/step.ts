/** One of the ten steps of the flow (design: "The ten steps"). */
export type Step = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9;

/** The ten steps in order. */
export const STEPS: readonly Step[] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
