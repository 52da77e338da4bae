import type { JsonObject } from "@irsa-sim/core";
import { expect, test } from "vitest";
import { applyMergePatch } from "./apply-merge-patch.js";

// The examples of RFC 7396, appendix A, whose target and patch are objects.
test.each<{ target: JsonObject; patch: JsonObject; result: JsonObject }>([
  { target: { a: "b" }, patch: { a: "c" }, result: { a: "c" } },
  { target: { a: "b" }, patch: { b: "c" }, result: { a: "b", b: "c" } },
  { target: { a: "b" }, patch: { a: null }, result: {} },
  { target: { a: "b", b: "c" }, patch: { a: null }, result: { b: "c" } },
  { target: { a: ["b"] }, patch: { a: "c" }, result: { a: "c" } },
  { target: { a: "c" }, patch: { a: ["b"] }, result: { a: ["b"] } },
  { target: { a: { b: "c" } }, patch: { a: { b: "d", c: null } }, result: { a: { b: "d" } } },
  { target: { a: [{ b: "c" }] }, patch: { a: [1] }, result: { a: [1] } },
  { target: { e: null }, patch: { a: 1 }, result: { e: null, a: 1 } },
  { target: {}, patch: { a: { bb: { ccc: null } } }, result: { a: { bb: {} } } },
])("$patch into $target", ({ target, patch, result }) => {
  expect(applyMergePatch(target, patch)).toEqual(result);
});
