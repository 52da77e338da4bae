import { toRfc3339 } from "@irsa-sim/core";
import type { IamAction } from "../../iam-call.js";
import { describeTags } from "../../parameters/tags.js";
import { requireProvider } from "../../require-entity.js";
import { readProviderArn } from "./provider-arn.js";

/** `GetOpenIDConnectProvider`; the URL comes back without its scheme. */
export const getOpenIdConnectProvider: IamAction = ({ account, query }) => {
  const { url, clientIds, thumbprints, createdAt, tags } = requireProvider(account, readProviderArn(query));
  return {
    Url: url,
    ClientIDList: { member: clientIds },
    ThumbprintList: { member: thumbprints },
    CreateDate: toRfc3339(createdAt),
    Tags: tags === undefined || tags.size === 0 ? null : describeTags(tags),
  };
};
