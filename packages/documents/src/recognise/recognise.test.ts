import type { Json } from "@irsa-sim/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { toJson } from "../tree/located-tree.js";
import { linesOfLeaves, treeOf } from "../tree/tree-of.test-support.js";
import { describeDocuments } from "./describe-documents.js";
import { recognise } from "./recognise.js";

const TRUST = { Version: "2012-10-17", Statement: [{ Effect: "Allow", Principal: { Federated: "x" }, Action: "sts:AssumeRoleWithWebIdentity" }] };
const READ = { Version: "2012-10-17", Statement: { Effect: "Allow", Action: "s3:GetObject", Resource: "*" } };
const ROLE = {
  ...{ Path: "/app/", RoleName: "mine", RoleId: "AROA1", Arn: "arn:aws:iam::111122223333:role/app/mine", CreateDate: "2025-03-04T10:11:12Z" },
  ...{ AssumeRolePolicyDocument: TRUST, Description: "reads", MaxSessionDuration: 7200, Tags: [{ Key: "team", Value: "a" }], RoleLastUsed: {} },
  PermissionsBoundary: { PermissionsBoundaryType: "Policy", PermissionsBoundaryArn: "arn:aws:iam::111122223333:policy/limit" },
};
const WHOLE_ROLE = {
  ...{ trustPolicy: TRUST, path: "/app/", description: "reads", maxSessionDurationSeconds: 7200, tags: { team: "a" } },
  permissionsBoundary: "arn:aws:iam::111122223333:policy/limit",
};
const POD = { apiVersion: "v1", kind: "Pod", metadata: { name: "p" }, spec: { containers: [{ name: "app" }] } };

const CALL = {
  ...{ time: "2025-04-16T02:46:56Z", subject: "system:serviceaccount:shop:web", provider: "arn:aws:iam::111122223333:oidc-provider/oidc.example.com" },
  ...{ role: "arn:aws:iam::111122223333:role/mine", errorCode: "AccessDenied", errorMessage: "An unknown error occurred" },
};
const EVENT = {
  ...{ eventVersion: "1.08", eventSource: "sts.amazonaws.com", eventName: "AssumeRoleWithWebIdentity", eventTime: CALL.time, responseElements: null },
  userIdentity: { type: "WebIdentityUser", userName: CALL.subject, identityProvider: CALL.provider },
  requestParameters: { roleArn: CALL.role, roleSessionName: "x" },
  ...{ errorCode: CALL.errorCode, errorMessage: CALL.errorMessage },
};

/** Kind and content of each document. */
const documentsIn = (value: Json) => recognise(treeOf(value)).documents.map(({ kind, node }) => [kind, node === null ? null : toJson(node)]);
const passedOverIn = (value: Json, because: "live" | "unused") =>
  recognise(treeOf(value))
    .passedOver.filter((one) => one.because === because)
    .map(({ name }) => name);

