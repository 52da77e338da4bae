import type { Cause } from "./cause.js";
import * as causes from "./causes/index.js";

/** All causes, in the order of their ids; which of several counts, they say themselves. */
export const CAUSES: readonly Cause[] = Object.values<Cause>(causes).sort((one, other) => (one.id < other.id ? -1 : 1));
