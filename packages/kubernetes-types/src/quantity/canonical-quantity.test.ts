import { expect, test } from "vitest";
import { canonicalQuantity } from "./canonical-quantity.js";

test.each([
  ["1000m", "1"],
  ["0.5", "500m"],
  ["1", "1"],
  ["1.5", "1500m"],
  ["1024Mi", "1Gi"],
  ["1.5Gi", "1536Mi"],
  ["0.0001", "100u"],
  ["1e3", "1e3"],
  ["1e4", "10e3"],
  ["1E3", "1e3"],
  ["1500M", "1500M"],
  ["1k", "1k"],
  ["1000k", "1M"],
  ["1E", "1E"],
  ["100m", "100m"],
  ["0", "0"],
  ["0Mi", "0"],
  ["-1000m", "-1"],
  ["+1", "1"],
  [".5", "500m"],
  ["5.", "5"],
  ["0.5Ki", "512"],
  ["1023Ki", "1023Ki"],
  ["0.1Ki", "102400m"],
  ["1n", "1n"],
  ["0.1n", "1n"],
  [" 1 ", "1"],
  ["1u", "1u"],
  ["1000n", "1u"],
  ["1T", "1T"],
  ["1000T", "1P"],
  ["1000E", "1"],
  ["10e18", "10e18"],
  ["1e19", "10e18"],
  ["1e21", "1e21"],
  ["100e0", "100"],
  ["1e-3", "1e-3"],
  ["1e+3", "1e3"],
  ["1.5e3", "1500"],
  ["1024Ki", "1Mi"],
  ["1Ei", "1Ei"],
  ["1024Ei", "9223372036854775807"],
  ["1Ti", "1Ti"],
  ["1Ki", "1Ki"],
  ["1.0Ki", "1Ki"],
  ["-1Ki", "-1Ki"],
  ["-0", "0"],
  ["0.11n", "1n"],
  ["1.1n", "2n"],
  ["12.5Ki", "12800"],
])("%s is written %s", (text, canonical) => {
  expect(canonicalQuantity(text)).toBe(canonical);
});

test.each(["", "abc", "1x", "1.2.3", "1 Mi"])("%j is no quantity", (text) => {
  expect(() => canonicalQuantity(text)).toThrow("quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'");
});

test.each(["1K", "1mm", "1Kie"])("%s has an unknown suffix", (text) => {
  expect(() => canonicalQuantity(text)).toThrow("unable to parse quantity's suffix");
});
