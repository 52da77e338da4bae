import { describe, expect, test } from "vitest";
import { DEFAULT_WEBHOOK_SETTINGS } from "../settings.js";
import { decideIdentity, type IdentityDecision, type KnownIdentities } from "./decide-identity.js";
import type { IdentityEntry } from "./identity-entry.js";
import { readAnnotations } from "./read-annotations.js";

const ROLE = "arn:aws:iam::111122223333:role/app";
const PLACE = { account: "111122223333", region: "eu-west-1" };
const entry = (roleArn: string, change: Partial<IdentityEntry> = {}): IdentityEntry => ({
  roleArn,
  audience: "sts.amazonaws.com",
  stsRegionalEndpoint: false,
  tokenExpirationSeconds: 86_400n,
  ...change,
});
const NOBODY: KnownIdentities = { hasContainerCredentials: false, serviceAccount: null, configMap: null, configMapForAnyNamespace: null };

describe("whose identity a pod gets (sections 3.5, 4.1 to 4.4)", () => {
  test.each<{ name: string; known: Partial<KnownIdentities>; decision: IdentityDecision }>([
    { name: "nobody knows the service account", known: {}, decision: { outcome: "leave-alone", reason: "service-account-unknown" } },
    { name: "a service account without a role", known: { serviceAccount: entry("") }, decision: { outcome: "leave-alone", reason: "no-role-annotation" } },
    {
      name: "a service account with a role",
      known: { serviceAccount: entry(ROLE) },
      decision: { outcome: "mutate", reason: "role-annotation", ...entry(ROLE) },
    },
    {
      name: "a service account with a role hides the ConfigMap",
      known: { serviceAccount: entry(ROLE), configMap: entry("other") },
      decision: { outcome: "mutate", reason: "role-annotation", ...entry(ROLE) },
    },
    {
      name: "a service account without a role falls through to the ConfigMap",
      known: { serviceAccount: entry("", { audience: "own" }), configMap: entry(ROLE, { audience: "" }) },
      decision: { outcome: "mutate", reason: "config-map", ...entry(ROLE, { audience: "" }) },
    },
    {
      name: "an unknown service account with a ConfigMap entry",
      known: { configMap: entry(ROLE) },
      decision: { outcome: "mutate", reason: "config-map", ...entry(ROLE) },
    },
    {
      name: "an entry for any namespace",
      known: { configMapForAnyNamespace: entry(ROLE) },
      decision: { outcome: "mutate", reason: "config-map", ...entry(ROLE) },
    },
    {
      name: "an exact entry without a role blocks the one for any namespace",
      known: { configMap: entry(""), configMapForAnyNamespace: entry(ROLE) },
      decision: { outcome: "leave-alone", reason: "no-role-annotation" },
    },
    {
      name: "container credentials win over everything else",
      known: { hasContainerCredentials: true, serviceAccount: entry(ROLE, { stsRegionalEndpoint: true, tokenExpirationSeconds: 1200n }) },
      decision: { outcome: "mutate", reason: "container-credentials", stsRegionalEndpoint: true, tokenExpirationSeconds: 1200n },
    },
    {
      name: "container credentials: an unannotated service account hides the ConfigMap",
      known: { hasContainerCredentials: true, serviceAccount: entry(""), configMap: entry(ROLE, { tokenExpirationSeconds: 1200n }) },
      decision: { outcome: "mutate", reason: "container-credentials", stsRegionalEndpoint: false, tokenExpirationSeconds: 86_400n },
    },
    {
      name: "container credentials: the ConfigMap's entry for the very namespace",
      known: { hasContainerCredentials: true, configMap: entry("", { stsRegionalEndpoint: true, tokenExpirationSeconds: 30n }) },
      decision: { outcome: "mutate", reason: "container-credentials", stsRegionalEndpoint: true, tokenExpirationSeconds: 30n },
    },
    {
      name: "container credentials: the entry for any namespace is not tried, and constants count",
      known: { hasContainerCredentials: true, configMapForAnyNamespace: entry("", { stsRegionalEndpoint: true, tokenExpirationSeconds: 30n }) },
      decision: { outcome: "mutate", reason: "container-credentials", stsRegionalEndpoint: false, tokenExpirationSeconds: 86_400n },
    },
  ])("$name", ({ known, decision }) => {
    expect(decideIdentity({ ...NOBODY, ...known })).toEqual(decision);
  });
});

