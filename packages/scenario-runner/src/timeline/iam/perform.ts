import { bodyText, type HttpResponse, type Span } from "@irsa-sim/core";
import { readQueryError } from "@irsa-sim/sdk-credential-provider";
import { type IamCall, listMembers, type Refusal, type World } from "@irsa-sim/simulation";
import type { z } from "zod";
import type { iamSchema } from "./schema.js";

type IamChange = z.infer<typeof iamSchema>;

/** Creates, changes or deletes a role or an OIDC provider, as somebody with the aws command line does. */
export async function performIamChange(world: World, change: IamChange): Promise<Refusal | null> {
  const subject = change.role === undefined ? `provider ${change.oidcProvider}` : `role ${change.role}`;
  // No step's evidence: enabling the provider is what came before.
  const span = world.trace.root.enter(`Change ${subject}`, { step: null, actor: "developer" });
  return world.clock.run(async () => {
    const calls = change.role === undefined ? providerCalls(world, change) : await roleCalls(world, { name: change.role, change, span });
    for (const call of calls) {
      const response = await world.developer.callIam({ ...call, account: change.account }, span);
      if (response.status !== 200) return { ...readQueryError(bodyText(response)), status: response.status, action: span.seq as number };
    }
    return null;
  });
}

interface RoleChange {
  readonly name: string;
  readonly change: IamChange;
  readonly span: Span;
}

async function roleCalls(world: World, { name: RoleName, change, span }: RoleChange): Promise<readonly IamCall[]> {
  if (change.delete) {
    const listed = await world.developer.callIam({ action: "ListRolePolicies", parameters: { RoleName }, account: change.account }, span);
    const inline = membersIn(listed).map((PolicyName) => ({ action: "DeleteRolePolicy", parameters: { RoleName, PolicyName } }));
    return [...inline, { action: "DeleteRole", parameters: { RoleName } }];
  }
  const exists = (await world.developer.callIam({ action: "GetRole", parameters: { RoleName }, account: change.account }, span)).status === 200;
  const AssumeRolePolicyDocument = JSON.stringify(change.trustPolicy ?? { Version: "2012-10-17", Statement: [] });
  const trust = exists
    ? { action: "UpdateAssumeRolePolicy", parameters: { RoleName, PolicyDocument: AssumeRolePolicyDocument } }
    : { action: "CreateRole", parameters: { RoleName, AssumeRolePolicyDocument } };
  const policies = Object.entries(change.policies ?? {}).map(([PolicyName, document]) =>
    document === null
      ? { action: "DeleteRolePolicy", parameters: { RoleName, PolicyName } }
      : { action: "PutRolePolicy", parameters: { RoleName, PolicyName, PolicyDocument: JSON.stringify(document) } },
  );
  return [...(exists && change.trustPolicy === undefined ? [] : [trust]), ...policies];
}

function providerCalls(world: World, change: IamChange): readonly IamCall[] {
  const Url = change.oidcProvider ?? "";
  const OpenIDConnectProviderArn = `arn:${world.partition}:iam::${change.account ?? world.accountId}:oidc-provider/${Url.replace("https://", "")}`;
  const remove = { action: "DeleteOpenIDConnectProvider", parameters: { OpenIDConnectProviderArn } };
  if (change.delete) return [remove];
  const lists = { ...listMembers("ClientIDList", change.clientIds ?? []), ...listMembers("ThumbprintList", change.thumbprints ?? []) };
  // No call replaces all client ids; deleting a provider that is not there succeeds.
  return [remove, { action: "CreateOpenIDConnectProvider", parameters: { Url, ...lists } }];
}

function membersIn(response: HttpResponse): readonly string[] {
  return [...bodyText(response).matchAll(/<member>([^<]*)<\/member>/g)].map(([, value = ""]) => value);
}
