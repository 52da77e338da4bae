import type { IamAction } from "../../iam-call.js";
import { listOf } from "../../parameters/parameter-readers.js";
import { TAG_KEY } from "../../parameters/parameter-rules.js";
import { readParameters } from "../../parameters/read-parameters.js";
import { removeTags } from "../../parameters/tags.js";
import { requireProvider } from "../../require-entity.js";
import { storeProvider, traceTags } from "../../store-entity.js";
import { PROVIDER_ARN } from "./provider-arn.js";

/** `UntagOpenIDConnectProvider`. */
export const untagOpenIdConnectProvider: IamAction = (call) => {
  const { OpenIDConnectProviderArn, TagKeys } = readParameters(call.query, { ...PROVIDER_ARN, TagKeys: listOf(TAG_KEY) });
  const provider = requireProvider(call.account, OpenIDConnectProviderArn);
  const before = provider.tags ?? new Map();
  const tags = removeTags(before, TagKeys);
  storeProvider(call, { ...provider, tags }, { before: { tags: traceTags(before) }, after: { tags: traceTags(tags) } });
  return null;
};
