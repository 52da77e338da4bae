import { toRfc3339 } from "@irsa-sim/core";
import { type IamAction, requiredParameter } from "../iam-call.js";
import { IAM_FAULTS } from "../iam-fault.js";

/** `GetOpenIDConnectProvider`. */
export const getOpenIdConnectProvider: IamAction = ({ account, query }) => {
  const arn = requiredParameter(query, "OpenIDConnectProviderArn");
  const provider = [...account.oidcProviders.values()].find((candidate) => candidate.arn === arn);
  if (provider === undefined) throw IAM_FAULTS.providerMissing(arn);
  return {
    Url: provider.url,
    ClientIDList: { member: provider.clientIds },
    ThumbprintList: { member: provider.thumbprints },
    CreateDate: toRfc3339(provider.createdAt),
  };
};
