import type { Defect } from "../defect.js";

/** The API server's clock is ahead by more than STS bears. */
export const future: Defect = { id: "future", says: "it was issued an hour from now: the API server's clock is ahead", clockOffset: () => 3600 };
