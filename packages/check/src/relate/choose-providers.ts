import { itemsOf, type LocatedNode, listAt, memberOf, type ObjectNode, objectAt, scalarAt, textOf, withMember } from "@irsa-sim/documents";
import { ASSUMED, type Assumptions } from "../assume/assumptions.js";
import type { Inventory } from "../gather/inventory.js";
import { parseArn } from "../gather/parse-arn.js";

const DEFAULT_AUDIENCE = "sts.amazonaws.com";

/** Whose providers are asked for. */
export interface ProvidersAsked {
  readonly accounts: readonly string[];
  /** Where STS looks, and so where what names no account is taken to be. */
  readonly roleAccount: string;
  readonly issuer: LocatedNode;
}

/** The OIDC providers by account: those on its list when it is given; of the role's account else those that are given, else the one that the cluster needs. */
export function chooseProviders(
  inventory: Inventory,
  { accounts, roleAccount, issuer }: ProvidersAsked,
  assumptions: Assumptions,
): ReadonlyMap<string, readonly ObjectNode[]> {
  const isEmptyListed = inventory.oidcProviderArns.some(({ node }) => itemsOf(node).length === 0);
  const listed = inventory.oidcProviderArns.flatMap(({ node }) => itemsOf(node)).flatMap((node) => toListed(node, inventory));
  const isListed = (account: string): boolean => isEmptyListed || listed.some((one) => one.account === account);
  return new Map(
    [...new Set(accounts)].map((account) => {
      if (isListed(account))
        return [
          account,
          ofList(
            listed.filter((one) => one.account === account),
            issuer,
            assumptions,
          ),
        ];
      return [account, account === roleAccount ? givenOrAssumed(inventory, { account, issuer }, assumptions) : []];
    }),
  );
}

/** A provider of an account's list. */
interface ListedProvider {
  readonly account: string;
  readonly url: LocatedNode;
  /** `null` where only its ARN is known. */
  readonly given: ObjectNode | null;
}

function toListed(node: LocatedNode, { oidcProviders }: Inventory): readonly ListedProvider[] {
  const arn = parseArn(textOf(memberOf(node, "Arn")) ?? "");
  if (arn === null || arn.account === null) return [];
  const url = `https://${arn.resource.replace(/^oidc-provider\//, "")}`;
  return [{ account: arn.account, url: scalarAt(node.place, url), given: oidcProviders.find((provider) => provider.url === url)?.node ?? null }];
}

function ofList(listed: readonly ListedProvider[], issuer: LocatedNode, assumptions: Assumptions): readonly ObjectNode[] {
  return listed.map(({ url, given }) => {
    if (given !== null) return withoutThumbprints(given);
    if (textOf(url) === textOf(issuer))
      assumptions.add("oidc-provider-client-ids", `the OIDC provider of ${textOf(url)} is listed without its client ids: assumed ${DEFAULT_AUDIENCE}`);
    return providerAt(url);
  });
}

function givenOrAssumed(
  { oidcProviders }: Inventory,
  { account, issuer }: { readonly account: string; readonly issuer: LocatedNode },
  assumptions: Assumptions,
): readonly ObjectNode[] {
  if (oidcProviders.length > 0) return [...new Map(oidcProviders.map(({ url, node }) => [url, withoutThumbprints(node)])).values()];
  assumptions.add(
    "oidc-provider",
    `no OIDC provider is given: assumed that ${textOf(issuer)} is registered in account ${account} with client id ${DEFAULT_AUDIENCE}`,
  );
  return [providerAt(scalarAt(ASSUMED, textOf(issuer) ?? ""))];
}

/** A real issuer's certificate is not here, so nothing can be said of its thumbprints. */
function withoutThumbprints(provider: ObjectNode): ObjectNode {
  return withMember(provider, "thumbprints", null);
}

function providerAt(url: LocatedNode): ObjectNode {
  return objectAt(url.place, { url, clientIds: listAt(url.place, [scalarAt(url.place, DEFAULT_AUDIENCE)]) });
}