describe("a service account's annotations (sections 3 and 5)", () => {
  const prefixed = (annotations: Readonly<Record<string, string>>) =>
    Object.fromEntries(Object.entries(annotations).map(([name, value]) => [`eks.amazonaws.com/${name}`, value]));

  test.each<{ name: string; annotations: Record<string, string>; read: Partial<IdentityEntry> }>([
    { name: "none", annotations: {}, read: { roleArn: "" } },
    { name: "empty role", annotations: prefixed({ "role-arn": "" }), read: { roleArn: "" } },
    { name: "misspelt domain", annotations: { "eks.amazon.com/role-arn": ROLE }, read: { roleArn: "" } },
    { name: "another case", annotations: { "eks.amazonaws.com/Role-Arn": ROLE }, read: { roleArn: "" } },
    { name: "role only: the flags' values", annotations: prefixed({ "role-arn": ROLE }), read: entry(ROLE) },
    { name: "what is no ARN is taken all the same", annotations: prefixed({ "role-arn": "app" }), read: { roleArn: "app" } },
    {
      name: "all annotations",
      annotations: prefixed({ "role-arn": ROLE, audience: "other", "sts-regional-endpoints": "true", "token-expiration": "1200" }),
      read: { roleArn: ROLE, audience: "other", stsRegionalEndpoint: true, tokenExpirationSeconds: 1200n },
    },
    { name: "an empty audience is honoured", annotations: prefixed({ "role-arn": ROLE, audience: "" }), read: { audience: "" } },
    {
      name: "what does not parse falls back to the flags",
      annotations: prefixed({ "role-arn": ROLE, "sts-regional-endpoints": "yes", "token-expiration": "1h" }),
      read: entry(ROLE),
    },
  ])("$name", ({ annotations, read }) => {
    expect(readAnnotations(annotations, DEFAULT_WEBHOOK_SETTINGS, PLACE)).toMatchObject(read);
  });

  test.each([
    { name: "the flag's lifetime is raised to 600", settings: { tokenExpirationSeconds: 30n }, expected: { tokenExpirationSeconds: 600n } },
    { name: "the flag's audience", settings: { tokenAudience: "aud" }, expected: { audience: "aud" } },
    { name: "the flag for regional STS", settings: { stsRegionalEndpoint: true }, expected: { stsRegionalEndpoint: true } },
  ])("$name", ({ settings, expected }) => {
    expect(readAnnotations(prefixed({ "role-arn": ROLE }), { ...DEFAULT_WEBHOOK_SETTINGS, ...settings }, PLACE)).toMatchObject(expected);
  });

  test("with another prefix only that prefix counts", () => {
    const settings = { ...DEFAULT_WEBHOOK_SETTINGS, annotationPrefix: "example.com" };
    expect(readAnnotations(prefixed({ "role-arn": ROLE }), settings, PLACE).roleArn).toBe("");
    expect(readAnnotations({ "example.com/role-arn": ROLE }, settings, PLACE).roleArn).toBe(ROLE);
  });

  test("a false annotation beats the flag", () => {
    const settings = { ...DEFAULT_WEBHOOK_SETTINGS, stsRegionalEndpoint: true };
    expect(readAnnotations(prefixed({ "role-arn": ROLE, "sts-regional-endpoints": "false" }), settings, PLACE).stsRegionalEndpoint).toBe(false);
  });
});

describe("--compose-role-arn (section 5.4)", () => {
  test.each([
    { name: "a bare name", value: "app", region: "eu-west-1", role: "arn:aws:iam::111122223333:role/app" },
    { name: "a path", value: "team/app", region: "eu-west-1", role: "arn:aws:iam::111122223333:role/team/app" },
    { name: "a leading slash", value: "/app", region: "eu-west-1", role: "arn:aws:iam::111122223333:role//app" },
    { name: "an empty annotation", value: "", region: "eu-west-1", role: "arn:aws:iam::111122223333:role/" },
    { name: "an ARN stays", value: ROLE, region: "cn-north-1", role: ROLE },
    { name: "China", value: "a", region: "cn-north-1", role: "arn:aws-cn:iam::111122223333:role/a" },
    { name: "GovCloud", value: "a", region: "us-gov-west-1", role: "arn:aws-us-gov:iam::111122223333:role/a" },
    { name: "iso", value: "a", region: "us-iso-east-1", role: "arn:aws-iso:iam::111122223333:role/a" },
    { name: "iso-b", value: "a", region: "us-isob-east-1", role: "arn:aws-iso-b:iam::111122223333:role/a" },
    { name: "the European sovereign cloud", value: "a", region: "eusc-de-east-1", role: "arn:aws-eusc:iam::111122223333:role/a" },
  ])("$name", ({ value, region, role }) => {
    const settings = { ...DEFAULT_WEBHOOK_SETTINGS, composeRoleArn: true };
    expect(readAnnotations({ "eks.amazonaws.com/role-arn": value }, settings, { ...PLACE, region }).roleArn).toBe(role);
  });

  test("without the flag a bare name stays, and no annotation is no role with it", () => {
    expect(readAnnotations({ "eks.amazonaws.com/role-arn": "app" }, DEFAULT_WEBHOOK_SETTINGS, PLACE).roleArn).toBe("app");
    expect(readAnnotations({}, { ...DEFAULT_WEBHOOK_SETTINGS, composeRoleArn: true }, PLACE).roleArn).toBe("");
  });
});
