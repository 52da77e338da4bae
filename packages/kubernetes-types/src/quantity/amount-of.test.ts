import { expect, test } from "vitest";
import { addQuantities, compareQuantities, nanosOf, roundedToMilli } from "./amount-of.js";

test.each([
  { quantity: "1", nanos: 1_000_000_000n },
  { quantity: "-1.5", nanos: -1_500_000_000n },
  { quantity: "+.5m", nanos: 500_000n },
  { quantity: "1.", nanos: 1_000_000_000n },
  { quantity: "1n", nanos: 1n },
  { quantity: "0.1n", nanos: 1n },
  { quantity: "2u", nanos: 2000n },
  { quantity: "1k", nanos: 10n ** 12n },
  { quantity: "1E", nanos: 10n ** 27n },
  { quantity: "1E3", nanos: 10n ** 12n },
  { quantity: "1e-3", nanos: 1_000_000n },
  { quantity: "1e+1", nanos: 10n ** 10n },
  { quantity: "1Ki", nanos: 1024n * 10n ** 9n },
  { quantity: "1.5Gi", nanos: 1536n * 1024n ** 2n * 10n ** 9n },
  { quantity: "1Ei", nanos: 1024n ** 6n * 10n ** 9n },
])("$quantity is $nanos nanos", ({ quantity, nanos }) => {
  expect(nanosOf(quantity)).toBe(nanos);
});

test.each([
  { a: "1", b: "1000m", order: 0 },
  { a: "1Gi", b: "1G", order: 1 },
  { a: "-1", b: "0", order: -1 },
])("$a beside $b", ({ a, b, order }) => {
  expect(compareQuantities(a, b)).toBe(order);
  expect(compareQuantities(b, a)).toBe(order === 0 ? 0 : -order);
});

test.each([
  { quantity: "0.0001", rounded: "1m" },
  { quantity: "-0.0001", rounded: "-1m" },
  { quantity: "1.0001", rounded: "1001m" },
  { quantity: "1.5", rounded: "1500m" },
  { quantity: "1.125", rounded: "1.125" },
  { quantity: "+1", rounded: "+1" },
  { quantity: "1024Mi", rounded: "1Gi" },
  { quantity: "1e-4", rounded: "1e-3" },
])("$quantity rounded up is $rounded", ({ quantity, rounded }) => {
  expect(roundedToMilli(quantity)).toBe(rounded);
});

test.each([
  { a: "0", b: "512Mi", sum: "512Mi" },
  { a: "512Mi", b: "512Mi", sum: "1Gi" },
  { a: "1Ki", b: "1", sum: "1025" },
  { a: "500m", b: "500m", sum: "1" },
  { a: "0", b: "1e3", sum: "1e3" },
  { a: "1Gi", b: "1m", sum: "1073741824001m" },
])("$a and $b are $sum", ({ a, b, sum }) => {
  expect(addQuantities(a, b)).toBe(sum);
});
