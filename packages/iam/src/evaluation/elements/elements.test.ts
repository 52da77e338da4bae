import type { Arn, Json } from "@irsa-sim/core";
import { describe, expect, test } from "vitest";
import type { ElementResult, PolicyPrincipal } from "../decision.js";
import type { Statement } from "../statement.js";
import { evaluateAction } from "./evaluate-action.js";
import { evaluatePrincipal } from "./evaluate-principal.js";
import { evaluateResource } from "./evaluate-resource.js";

const ROLE = "arn:aws:iam::111122223333:role/app" as Arn;
const PROVIDER = "arn:aws:iam::111122223333:oidc-provider/oidc.test";
const AT = "/Statement/0";
const statement = (parts: Partial<Statement>): Statement => ({ Effect: "Allow", ...parts });

type Found = Pick<ElementResult, "pointer" | "matched" | "expected"> & { readonly matchedBy?: string };

const SESSION = "arn:aws:sts::111122223333:assumed-role/app/one" as Arn;
const ROOT = "arn:aws:iam::111122223333:root";

describe("whom NotPrincipal hits: a session whose role, session and account are not all listed", () => {
  test.each<{ readonly name: string; readonly listed: readonly string[]; readonly caller?: Partial<PolicyPrincipal>; readonly hit: boolean }>([
    { name: "all three listed", listed: [ROLE, SESSION, ROOT], hit: false },
    { name: "the account by its id", listed: [SESSION, "111122223333", ROLE], hit: false },
    { name: "no session", listed: [ROLE, ROOT], hit: true },
    { name: "no role", listed: [SESSION, ROOT], hit: true },
    { name: "no account", listed: [ROLE, SESSION], hit: true },
    { name: "the account alone", listed: [ROOT], hit: true },
    { name: "another account", listed: [ROLE, SESSION, "444455556666"], hit: true },
    { name: "everybody", listed: ["*"], hit: false },
    { name: "all three listed, with a permissions boundary", listed: [ROLE, SESSION, ROOT], caller: { hasPermissionsBoundary: true }, hit: true },
    { name: "everybody, with a permissions boundary", listed: ["*"], caller: { hasPermissionsBoundary: true }, hit: true },
    { name: "a stranger, who has no name", listed: [ROLE, SESSION, ROOT], caller: { arns: [] }, hit: true },
  ])("$name: $hit", ({ listed, caller, hit }) => {
    const who: PolicyPrincipal = { kind: "AWS", arns: [ROLE, SESSION], ...caller };
    for (const values of [listed, [...listed].reverse()])
      expect(evaluatePrincipal({ Effect: "Deny", NotPrincipal: { AWS: values } }, AT, who).matched).toBe(hit);
  });
});

describe("the name that counts most is the one that is told", () => {
  test.each([
    { listed: ["*", ROOT, ROLE, SESSION], told: SESSION },
    { listed: [ROOT, ROLE, "*"], told: "*" },
    { listed: [ROOT, ROLE], told: ROLE },
    { listed: ["444455556666", ROOT], told: ROOT },
  ])("$told", ({ listed, told }) => {
    for (const values of [listed, [...listed].reverse()])
      expect(evaluatePrincipal({ Effect: "Allow", Principal: { AWS: values } }, AT, { kind: "AWS", arns: [ROLE, SESSION] }).matchedBy).toBe(told);
  });
});

describe("Principal, by a role", () => {
  const evaluate = (parts: Partial<Statement>) => evaluatePrincipal(statement(parts), AT, { kind: "AWS", arns: [ROLE] });

  test.each<{ name: string; parts: Partial<Statement>; found: Found }>([
    { name: "everybody", parts: { Principal: "*" }, found: { pointer: `${AT}/Principal`, matched: true, expected: ["*"], matchedBy: "*" } },
    { name: "everybody of AWS", parts: { Principal: { AWS: "*" } }, found: { pointer: `${AT}/Principal/AWS`, matched: true, expected: ["*"], matchedBy: "*" } },
    {
      name: "itself among others",
      parts: { Principal: { AWS: ["444455556666", ROLE], Federated: PROVIDER } },
      found: { pointer: `${AT}/Principal/AWS`, matched: true, expected: ["444455556666", ROLE], matchedBy: ROLE },
    },
    {
      name: "its account",
      parts: { Principal: { AWS: "111122223333" } },
      found: { pointer: `${AT}/Principal/AWS`, matched: true, expected: ["111122223333"], matchedBy: "111122223333" },
    },
    {
      name: "its account's root",
      parts: { Principal: { AWS: "arn:aws:iam::111122223333:root" } },
      found: { pointer: `${AT}/Principal/AWS`, matched: true, expected: ["arn:aws:iam::111122223333:root"], matchedBy: "arn:aws:iam::111122223333:root" },
    },
    {
      name: "another account",
      parts: { Principal: { AWS: "444455556666" } },
      found: { pointer: `${AT}/Principal/AWS`, matched: false, expected: ["444455556666"] },
    },
    {
      name: "others of another kind",
      parts: { Principal: { Federated: PROVIDER, Service: "ec2.amazonaws.com" } },
      found: { pointer: `${AT}/Principal`, matched: false, expected: [`Federated: ${PROVIDER}`, "Service: ec2.amazonaws.com"] },
    },
    { name: "nobody", parts: {}, found: { pointer: `${AT}/Principal`, matched: false, expected: [] } },
    {
      name: "all but itself and its account",
      parts: { NotPrincipal: { AWS: [ROLE, "111122223333"] } },
      found: { pointer: `${AT}/NotPrincipal/AWS`, matched: false, expected: [ROLE, "111122223333"] },
    },
    {
      name: "all but another",
      parts: { NotPrincipal: { AWS: "444455556666" } },
      found: { pointer: `${AT}/NotPrincipal/AWS`, matched: true, expected: ["444455556666"] },
    },
  ])("$name", ({ parts, found }) => {
    expect(evaluate(parts)).toEqual({ element: "Principal", actual: [ROLE], ...found });
  });

  test("an account stands for callers of AWS alone", () => {
    const federated = { kind: "Federated" as const, arns: [PROVIDER as Arn] };
    expect(evaluatePrincipal(statement({ Principal: { Federated: "111122223333" } }), AT, federated).matched).toBe(false);
  });
});

