import type { Defect } from "../defect.js";

/** What is left where somebody copied only a part. */
export const cut: Defect = { id: "cut", says: "its signature was lost in copying", afterSigning: ({ header, payload }) => [header, payload] };
