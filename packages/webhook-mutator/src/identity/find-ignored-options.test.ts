import { expect, test } from "vitest";
import { findIgnoredOptions } from "./find-ignored-options.js";

test.each([
  { name: "token-expiration", value: "3600", problem: null },
  { name: "token-expiration", value: "+600", problem: null },
  { name: "token-expiration", value: "600", problem: null },
  { name: "token-expiration", value: "599", problem: "below-minimum" },
  { name: "token-expiration", value: "-1", problem: "below-minimum" },
  { name: "token-expiration", value: "1h", problem: "not-a-whole-number" },
  { name: "token-expiration", value: "3600.5", problem: "not-a-whole-number" },
  { name: "token-expiration", value: "", problem: null },
  { name: "sts-regional-endpoints", value: "false", problem: null },
  { name: "sts-regional-endpoints", value: "T", problem: null },
  { name: "sts-regional-endpoints", value: "yes", problem: "not-a-boolean" },
  { name: "audience", value: "anything", problem: null },
])("$name: $value", ({ name, value, problem }) => {
  const found = findIgnoredOptions({ [`corp.example/${name}`]: value }, { annotationPrefix: "corp.example" });
  expect(found).toEqual(problem === null ? [] : [{ annotation: `corp.example/${name}`, value, problem }]);
});
