import type { LoadError } from "./load-error.js";

/** What the service answered, or the error before the SDK has put it into its form. */
export type CallResult = { readonly ok: true; readonly status: number; readonly body: string } | { readonly ok: false; readonly error: LoadError };
