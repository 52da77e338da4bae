import { orderOperators } from "./order-operators.js";

const EPOCH_SECONDS = /^\d+(?:\.\d+)?$/;
const ISO_8601 = /^\d{4}-\d{2}(?:-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2}))?)?$/;

/** `DateEquals` and its five siblings, over ISO 8601 dates and epoch seconds; what is neither never matches. */
export const dateOperators = orderOperators("Date", readInstant);

/** Milliseconds since the epoch. */
function readInstant(text: string): number {
  if (EPOCH_SECONDS.test(text)) return Number(text) * 1000;
  return ISO_8601.test(text) ? Date.parse(text) : Number.NaN;
}
