import { expect, test } from "vitest";
import { findIssuerProblem } from "./find-issuer-problem.js";

test.each([
  { name: "one", issuers: ["https://a.example.com"], problem: null },
  { name: "several", issuers: ["https://a.example.com", "https://b.example.com"], problem: null },
  { name: "a word without a colon", issuers: ["kubernetes/serviceaccount"], problem: null },
  { name: "none", issuers: [], problem: "service-account-issuer is a required flag" },
  { name: "an empty one", issuers: ["https://a.example.com", ""], problem: "service-account-issuer should not be an empty string" },
  { name: "one twice", issuers: ["a", "a"], problem: 'service-account-issuer "a" is already specified' },
  {
    name: "a colon, but no URL",
    issuers: ["https://a b"],
    problem: "service-account-issuer \"https://a b\" contained a ':' but was not a valid URL: invalid URL",
  },
])("issuers: $name", ({ issuers, problem }) => {
  expect(findIssuerProblem(issuers)).toBe(problem);
});
