import type { Json, JsonObject } from "./json.js";

/** A parsed value as JSON; what JSON has not, such as a date, as its text. */
export function toJson(value: unknown): Json {
  if (value === null || typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  if (Array.isArray(value)) return value.map(toJson);
  return typeof value === "object" && Object.getPrototypeOf(value) === Object.prototype ? objectOf(value) : String(value);
}

function objectOf(value: object): JsonObject {
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, toJson(one)]));
}
