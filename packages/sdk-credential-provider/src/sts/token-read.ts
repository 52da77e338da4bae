import type { SdkError } from "../sdk-client.js";

/** A token as it goes on the wire, or why there is none. */
export type TokenRead = { readonly text: string } | { readonly error: SdkError };
