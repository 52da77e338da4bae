import { expect, test } from "vitest";
import { accepts } from "./accepts.js";

test.each([
  { header: undefined, taken: true },
  { header: "", taken: true },
  { header: "*/*", taken: true },
  { header: "application/json", taken: false },
  { header: "application/json, */*;q=0.1", taken: true },
  { header: "application/jwk-set+json", taken: true },
  { header: "text/html , application/jwk-set+json; q=0.5", taken: true },
  { header: "application/*", taken: false },
])("a key set for $header: $taken", ({ header, taken }) => {
  expect(accepts(header, "application/jwk-set+json")).toBe(taken);
});
