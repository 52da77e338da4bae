import { expect, test } from "vitest";
import { nearestNames } from "./nearest-names.js";

const NAMES = ["basic", "rotation", "trust-sub-mismatch", "trust-too-wide", "role-missing", "no-trust", "trustPolicy", "ServiceAccount"];

test.each<{ name: string; written: string; near: readonly string[]; among?: readonly string[] }>([
  { name: "the beginning of names", written: "trust", near: ["trustPolicy", "trust-too-wide", "trust-sub-mismatch", "no-trust"] },
  { name: "a slip", written: "bassic", near: ["basic"] },
  {
    name: "one letter too many, though a longer name has what was written in it",
    written: "trusts",
    near: ["trust", "my-trusts-of-old"],
    among: ["my-trusts-of-old", "trust"],
  },
  { name: "a slip in a long name", written: "trust-sub-mismatsh", near: ["trust-sub-mismatch"] },
  { name: "capitals", written: "Basic", near: ["basic"] },
  { name: "a word of a name", written: "mising", near: ["role-missing"] },
  { name: "a word of a name in camel case", written: "polcy", near: ["trustPolicy"] },
  { name: "the beginning of a name with capitals", written: "serv", near: ["ServiceAccount"] },
  { name: "more than anybody types", written: "basic".repeat(30), near: [] },
  { name: "nothing is near", written: "xyzzyxq", near: [] },
  { name: "nothing was written", written: "", near: [] },
])("$name", ({ written, near, among = NAMES }) => {
  expect(nearestNames(written, among)).toEqual(near);
});
