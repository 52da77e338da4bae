import type { Json, JsonObject } from "@irsa-sim/core";
import { isObject, texts } from "./values.js";

/** What IAM's older parser says of everything that only it refuses. */
export const LEGACY_PARSING = "The policy failed legacy parsing";

const DATE =
  /^-?\d{1,9}(?:-(?:0?[1-9]|1[0-2])(?:-(?:0?[1-9]|[12]\d|3[01]))?)?(?:t(?:(?:[01]?\d|2[0-3])(?::[0-5]?\d(?::[0-5]?\d(?:\.\d{1,9})?(?:z|\+(?:[01]\d|2[0-3])(?::[0-5]\d)?)?)?)?)?)?$/;
const LATEST_EPOCH = 9_223_372_036_854_775_807n;

/** Whether the older parser reads effect and dates: the effect with its capital, dates as ISO 8601 or whole epoch seconds. */
export function isLegacyStatement({ Effect: effect, Condition: condition }: JsonObject): boolean {
  if (effect !== "Allow" && effect !== "Deny") return false;
  const dates = isObject(condition) ? Object.entries(condition).filter(([operator]) => /^(?:For\w+:)?Date/.test(operator)) : [];
  return dates.every(([, keys]) => isObject(keys) && Object.values(keys).every((values) => [values].flat().every(isDate)));
}

/** Whether the older parser reads the resources: a vendor stands in each, and `::` only in a whole ARN. */
export function areLegacyResources(element: Json | undefined): boolean {
  return (texts(element ?? []) ?? [])
    .filter((value) => value !== "*")
    .every((value) => value.split(":")[2] !== "" && (value.split(":").length > 5 || !value.includes("::")));
}

function isDate(value: Json): boolean {
  const text = String(value).toLowerCase();
  if (text.includes("t") || text.includes("-")) return DATE.test(text);
  return /^\d+$/.test(text) && BigInt(text) <= LATEST_EPOCH;
}