describe("Action", () => {
  test.each<{ name: string; parts: Partial<Statement>; found: Found }>([
    {
      name: "one of several",
      parts: { Action: ["s3:Put*", "S3:getobject"] },
      found: { pointer: `${AT}/Action`, matched: true, expected: ["s3:Put*", "S3:getobject"] },
    },
    { name: "none", parts: { Action: "s3:Put*" }, found: { pointer: `${AT}/Action`, matched: false, expected: ["s3:Put*"] } },
    { name: "all but another", parts: { NotAction: "s3:Put*" }, found: { pointer: `${AT}/NotAction`, matched: true, expected: ["s3:Put*"] } },
    { name: "all but this", parts: { NotAction: ["s3:Put*", "s3:*"] }, found: { pointer: `${AT}/NotAction`, matched: false, expected: ["s3:Put*", "s3:*"] } },
  ])("$name", ({ parts, found }) => {
    expect(evaluateAction(statement(parts), AT, "s3:GetObject")).toEqual({ element: "Action", actual: ["s3:GetObject"], ...found });
  });
});

describe("Resource", () => {
  const variables = new Map([["aws:userid", ["me"]]]);
  const resource = "arn:aws:s3:::b/me/k";
  const resourceOf = (value: Json) => statement({ Resource: value });

  test.each<{ name: string; given: Statement; pointer: string; matched: boolean }>([
    { name: "one of several", given: resourceOf(["arn:aws:s3:::other/*", "arn:aws:s3:::b/*"]), pointer: "Resource", matched: true },
    { name: "none of several", given: resourceOf(["arn:aws:s3:::other/*", "arn:aws:s3:::b"]), pointer: "Resource", matched: false },
    { name: "everything", given: resourceOf("*"), pointer: "Resource", matched: true },
    { name: "a variable", given: resourceOf(["arn:aws:s3:::b/${aws:userid}/*"]), pointer: "Resource", matched: true },
    { name: "a variable without a value", given: resourceOf(["arn:aws:s3:::b/${aws:username}*"]), pointer: "Resource", matched: false },
    { name: "a variable with a default", given: resourceOf(["arn:aws:s3:::b/${aws:username, 'me'}/k"]), pointer: "Resource", matched: true },
    { name: "an ARN that ends at the service", given: resourceOf("arn:aws:s3"), pointer: "Resource", matched: true },
    { name: "an ARN that ends with a star", given: resourceOf("arn:aws:s3:*"), pointer: "Resource", matched: true },
    { name: "a short ARN of another service", given: resourceOf("arn:aws:sqs:*"), pointer: "Resource", matched: false },
    { name: "a variable before the fifth colon", given: resourceOf("arn:aws:s3:${aws:region, ''}::b/*"), pointer: "Resource", matched: false },
    {
      name: "all but a variable without a value",
      given: statement({ NotResource: "arn:aws:s3:::b/${aws:username}/*" }),
      pointer: "NotResource",
      matched: true,
    },
    { name: "all but another", given: statement({ NotResource: "arn:aws:s3:::other/*" }), pointer: "NotResource", matched: true },
    { name: "all but this", given: statement({ NotResource: ["arn:aws:s3:::other/*", resource] }), pointer: "NotResource", matched: false },
  ])("$name", ({ given, pointer, matched }) => {
    expect(evaluateResource(given, AT, { resource, variables })).toMatchObject({
      element: "Resource",
      pointer: `${AT}/${pointer}`,
      matched,
      actual: [resource],
    });
  });

  test("says which variables have no value", () => {
    const given = resourceOf(["arn:aws:s3:::b/${aws:PrincipalTag/team}/${aws:userid}/*", "arn:aws:s3:::b/${aws:username}"]);
    expect(evaluateResource(given, AT, { resource, variables }).unsetVariables).toEqual(["aws:PrincipalTag/team", "aws:username"]);
  });
});
