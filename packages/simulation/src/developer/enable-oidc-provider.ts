import { bodyText, certificateThumbprint, type HttpResponse, type JsonObject, type Span } from "@irsa-sim/core";
import { readQueryError } from "@irsa-sim/sdk-credential-provider";
import type { Refusal } from "../refusal.js";
import type { OidcProviderDescription, RoleDescription } from "../settings/aws/identities/schema.js";
import { issuerCertificate } from "../settings/cluster/issuer/issuer-certificate.js";
import type { WorldDescription } from "../settings/world-description.js";
import type { World } from "../world.js";
import { listMembers, listTags } from "./list-members.js";

/**
 * Step 0 as the developer does it: looks at the issuer's documents, registers the issuer in IAM and creates the roles, account by account.
 *
 * @returns what IAM said when it refused, else `null`
 */
export async function enableOidcProviderAsDeveloper(world: World, { aws }: WorldDescription): Promise<Refusal | null> {
  const span = world.trace.root.enter("Enable the OIDC provider", { step: 0, actor: "developer" });
  await lookAtIssuer(world, span);
  const calls = [[aws.account, aws] as const, ...aws.accounts].flatMap(([account, { oidcProviders, managedPolicies, roles }]) => {
    const registrations = oidcProviders.map((provider) => ({ action: "CreateOpenIDConnectProvider", parameters: providerParameters(world, provider) }));
    const policies = Object.entries(managedPolicies).map(([name, document]) => policyCall(name, document));
    const arnOf = (policy: string): string => `arn:${world.partition}:iam::${account}:policy/${policy}`;
    const calls = Object.entries(roles).flatMap(([name, role]) => roleCalls(name, role, arnOf));
    return [...registrations, ...policies, ...calls].map((call) => ({ ...call, account }));
  });
  for (const call of calls) {
    const response = await world.developer.callIam(call, span);
    if (response.status !== 200) return { ...readRefusal(response), action: span.seq as number };
  }
  return null;
}

async function lookAtIssuer(world: World, span: Span): Promise<void> {
  const discovery = await world.developer.fetch("Discovery document", `${world.issuerUrl}/.well-known/openid-configuration`, span);
  if (discovery.status !== 200) return;
  const { jwks_uri } = JSON.parse(bodyText(discovery)) as { readonly jwks_uri: string };
  await world.developer.fetch("JWKS", jwks_uri, span);
}

/** The thumbprint is computed as eksctl does, from the chain that the issuer's host shows, unless the description gives one. */
function providerParameters(world: World, provider: OidcProviderDescription): Record<string, string> {
  const thumbprints = provider.thumbprints ?? [certificateThumbprint(issuerCertificate(world.keys, world.issuerUrl).chain)];
  return { Url: provider.url, ...listMembers("ClientIDList", provider.clientIds), ...listMembers("ThumbprintList", thumbprints) };
}

interface Call {
  readonly action: string;
  readonly parameters: Record<string, string>;
}

function policyCall(pathAndName: string, document: JsonObject): Call {
  const name = pathAndName.slice(pathAndName.lastIndexOf("/") + 1);
  const path = `/${pathAndName.slice(0, pathAndName.length - name.length)}`;
  return { action: "CreatePolicy", parameters: { PolicyName: name, Path: path, PolicyDocument: JSON.stringify(document) } };
}

function roleCalls(name: string, role: RoleDescription, arnOf: (policy: string) => string): readonly Call[] {
  const { permissionsBoundary: boundary } = role;
  const ownBoundary = typeof boundary === "object" && boundary !== null ? { name: `${name}-boundary`, document: boundary } : null;
  const boundaryArn = typeof boundary === "string" ? boundary : ownBoundary && arnOf(ownBoundary.name);
  return [
    ...(ownBoundary === null ? [] : [policyCall(ownBoundary.name, ownBoundary.document)]),
    {
      action: "CreateRole",
      parameters: {
        RoleName: name,
        Path: role.path,
        AssumeRolePolicyDocument: JSON.stringify(role.trustPolicy),
        ...(role.description === "" ? {} : { Description: role.description }),
        MaxSessionDuration: String(role.maxSessionDurationSeconds),
        ...(boundaryArn === null ? {} : { PermissionsBoundary: boundaryArn }),
        ...listTags(role.tags),
      },
    },
    ...Object.entries(role.policies).map(([policy, document]) => ({
      action: "PutRolePolicy",
      parameters: { RoleName: name, PolicyName: policy, PolicyDocument: JSON.stringify(document) },
    })),
    ...role.attachedPolicies.map((arn) => ({ action: "AttachRolePolicy", parameters: { RoleName: name, PolicyArn: arn } })),
  ];
}

function readRefusal(response: HttpResponse): Omit<Refusal, "action"> {
  return { ...readQueryError(bodyText(response)), status: response.status };
}
