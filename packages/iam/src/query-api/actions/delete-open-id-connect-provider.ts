import { type IamAction, requiredParameter } from "../iam-call.js";

/** `DeleteOpenIDConnectProvider`; deleting one that does not exist succeeds. */
export const deleteOpenIdConnectProvider: IamAction = ({ account, query, span }) => {
  const arn = requiredParameter(query, "OpenIDConnectProviderArn");
  for (const [url, provider] of account.oidcProviders) {
    if (provider.arn !== arn) continue;
    account.oidcProviders.delete(url);
    span.change({ what: `OpenIDConnectProvider ${arn}`, before: { ...provider }, after: null });
  }
  return null;
};
