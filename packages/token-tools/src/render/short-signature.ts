/** Of a signature, at each end. */
const SHOWN = 6;

/** A signature that proves nothing any more: its two ends. */
export function shortSignature(signature: string): string {
  return signature.length <= 4 * SHOWN ? "…" : `${signature.slice(0, SHOWN)}…${signature.slice(-SHOWN)}`;
}
