import { expect, test } from "vitest";
import { DEFAULT_WEBHOOK_SETTINGS } from "../settings.js";
import { decideIdentity } from "./decide-identity.js";

const ROLE = "arn:aws:iam::111122223333:role/app";
const found = {
  outcome: "mutate",
  reason: "role-annotation",
  roleArn: ROLE,
  audience: "sts.amazonaws.com",
  stsRegionalEndpoint: false,
  tokenExpirationSeconds: 86_400n,
};

test.each([
  { name: "unknown service account", annotations: null, decision: { outcome: "leave-alone", reason: "service-account-unknown" } },
  { name: "no annotations", annotations: {}, decision: { outcome: "leave-alone", reason: "no-role-annotation" } },
  { name: "empty role", annotations: { "eks.amazonaws.com/role-arn": "" }, decision: { outcome: "leave-alone", reason: "no-role-annotation" } },
  { name: "misspelt domain", annotations: { "eks.amazon.com/role-arn": ROLE }, decision: { outcome: "leave-alone", reason: "no-role-annotation" } },
  { name: "another case", annotations: { "eks.amazonaws.com/Role-Arn": ROLE }, decision: { outcome: "leave-alone", reason: "no-role-annotation" } },
  { name: "role only: the flags' values", annotations: { "eks.amazonaws.com/role-arn": ROLE }, decision: found },
  { name: "what is no ARN is taken all the same", annotations: { "eks.amazonaws.com/role-arn": "app" }, decision: { ...found, roleArn: "app" } },
  {
    name: "all annotations",
    annotations: {
      "eks.amazonaws.com/role-arn": ROLE,
      "eks.amazonaws.com/audience": "other",
      "eks.amazonaws.com/sts-regional-endpoints": "true",
      "eks.amazonaws.com/token-expiration": "1200",
    },
    decision: { ...found, audience: "other", stsRegionalEndpoint: true, tokenExpirationSeconds: 1200n },
  },
  {
    name: "an empty audience is honoured",
    annotations: { "eks.amazonaws.com/role-arn": ROLE, "eks.amazonaws.com/audience": "" },
    decision: { ...found, audience: "" },
  },
  {
    name: "what does not parse falls back to the flags",
    annotations: { "eks.amazonaws.com/role-arn": ROLE, "eks.amazonaws.com/sts-regional-endpoints": "yes", "eks.amazonaws.com/token-expiration": "1h" },
    decision: found,
  },
])("$name", ({ annotations, decision }) => {
  expect(decideIdentity(annotations === null ? null : { annotations: annotations as Record<string, string> }, DEFAULT_WEBHOOK_SETTINGS)).toEqual(decision);
});

test.each([
  { name: "the flag's lifetime is raised to 600", settings: { tokenExpirationSeconds: 30n }, expected: { tokenExpirationSeconds: 600n } },
  { name: "the flag's audience", settings: { tokenAudience: "aud" }, expected: { audience: "aud" } },
  { name: "the flag for regional STS", settings: { stsRegionalEndpoint: true }, expected: { stsRegionalEndpoint: true } },
])("$name", ({ settings, expected }) => {
  expect(decideIdentity({ annotations: { "eks.amazonaws.com/role-arn": ROLE } }, { ...DEFAULT_WEBHOOK_SETTINGS, ...settings })).toMatchObject(expected);
});

test("with another prefix only that prefix counts", () => {
  const settings = { ...DEFAULT_WEBHOOK_SETTINGS, annotationPrefix: "example.com" };
  expect(decideIdentity({ annotations: { "eks.amazonaws.com/role-arn": ROLE } }, settings)).toMatchObject({ outcome: "leave-alone" });
  expect(decideIdentity({ annotations: { "example.com/role-arn": ROLE } }, settings)).toMatchObject({ outcome: "mutate", roleArn: ROLE });
});

test("a false annotation beats the flag", () => {
  const annotations = { "eks.amazonaws.com/role-arn": ROLE, "eks.amazonaws.com/sts-regional-endpoints": "false" };
  expect(decideIdentity({ annotations }, { ...DEFAULT_WEBHOOK_SETTINGS, stsRegionalEndpoint: true })).toMatchObject({ stsRegionalEndpoint: false });
});
