import { expect, test } from "vitest";
import { selectsLabels } from "./selects-labels.js";

const labels = { app: "web", tier: "" };

test.each([
  { name: "an empty selector", selector: {}, selects: true },
  { name: "a label", selector: { matchLabels: { app: "web" } }, selects: true },
  { name: "another value", selector: { matchLabels: { app: "api" } }, selects: false },
  { name: "Exists", selector: { matchExpressions: [{ key: "tier", operator: "Exists" }] }, selects: true },
  { name: "Exists, absent", selector: { matchExpressions: [{ key: "x", operator: "Exists" }] }, selects: false },
  { name: "DoesNotExist", selector: { matchExpressions: [{ key: "x", operator: "DoesNotExist" }] }, selects: true },
  { name: "DoesNotExist, present with an empty value", selector: { matchExpressions: [{ key: "tier", operator: "DoesNotExist" }] }, selects: false },
  { name: "DoesNotExist for a name that every object has", selector: { matchExpressions: [{ key: "toString", operator: "DoesNotExist" }] }, selects: true },
  { name: "In", selector: { matchExpressions: [{ key: "app", operator: "In", values: ["api", "web"] }] }, selects: true },
  { name: "In, absent", selector: { matchExpressions: [{ key: "x", operator: "In", values: ["web"] }] }, selects: false },
  { name: "NotIn", selector: { matchExpressions: [{ key: "app", operator: "NotIn", values: ["web"] }] }, selects: false },
  { name: "NotIn, absent", selector: { matchExpressions: [{ key: "x", operator: "NotIn", values: ["web"] }] }, selects: true },
  { name: "all parts must hold", selector: { matchLabels: { app: "web" }, matchExpressions: [{ key: "x", operator: "Exists" }] }, selects: false },
])("$name", ({ selector, selects }) => {
  expect(selectsLabels(selector as Parameters<typeof selectsLabels>[0], labels)).toBe(selects);
});
