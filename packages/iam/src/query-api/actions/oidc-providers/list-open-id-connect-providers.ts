import type { IamAction } from "../../iam-call.js";

/** `ListOpenIDConnectProviders`: all at once, without pages. */
export const listOpenIdConnectProviders: IamAction = ({ account }) => ({
  OpenIDConnectProviderList: { member: [...account.oidcProviders.values()].map(({ arn }) => ({ Arn: arn })) },
});
