import type { Json } from "@irsa-sim/core";
import { WELL_KNOWN_KEYS } from "@irsa-sim/simulation";
import { describe, expect, test } from "vitest";
import { type LoadedScenario, loadScenario, runScenario, ScenarioError } from "../src/index.js";
import { catalogueFiles, START_AT } from "./catalogue.js";

const ROLE = "aws.roles[my-pod-role]";
const ACCOUNT = "arn:aws:iam::111122223333:policy";
const TRUST = JSON.parse(catalogueFiles().read("basic", "trust-policy.json") ?? "") as Json;
const policy = (action: string): Json => ({ Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: action, Resource: "*" }] });
const getRole = (more: Readonly<Record<string, Json>>): Json => ({ Role: { RoleName: "my-pod-role", AssumeRolePolicyDocument: TRUST, ...more } });
const boundary = (name: string): Json => ({ PermissionsBoundaryType: "Policy", PermissionsBoundaryArn: `${ACCOUNT}/${name}` });

/** `basic` with lines and files of its own. */
function variant(lines: string, files: Readonly<Record<string, Json>> = {}): LoadedScenario {
  const texts = Object.entries(files).map(([file, json]) => [`variant/${file}`, JSON.stringify(json)]);
  const scenario = `title: variant\nbase: basic\nexpect: { outcome: succeeded }\n${lines}\n`;
  return loadScenario(catalogueFiles({ ...Object.fromEntries(texts), "variant/scenario.yaml": scenario }), "variant");
}

const roleOf = ({ aws }: LoadedScenario) => aws.roles["my-pod-role"];
const noticesOf = ({ notices }: LoadedScenario) => notices.map(({ message }) => message);

async function outcomeOf(scenario: LoadedScenario): Promise<string> {
  const { failure } = await runScenario(scenario, { seed: "1", startAt: START_AT, keys: WELL_KNOWN_KEYS, keysAre: "well-known" });
  return failure === null ? "succeeded" : `step ${failure.step}: ${failure.message}`;
}

function faultsOf(load: () => LoadedScenario): readonly string[] {
  try {
    load();
    return [];
  } catch (error) {
    if (!(error instanceof ScenarioError)) throw error;
    return error.problems.map(({ line, message, expected, actual }) => `${line}: ${message} | ${expected} | ${actual}`);
  }
}

describe("a role as aws iam prints it", () => {
  const tags = [{ Key: "team", Value: "a" }];

  test("is taken with all that it has; the scenario's own words go before it", () => {
    const role = getRole({ Path: "/app/", MaxSessionDuration: 7200, Tags: tags, Description: "reads", PermissionsBoundary: boundary("limit") });
    const scenario = variant(
      `patch:\n  ${ROLE}: { trustPolicy: role.json, maxSessionDurationSeconds: 3600 }\naws: { managedPolicies: { limit: limit.json } }`,
      {
        "role.json": role,
        "limit.json": policy("s3:*"),
      },
    );
    expect(roleOf(scenario)).toMatchObject({
      ...{ trustPolicy: TRUST, path: "/app/", description: "reads", tags: { team: "a" }, maxSessionDurationSeconds: 3600 },
      ...{ permissionsBoundary: `${ACCOUNT}/limit`, policies: { "read-my-bucket": expect.anything() } },
    });
    expect(noticesOf(scenario)).toEqual([]);
  });

  test("one of several is meant by its name", () => {
    const [mine, other] = [getRole({ Path: "/mine/" }), { Role: { RoleName: "other", AssumeRolePolicyDocument: TRUST, Path: "/other/" } }] as { Role: Json }[];
    const files = { "roles.json": { Roles: [other?.Role ?? null, mine?.Role ?? null] } };
    expect(roleOf(variant(`patch:\n  ${ROLE}.trustPolicy: roles.json`, files))?.path).toBe("/mine/");
    expect(faultsOf(() => variant("aws: { roles: { my-pod-rol: { trustPolicy: roles.json } } }", files))).toEqual([
      "4: the file has 2 roles, and none is called my-pod-rol | perhaps my-pod-role; one of: other, my-pod-role | ",
    ]);
  });

  test("a text that stands for the policy is where its places are", () => {
    const document = JSON.stringify({ Statement: [{ Effect: "Alow", Principal: "*", Action: "sts:AssumeRole" }] });
    expect(faultsOf(() => variant(`patch:\n  ${ROLE}.trustPolicy: role.json`, { "role.json": { Role: { AssumeRolePolicyDocument: document } } }))).toEqual([
      '1: Effect is not what it should be | one of: Allow, Deny | "Alow"',
    ]);
  });

  test("what nobody here uses is told, and what AWS wrote itself is counted", () => {
    const role = getRole({ RoleId: "AROA1", CreateDate: "2025-03-04T10:11:12Z", Colour: "red" });
    expect(noticesOf(variant(`patch:\n  ${ROLE}.trustPolicy: role.json`, { "role.json": role })).sort()).toEqual([
      "2 values are passed over that AWS or the cluster wrote itself: RoleId, CreateDate",
      "Colour is passed over: nothing here uses it",
    ]);
  });
});

