import type { IamAction } from "../../iam-call.js";
import { requireProvider } from "../../require-entity.js";
import { storeProvider } from "../../store-entity.js";
import { readProviderArn } from "./provider-arn.js";
import { readThumbprints } from "./read-thumbprints.js";

/** `UpdateOpenIDConnectProviderThumbprint`: the new list takes the place of the whole old one. */
export const updateOpenIdConnectProviderThumbprint: IamAction = (call) => {
  const arn = readProviderArn(call.query);
  const thumbprints = readThumbprints(call.query);
  const provider = requireProvider(call.account, arn);
  storeProvider(call, { ...provider, thumbprints }, { before: { thumbprints: provider.thumbprints }, after: { thumbprints } });
  return null;
};
