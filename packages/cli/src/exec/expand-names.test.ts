import { expect, test } from "vitest";
import { expandNames } from "./expand-names.js";

test.each([
  { name: "a name", names: ["sts.amazonaws.com"], expanded: ["sts.amazonaws.com"] },
  { name: "a wildcard, of each bucket", names: ["*.s3.amazonaws.com"], expanded: ["a.s3.amazonaws.com", "b.s3.amazonaws.com"] },
  { name: "a name with a port", names: ["webhook.default.svc:9999"], expanded: [] },
  { name: "an address", names: ["169.254.169.254"], expanded: [] },
])("$name", ({ names, expanded }) => {
  expect(expandNames(names, ["a", "b"])).toEqual(expanded);
});
