import type { AccountId } from "@irsa-sim/core";
import { describe, expect, test } from "vitest";
import { type LoadedScenario, loadScenario } from "../src/index.js";
import { catalogueFiles } from "./catalogue.js";

/** Loads `basic` with lines of YAML added to it. */
function variant(lines: string, files: Readonly<Record<string, string>> = {}): LoadedScenario {
  const scenario = `title: variant\nbase: basic\nexpect: { outcome: succeeded }\n${lines}\n`;
  return loadScenario(catalogueFiles({ ...files, "variant/scenario.yaml": scenario }), "variant");
}

function applied({ timeline }: LoadedScenario, kind: string): unknown {
  return timeline.flatMap((entry) => (entry.kind === "action" ? entry.objects : [])).find((object) => object.kind === kind);
}

const ACCOUNT = "kubernetes.ServiceAccount[my-service-account]";
const ROLE = "aws.roles[my-pod-role]";

describe("a patch leads to its place, and nothing else changes", () => {
  test.each<{ readonly name: string; readonly lines: string; readonly read: (scenario: LoadedScenario) => unknown; readonly expected: unknown }>([
    {
      name: "a value takes another's place",
      lines: `patch:\n  ${ROLE}.trustPolicy.Statement[0].Effect: Deny`,
      read: ({ aws }) => aws.roles["my-pod-role"]?.trustPolicy,
      expected: { Statement: [{ Effect: "Deny", Action: "sts:AssumeRoleWithWebIdentity" }] },
    },
    {
      name: "a field may be new",
      lines: `patch:\n  ${ROLE}.maxSessionDurationSeconds: 7200`,
      read: ({ aws }) => aws.roles["my-pod-role"],
      expected: { maxSessionDurationSeconds: 7200, path: "/" },
    },
    {
      name: "null takes a member away, its neighbours stay",
      lines: `patch:\n  ${ACCOUNT}.metadata.annotations: { eks.amazonaws.com/role-arn: null }`,
      read: (scenario) => applied(scenario, "ServiceAccount"),
      expected: { metadata: { name: "my-service-account", annotations: {} } },
    },
    {
      name: "null takes an item away",
      lines: `patch:\n  ${ROLE}.trustPolicy.Statement[0]: null`,
      read: ({ aws }) => aws.roles["my-pod-role"]?.trustPolicy.Statement,
      expected: [],
    },
    {
      name: "null brings a default back",
      lines: "cluster: { name: mine, node: null }",
      read: ({ cluster }) => cluster,
      expected: { name: "mine", node: "node-1" },
    },
    {
      name: "a variable in an address",
      lines: `patch:\n  ${ROLE}.trustPolicy.Statement[0].Condition: { StringEquals: { "\${issuer}:aud": other } }`,
      read: ({ aws }) => aws.roles["my-pod-role"]?.trustPolicy.Statement,
      expected: [{ Condition: { StringEquals: { "oidc.eks.eu-west-1.amazonaws.com/id/A1B2C3D4E5F60718293A4B5C6D7E8F90:aud": "other" } } }],
    },
    {
      name: "a region of its own moves the issuer",
      lines: "cluster: { region: us-west-2 }",
      read: ({ cluster }) => cluster.issuer.url,
      expected: "https://oidc.eks.us-west-2.amazonaws.com/id/A1B2C3D4E5F60718293A4B5C6D7E8F90",
    },
    {
      name: "a region in China moves it to China's domain",
      lines: "cluster: { region: cn-northwest-1 }",
      read: ({ cluster }) => cluster.issuer.url,
      expected: "https://oidc.eks.cn-northwest-1.amazonaws.com.cn/id/A1B2C3D4E5F60718293A4B5C6D7E8F90",
    },
    {
      name: "a role of another account, with variables of IAM's own",
      lines: `aws: { accounts: { "444455556666": { roles: { far: { trustPolicy: trust-policy.json, policies: { p: read-my-bucket.json } } } } } }
patch:
  aws.accounts[444455556666].roles[far].policies[p].Statement[0].Resource: "arn:\${partition}:s3:::b/\${aws:username}/\${mine}"`,
      read: ({ aws }) => aws.accounts.get("444455556666" as AccountId)?.roles.far?.policies.p?.Statement,
      expected: [{ Resource: "arn:aws:s3:::b/${aws:username}/${mine}" }],
    },
    {
      name: "an issuer of one's own, which is the token's and the document's too",
      lines: "cluster: { flavour: self-hosted, issuer: { url: https://issuer.example.com/a } }",
      read: ({ cluster }) => cluster.issuer,
      expected: {
        flavour: "self-hosted",
        url: "https://issuer.example.com/a",
        inTokens: "https://issuer.example.com/a",
        inDocument: "https://issuer.example.com/a",
        isPublic: true,
      },
    },
  ])("$name", ({ lines, read, expected }) => {
    const found = read(variant(lines));
    if (typeof expected === "object") expect(found).toMatchObject(expected as object);
    else expect(found).toBe(expected);
  });

  test("a member that was taken away is gone", () => {
    const account = applied(variant(`patch:\n  ${ACCOUNT}.metadata.annotations: { eks.amazonaws.com/role-arn: null }`), "ServiceAccount");
    expect(account).toMatchObject({ metadata: { annotations: expect.not.objectContaining({ "eks.amazonaws.com/role-arn": expect.anything() }) } });
  });
});