describe("what is recognised", () => {
  test.each<{ readonly name: string; readonly value: Json; readonly documents: readonly (readonly [string, Json])[] }>([
    { name: "an object", value: POD, documents: [["kubernetes-object", POD]] },
    { name: "a List", value: { apiVersion: "v1", kind: "List", items: [POD, POD], metadata: {} }, documents: Array(2).fill(["kubernetes-object", POD]) },
    {
      name: "a PodList, whose items do not say what they are",
      value: { apiVersion: "v1", kind: "PodList", metadata: { resourceVersion: "7" }, items: [{ metadata: POD.metadata, spec: POD.spec }] },
      documents: [["kubernetes-object", POD]],
    },
    {
      name: "an object of no kind that can be applied",
      value: { kind: "Deployment", spec: {} },
      documents: [["kubernetes-object", { kind: "Deployment", spec: {} }]],
    },
    { name: "a policy", value: READ, documents: [["policy", READ]] },
    { name: "a policy as a text", value: JSON.stringify(READ), documents: [["policy", READ]] },
    { name: "a policy that is percent-encoded", value: encodeURIComponent(JSON.stringify(READ)), documents: [["policy", READ]] },
    { name: "get-role", value: { Role: ROLE }, documents: [["role", WHOLE_ROLE]] },
    {
      name: "get-role with an encoded policy",
      value: { Role: { RoleName: "mine", AssumeRolePolicyDocument: encodeURIComponent(JSON.stringify(TRUST)) } },
      documents: [["role", { trustPolicy: TRUST }]],
    },
    { name: "list-roles", value: { Roles: [ROLE, ROLE] }, documents: Array(2).fill(["role", WHOLE_ROLE]) },
    { name: "the roles alone, as --query leaves them", value: [ROLE], documents: [["role", WHOLE_ROLE]] },
    { name: "get-role-policy", value: { RoleName: "r", PolicyName: "p", PolicyDocument: JSON.stringify(READ) }, documents: [["policy", READ]] },
    { name: "get-policy-version", value: { PolicyVersion: { Document: READ, VersionId: "v1", IsDefaultVersion: true } }, documents: [["policy", READ]] },
    { name: "get-policy", value: { Policy: { PolicyName: "p", Arn: "arn:aws:iam::111122223333:policy/p" } }, documents: [["managed-policy", null]] },
    {
      name: "list-attached-role-policies",
      value: { AttachedPolicies: [{ PolicyName: "p", PolicyArn: "arn:aws:iam::aws:policy/p" }] },
      documents: [["attached-policies", ["arn:aws:iam::aws:policy/p"]]],
    },
    {
      name: "get-open-id-connect-provider",
      value: { Url: "oidc.example.com", ClientIDList: ["sts.amazonaws.com"], ThumbprintList: ["9e"], CreateDate: "2025-03-04T10:11:12Z", Tags: [] },
      documents: [["oidc-provider", { url: "https://oidc.example.com", clientIds: ["sts.amazonaws.com"], thumbprints: ["9e"] }]],
    },
    {
      name: "list-open-id-connect-providers",
      value: { OpenIDConnectProviderList: [{ Arn: "arn:aws:iam::111122223333:oidc-provider/x" }] },
      documents: [["oidc-provider-arns", [{ Arn: "arn:aws:iam::111122223333:oidc-provider/x" }]]],
    },
    {
      name: "get-account-authorization-details",
      value: {
        RoleDetailList: [
          {
            ...{ RoleName: "mine", AssumeRolePolicyDocument: TRUST, InstanceProfileList: [] },
            RolePolicyList: [{ PolicyName: "read", PolicyDocument: encodeURIComponent(JSON.stringify(READ)) }],
            AttachedManagedPolicies: [{ PolicyName: "p", PolicyArn: "arn:aws:iam::111122223333:policy/p" }],
          },
        ],
        Policies: [
          {
            ...{ PolicyName: "p", Arn: "arn:aws:iam::111122223333:policy/p", DefaultVersionId: "v2" },
            PolicyVersionList: [
              { VersionId: "v2", IsDefaultVersion: true, Document: READ },
              { VersionId: "v1", IsDefaultVersion: false, Document: TRUST },
            ],
          },
        ],
        ...{ UserDetailList: [], GroupDetailList: [], IsTruncated: false },
      },
      documents: [
        ["role", { trustPolicy: TRUST, policies: { read: READ }, attachedPolicies: ["arn:aws:iam::111122223333:policy/p"] }],
        ["managed-policy", READ],
      ],
    },
    {
      name: "get-caller-identity",
      value: { UserId: "AIDA1", Account: "111122223333", Arn: "arn:aws:iam::111122223333:user/me" },
      documents: [["caller-identity", "111122223333"]],
    },
    { name: "an event of CloudTrail", value: EVENT, documents: [["web-identity-call", CALL]] },
    {
      name: "a log file of CloudTrail, with other events",
      value: { Records: [{ eventSource: "s3.amazonaws.com", eventName: "GetObject" }, EVENT] },
      documents: [["web-identity-call", CALL]],
    },
    {
      name: "lookup-events",
      value: { Events: [{ EventId: "1", EventName: "AssumeRoleWithWebIdentity", CloudTrailEvent: JSON.stringify(EVENT) }] },
      documents: [["web-identity-call", CALL]],
    },
    {
      name: "the file of a state of Terraform",
      value: {
        ...{ version: 4, terraform_version: "1.9.0", serial: 7, lineage: "x", outputs: {} },
        resources: [
          { mode: "managed", type: "aws_iam_role", name: "pod", instances: [{ attributes: { name: "mine", assume_role_policy: JSON.stringify(TRUST) } }] },
          { mode: "managed", type: "aws_s3_bucket", name: "b", instances: [{ attributes: { bucket: "b" } }] },
        ],
      },
      documents: [["role", { trustPolicy: TRUST }]],
    },
    { name: "what nobody knows", value: { format_version: "1.2" }, documents: [["unknown", { format_version: "1.2" }]] },
    { name: "a list of what nobody knows, as a whole", value: [1, "a"], documents: [["unknown", [1, "a"]]] },
    { name: "an empty list", value: [], documents: [["unknown", []]] },
    { name: "a text", value: "50 %", documents: [["unknown", "50 %"]] },
  ])("$name", ({ value, documents }) => {
    expect(documentsIn(value)).toEqual(documents);
  });
});

