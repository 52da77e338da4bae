import { bodyText, certificateThumbprint, type Span } from "@irsa-sim/core";
import type { Refusal } from "../refusal.js";
import type { OidcProviderDescription } from "../settings/aws/identities/schema.js";
import { issuerCertificate } from "../settings/cluster/issuer/issuer-certificate.js";
import type { WorldDescription } from "../settings/world-description.js";
import type { World } from "../world.js";
import { listMembers } from "./list-members.js";
import { readRefusal } from "./read-refusal.js";
import { policyCall, roleCalls } from "./role-calls.js";

/**
 * Step 0 as the developer does it: looks at the issuer's documents, registers the issuer in IAM and creates the roles, account by account.
 *
 * @returns what IAM said when it refused, else `null`
 */
export async function enableOidcProviderAsDeveloper(world: World, { aws }: WorldDescription): Promise<Refusal | null> {
  const span = world.trace.root.enter("Enable the OIDC provider", { step: 0, actor: "developer" });
  for (const name of world.clusterNames) {
    const inCluster = world.inCluster(name);
    await lookAtIssuer(inCluster, span.about(inCluster.trace.root.subject ?? {}));
  }
  const accounts = [[aws.account, aws] as const, ...aws.accounts];
  const registrations = accounts.flatMap(([account, { oidcProviders, managedPolicies }]) => [
    ...oidcProviders.map((provider) => ({ account, action: "CreateOpenIDConnectProvider", parameters: providerParameters(world, provider) })),
    ...Object.entries(managedPolicies).map(([name, document]) => ({ account, ...policyCall(name, document) })),
  ]);
  const calls = [...registrations, ...roleCalls(accounts.map(([account, { roles }]) => ({ account, partition: world.partition, roles })))];
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
  const ownIssuer = world.clusterNames.map((name) => world.inCluster(name).issuerUrl).find((url) => url === provider.url);
  const thumbprints = provider.thumbprints ?? [certificateThumbprint(issuerCertificate(world.keys, ownIssuer ?? world.issuerUrl).chain)];
  return { Url: provider.url, ...listMembers("ClientIDList", provider.clientIds), ...listMembers("ThumbprintList", thumbprints) };
}
