import type { SdkError } from "./sdk-client.js";

/** An error of the SDK's own, which no service sent. */
export function localError(code: string, message: string): SdkError {
  return { code, message, wire: null };
}