describe("what is passed over", () => {
  test.each<{ readonly name: string; readonly value: Json; readonly live: readonly string[]; readonly unused: readonly string[] }>([
    { name: "ids and dates of a role", value: { Role: ROLE }, live: ["RoleId", "CreateDate"], unused: [] },
    { name: "what AWS may say one day", value: { Role: { ...ROLE, Colour: "red" } }, live: ["RoleId", "CreateDate"], unused: ["Colour"] },
    {
      name: "tags without a value, and with a key twice",
      value: { Role: { RoleName: "r", AssumeRolePolicyDocument: TRUST, Tags: [{ Key: "a" }, { Key: "b", Value: "1" }, { Key: "b", Value: "2" }] } },
      live: [],
      unused: ["Tags", "Tags"],
    },
    { name: "users of an account", value: { RoleDetailList: [], UserDetailList: [{ UserName: "u" }] }, live: [], unused: ["UserDetailList"] },
    { name: "nothing of an object that somebody wrote", value: { ...POD, status: { phase: "Pending" } }, live: [], unused: [] },
    {
      name: "what the cluster adds to an object while it lives",
      value: {
        ...POD,
        metadata: { name: "p", labels: { app: "a" }, uid: "1", resourceVersion: "7", creationTimestamp: "2026-01-04T08:00:05Z", managedFields: [{}] },
        spec: { ...POD.spec, nodeName: "ip-10-0-1-2" },
        status: { phase: "Running" },
      },
      live: ["metadata.uid", "metadata.resourceVersion", "metadata.creationTimestamp", "metadata.managedFields", "spec.nodeName", "status"],
      unused: [],
    },
  ])("$name", ({ value, live, unused }) => {
    expect([passedOverIn(value, "live"), passedOverIn(value, "unused")]).toEqual([live, unused]);
  });

  test("and the object is as somebody would write it", () => {
    const living = { ...POD, metadata: { name: "p", uid: "1" }, spec: { ...POD.spec, nodeName: "n" }, status: {} };
    expect(documentsIn(living)).toEqual([["kubernetes-object", POD]]);
  });
});

describe("a policy in a text that cannot be read is a fault where the text stands", () => {
  test.each([
    { name: "no JSON", document: '{ "Version": }', fault: "not valid JSON: value expected" },
    { name: "encoded, and cut", document: `${encodeURIComponent('{"Version":"2012')}%E0%A4%A`, fault: "not a policy document" },
    { name: "another text", document: "see the wiki", fault: "not a policy document" },
    { name: "a number", document: 7, fault: "not a policy document" },
  ])("$name", ({ document, fault }) => {
    const { documents, faults } = recognise(treeOf({ PolicyName: "p", PolicyDocument: document }));
    // The object, a key with its value, a key: the document stands on the fifth line.
    expect([documents, faults.map(({ place, fault: { message } }) => [place.line, message])]).toEqual([[], [[5, fault]]]);
  });
});

test("documents in the words of a fault", () => {
  const described = (value: Json): string => describeDocuments(recognise(treeOf(value)).documents);
  expect(described([POD, READ])).toBe("a Kubernetes object of kind Pod and 1 more");
  expect(described({ format_version: "1.2", values: {} })).toBe("an object with format_version, values");
  expect(described({ kind: "List", items: [] })).toBe("nothing");
});

describe("of any JSON", () => {
  const names = fc.constantFrom(
    ...["kind", "apiVersion", "metadata", "items", "spec", "status", "uid", "nodeName", "name", "Statement", "Role", "Roles", "RoleName", "Arn", "Policy"],
    ...["AssumeRolePolicyDocument", "Tags", "Key", "Value", "RolePolicyList", "PolicyName", "PolicyDocument", "PolicyVersion", "Document", "IsDefaultVersion"],
    ...["PolicyVersionList", "AttachedPolicies", "AttachedManagedPolicies", "PolicyArn", "PermissionsBoundary", "PermissionsBoundaryArn", "Path", "RoleId"],
    ...["Url", "ClientIDList", "OpenIDConnectProviderList", "RoleDetailList", "Policies", "IsTruncated", "anything", "__proto__"],
  );
  const values = fc.constantFrom<Json>(
    "List",
    "PodList",
    "Pod",
    "v1",
    "a",
    "",
    "arn:aws:iam::aws:policy/p",
    '{"Statement":[]}',
    "%7B%22a%22%3A1%7D",
    "%7B%",
    "{",
    1,
    true,
    false,
    null,
  );
  const { tree } = fc.letrec<{ tree: Json }>((tie) => ({
    tree: fc.oneof({ maxDepth: 5, depthSize: "large" }, values, fc.array(tie("tree"), { maxLength: 4 }), fc.dictionary(names, tie("tree"), { maxKeys: 6 })),
  }));

  test("each value is in a document, passed over, or a fault; and nothing is in a document and said to be passed over", () => {
    fc.assert(
      fc.property(fc.oneof(tree, fc.jsonValue() as fc.Arbitrary<Json>), (value) => {
        const whole = treeOf(value);
        const { documents, passedOver, faults } = recognise(whole);
        const taken = documents.flatMap(({ node }) => (node === null ? [] : linesOfLeaves(node)));
        const left = [...passedOver.flatMap(({ node }) => linesOfLeaves(node)), ...faults.map(({ place }) => place.line)];
        const said = passedOver.filter(({ because }) => because !== "envelope").flatMap(({ node }) => linesOfLeaves(node));
        expect(linesOfLeaves(whole).filter((line) => ![...taken, ...left].includes(line))).toEqual([]);
        expect(said.filter((line) => taken.includes(line))).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });
});
