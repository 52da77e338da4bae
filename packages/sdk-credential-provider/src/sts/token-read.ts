import type { LoadError } from "../load-error.js";

/** A token as it goes on the wire, `null` for a form without one, or why there is none. */
export type TokenRead = { readonly text: string | null } | { readonly error: LoadError };
