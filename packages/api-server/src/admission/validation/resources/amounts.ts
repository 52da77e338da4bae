import { compareQuantities, nanosOf } from "@irsa-sim/kubernetes-types";

const NANOS = 1_000_000_000n;

/** Whether a quantity is less than nothing. */
export function isNegative(quantity: string): boolean {
  return compareQuantities(quantity, "0") < 0;
}

/** Whether a quantity has no part of one. */
export function isWhole(quantity: string): boolean {
  return nanosOf(quantity) % NANOS === 0n;
}