describe("managed policies", () => {
  const details = {
    RoleDetailList: [
      {
        ...{ RoleName: "my-pod-role", AssumeRolePolicyDocument: TRUST, RolePolicyList: [{ PolicyName: "own", PolicyDocument: policy("s3:ListBucket") }] },
        AttachedManagedPolicies: [{ PolicyName: "read", PolicyArn: `${ACCOUNT}/team/read` }],
      },
    ],
    Policies: [
      { PolicyName: "read", Arn: `${ACCOUNT}/team/read`, PolicyVersionList: [{ IsDefaultVersion: true, Document: policy("s3:GetObject") }] },
      { PolicyName: "unused", Arn: `${ACCOUNT}/unused`, PolicyVersionList: [{ IsDefaultVersion: true, Document: policy("s3:*") }] },
    ],
  };
  const attachedOnly = (attached: string): string => `patch:\n  ${ROLE}.policies: { read-my-bucket: null, attached: "${attached}" }`;

  test("of a whole account those that the role has come with it, and grant", async () => {
    const scenario = variant(`patch:\n  ${ROLE}: { trustPolicy: details.json, policies: { read-my-bucket: null } }`, { "details.json": details });
    expect(scenario.aws.managedPolicies).toEqual({ "team/read": policy("s3:GetObject") });
    expect(roleOf(scenario)).toMatchObject({ policies: { own: policy("s3:ListBucket") }, attachedPolicies: [`${ACCOUNT}/team/read`] });
    expect(await outcomeOf(scenario)).toBe("succeeded");
  });

  test.each([
    { name: "by the answer of list-attached-role-policies", attached: "attached.json" },
    { name: "by ARN", attached: "arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess" },
  ])("AWS's own is attached $name", async ({ attached }) => {
    const files = { "attached.json": { AttachedPolicies: [{ PolicyName: "x", PolicyArn: "arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess" }] } };
    const scenario = variant(attachedOnly(attached), files);
    expect([roleOf(scenario)?.policies, await outcomeOf(scenario)]).toEqual([{}, "succeeded"]);
  });

  test("a boundary limits what the role's policies grant", async () => {
    const files = { "role.json": getRole({ PermissionsBoundary: boundary("limit") }), "limit.json": policy("s3:PutObject") };
    const scenario = variant(`patch:\n  ${ROLE}.trustPolicy: role.json\naws: { managedPolicies: { limit: limit.json } }`, files);
    expect(await outcomeOf(scenario)).toContain("because no permissions boundary allows the s3:GetObject action");
  });

  test.each([
    { name: "of the account, without its document", lines: attachedOnly(`${ACCOUNT}/read`), arn: `${ACCOUNT}/read` },
    { name: "of another account", lines: attachedOnly("arn:aws:iam::444455556666:policy/read"), arn: "arn:aws:iam::444455556666:policy/read" },
    {
      name: "of AWS, that is not simulated",
      lines: attachedOnly("arn:aws:iam::aws:policy/job-function/Billing"),
      arn: "arn:aws:iam::aws:policy/job-function/Billing",
    },
    { name: "a boundary", lines: `patch:\n  ${ROLE}.permissionsBoundary: ${ACCOUNT}/limit`, arn: `${ACCOUNT}/limit` },
  ])("one that is not known is told, and the role does without it: $name", ({ lines, arn }) => {
    const scenario = variant(lines);
    expect(noticesOf(scenario)).toEqual([`${arn} is not known here, so the role does without it; aws.managedPolicies takes the account's own`]);
    expect(roleOf(scenario)).toMatchObject({ attachedPolicies: [], permissionsBoundary: null });
  });
});

describe("a file that holds something else is a fault where it is named", () => {
  const pod = { kind: "Pod", metadata: { name: "p" } };
  const provider = { Url: "oidc.example.com", ClientIDList: [] };
  test.each<{ readonly name: string; readonly lines: string; readonly file: Json; readonly fault: RegExp }>([
    {
      name: "a pod as a trust policy",
      lines: `patch:\n  ${ROLE}.trustPolicy: x.json`,
      file: pod,
      fault: /^5: no trust policy .* \| a Kubernetes object of kind Pod$/,
    },
    {
      name: "Terraform's output",
      lines: `patch:\n  ${ROLE}.trustPolicy: x.json`,
      file: { values: {} },
      fault: /^5: no trust policy .* \| an object with values$/,
    },
    { name: "a number", lines: `patch:\n  ${ROLE}.trustPolicy: x.json`, file: 7, fault: /^5: no trust policy .* \| the number 7$/ },
    {
      name: "a role as a permission policy",
      lines: `patch:\n  ${ROLE}.policies.x: x.json`,
      file: getRole({}),
      fault: /no permission policy .* \| the role my-pod-role$/,
    },
    {
      name: "a provider as an organization's policy",
      lines: "aws: { organization: { serviceControlPolicies: { x: x.json } } }",
      file: provider,
      fault: /^4: no policy /,
    },
    {
      name: "providers without their client ids",
      lines: "aws: { oidcProviders: [x.json] }",
      file: { OpenIDConnectProviderList: [] },
      fault: /^4: no OIDC provider .* prints \| a list of OIDC providers by ARN, without their client ids$/,
    },
    {
      name: "a policy as a manifest",
      lines: "timeline:\n  - apply: [x.json]",
      file: policy("*"),
      fault: /^1: not a Kubernetes object \| .* \| a policy document$/,
    },
  ])("$name", ({ lines, file, fault }) => {
    expect(faultsOf(() => variant(lines, { "x.json": file }))).toEqual([expect.stringMatching(fault)]);
  });
});
