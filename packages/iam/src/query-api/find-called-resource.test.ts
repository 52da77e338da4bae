import { createRandom, epochMillis, VirtualClock } from "@irsa-sim/core";
import { expect, test } from "vitest";
import type { Role } from "../accounts/account.js";
import { createIam } from "../accounts/create-iam.js";
import { findCalledResource } from "./find-called-resource.js";

const ARN = "arn:aws-cn:iam::111122223333";
const POLICY = `${ARN}:policy/p`;
const PROVIDER = `${ARN}:oidc-provider/oidc.test`;

test.each([
  { name: "a role that exists, with its own path", action: "GetRole", parameters: { RoleName: "app", Path: "/ignored/" }, resource: `${ARN}:role/team/app` },
  { name: "a role that does not", action: "GetRole", parameters: { RoleName: "new" }, resource: `${ARN}:role/new` },
  { name: "a role to be made under a path", action: "CreateRole", parameters: { RoleName: "new", Path: "/team/" }, resource: `${ARN}:role/team/new` },
  {
    name: "a role before the policy that it gets",
    action: "AttachRolePolicy",
    parameters: { RoleName: "new", PolicyArn: POLICY },
    resource: `${ARN}:role/new`,
  },
  { name: "a policy by its ARN", action: "GetPolicy", parameters: { PolicyArn: POLICY }, resource: POLICY },
  { name: "a provider by its ARN", action: "GetOpenIDConnectProvider", parameters: { OpenIDConnectProviderArn: PROVIDER }, resource: PROVIDER },
  { name: "a provider to be made", action: "CreateOpenIDConnectProvider", parameters: { Url: "https://oidc.test" }, resource: PROVIDER },
  { name: "a provider to be made of nothing", action: "CreateOpenIDConnectProvider", parameters: {}, resource: `${ARN}:oidc-provider/` },
  { name: "a policy to be made", action: "CreatePolicy", parameters: { PolicyName: "p" }, resource: POLICY },
  { name: "a policy to be made under a path", action: "CreatePolicy", parameters: { PolicyName: "p", Path: "/a/" }, resource: `${ARN}:policy/a/p` },
  { name: "all providers", action: "ListOpenIDConnectProviders", parameters: {}, resource: `${ARN}:oidc-provider/*` },
  { name: "all policies", action: "ListPolicies", parameters: {}, resource: `${ARN}:policy/*` },
  { name: "all roles", action: "ListRoles", parameters: {}, resource: `${ARN}:role/` },
  { name: "anything else", action: "GetUser", parameters: {}, resource: "*" },
])("policies are asked about $name", ({ action, parameters, resource }) => {
  const clock = new VirtualClock(epochMillis(0));
  const account = createIam({ clock, random: createRandom("called"), accounts: ["111122223333"], partition: "aws-cn" }).account("111122223333");
  if (account === null) throw new Error("no account");
  account.roles.set("app", { arn: `${ARN}:role/team/app` } as Role);
  expect(findCalledResource(account, { action, version: null, parameters: new Map(Object.entries(parameters)) })).toBe(resource);
});
