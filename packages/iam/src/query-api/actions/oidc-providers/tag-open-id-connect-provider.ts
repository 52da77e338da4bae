import type { IamAction } from "../../iam-call.js";
import { readParameters } from "../../parameters/read-parameters.js";
import { addTags, tagList } from "../../parameters/tags.js";
import { requireProvider } from "../../require-entity.js";
import { storeProvider, traceTags } from "../../store-entity.js";
import { PROVIDER_ARN } from "./provider-arn.js";

/** `TagOpenIDConnectProvider`. */
export const tagOpenIdConnectProvider: IamAction = (call) => {
  const { OpenIDConnectProviderArn, Tags } = readParameters(call.query, { ...PROVIDER_ARN, Tags: tagList });
  const provider = requireProvider(call.account, OpenIDConnectProviderArn);
  const before = provider.tags ?? new Map();
  const tags = addTags(before, Tags);
  storeProvider(call, { ...provider, tags }, { before: { tags: traceTags(before) }, after: { tags: traceTags(tags) } });
  return null;
};
