import type { IamAction } from "../../iam-call.js";
import { paginate } from "../../parameters/pagination.js";
import { describeTags } from "../../parameters/tags.js";
import { requireProvider } from "../../require-entity.js";
import { readProviderArn } from "./provider-arn.js";

/** `ListOpenIDConnectProviderTags`. */
export const listOpenIdConnectProviderTags: IamAction = ({ account, query }) => {
  const { tags = new Map<string, string>() } = requireProvider(account, readProviderArn(query));
  const { items, rest } = paginate(query, tags, ([key]) => key);
  return { Tags: describeTags(items), ...rest };
};
