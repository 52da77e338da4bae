import { parseTokenExpiration } from "./parse-token-expiration.js";

/** A lifetime in seconds, as given by a flag; it has the annotations' minimum. */
export function raisedToMinimum(seconds: bigint): bigint {
  return parseTokenExpiration(String(seconds)) ?? seconds;
}
