import { pattern } from "@irsa-sim/core/schema";

/** The name of a user or a role. */
export const iamName = pattern(/^[\w+=,.@-]{1,64}$/, "letters, digits and + = , . @ - _, at most 64");
