import type { IamAction } from "../../iam-call.js";
import { required } from "../../parameters/parameter-readers.js";
import { CLIENT_ID } from "../../parameters/parameter-rules.js";
import { readParameters } from "../../parameters/read-parameters.js";
import { requireProvider } from "../../require-entity.js";
import { storeProvider } from "../../store-entity.js";
import { PROVIDER_ARN } from "./provider-arn.js";

/** `RemoveClientIDFromOpenIDConnectProvider`; removing one that does not stand there succeeds. */
export const removeClientIdFromOpenIdConnectProvider: IamAction = (call) => {
  const { OpenIDConnectProviderArn, ClientID } = readParameters(call.query, { ...PROVIDER_ARN, ClientID: required(CLIENT_ID) });
  const provider = requireProvider(call.account, OpenIDConnectProviderArn);
  const clientIds = provider.clientIds.filter((clientId) => clientId !== ClientID);
  storeProvider(call, { ...provider, clientIds }, { before: { clientIds: provider.clientIds }, after: { clientIds } });
  return null;
};
