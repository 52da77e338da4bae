import type { IamAction } from "../../iam-call.js";
import { readProviderArn } from "./provider-arn.js";

/** `DeleteOpenIDConnectProvider`; deleting one that does not exist succeeds. */
export const deleteOpenIdConnectProvider: IamAction = ({ account, query, span }) => {
  const arn = readProviderArn(query);
  for (const [url, provider] of account.oidcProviders) {
    if (provider.arn !== arn) continue;
    account.oidcProviders.delete(url);
    const { tags: _, ...before } = provider;
    span.change({ what: `OpenIDConnectProvider ${arn}`, before, after: null });
  }
  return null;
};
