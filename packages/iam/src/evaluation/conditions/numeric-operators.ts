import { orderOperators } from "./order-operators.js";

/** `NumericEquals` and its five siblings, over decimal numbers; what is not a number never matches. */
export const numericOperators = orderOperators("Numeric", readNumber);

function readNumber(text: string): number {
  return /^[+-]?\d+(?:\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
}
