import { expect, test } from "vitest";
import { readMaxAge } from "./read-max-age.js";

test.each([
  { cacheControl: "public, max-age=3600", seconds: 3600 },
  { cacheControl: "Max-Age=60", seconds: 60 },
  { cacheControl: 'max-age="60"', seconds: 60 },
  { cacheControl: "max-age=60, no-store", seconds: 0 },
  { cacheControl: "no-cache", seconds: 0 },
  { cacheControl: "s-maxage=60", seconds: null },
  { cacheControl: "max-age=soon", seconds: null },
  { cacheControl: undefined, seconds: null },
])("$cacheControl: $seconds", ({ cacheControl, seconds }) => {
  expect(readMaxAge(cacheControl)).toBe(seconds);
});