describe("what the aws command line prints is taken as it is", () => {
  const policy = { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "s3:ListBucket", Resource: "*" }] };
  test.each([
    { name: "get-role-policy", document: { RoleName: "r", PolicyName: "p", PolicyDocument: policy } },
    { name: "get-policy-version", document: { PolicyVersion: { Document: policy, VersionId: "v1", IsDefaultVersion: true } } },
    { name: "a bare document", document: policy },
  ])("$name", ({ document }) => {
    const files = { "variant/mine.json": JSON.stringify(document) };
    const { aws } = variant("aws: { roles: { my-pod-role: { policies: { mine: mine.json } } } }", files);
    expect(aws.roles["my-pod-role"]?.policies.mine).toEqual(policy);
  });

  test("get-role gives the trust policy and the role's settings", () => {
    const trustPolicy = { ...policy, Statement: [{ Effect: "Allow", Principal: { AWS: "*" }, Action: "sts:AssumeRole" }] };
    const files = { "variant/role.json": JSON.stringify({ Role: { Path: "/app/", MaxSessionDuration: 7200, AssumeRolePolicyDocument: trustPolicy } }) };
    const { aws } = variant("aws: { roles: { my-pod-role: { trustPolicy: role.json } } }", files);
    expect(aws.roles["my-pod-role"]).toMatchObject({ path: "/app/", maxSessionDurationSeconds: 7200, trustPolicy });
  });
});

test("a word that kubectl takes for a boolean is one in a manifest", () => {
  const pod = "apiVersion: v1\nkind: Pod\nmetadata: { name: p }\nspec: { automountServiceAccountToken: no, containers: [{ name: app }] }\n";
  const scenario = variant("timeline:\n  - apply: [mine.yaml]", { "variant/mine.yaml": pod });
  expect(applied(scenario, "Pod")).toMatchObject({ spec: { automountServiceAccountToken: false } });
});

test("what is said about a base is not said about a scenario on it; what happens in it is", () => {
  const base = loadScenario(catalogueFiles(), "basic");
  const files = catalogueFiles({ "variant/scenario.yaml": "title: variant\nbase: basic\nexpect: { outcome: succeeded }\n" });
  const { title, description, tags, lesson, timeline } = loadScenario(files, "variant");
  expect([base.description === "", base.tags.length, base.lesson === null]).toEqual([false, 2, false]);
  expect([title, description, tags, lesson]).toEqual(["variant", "", [], null]);
  expect(timeline).toHaveLength(base.timeline.length);
});

test("null takes away a fix that a base has", () => {
  const own = (lines: string) => catalogueFiles({ "mine/scenario.yaml": `title: mine\nbase: trust-sub-mismatch\nexpect: { outcome: refused }\n${lines}` });
  expect([loadScenario(own(""), "mine").fix === null, loadScenario(own("fix: null\n"), "mine").fix]).toEqual([false, null]);
});
