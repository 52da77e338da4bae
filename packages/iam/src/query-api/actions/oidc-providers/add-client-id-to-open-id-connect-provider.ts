import type { IamAction } from "../../iam-call.js";
import { IAM_FAULTS } from "../../iam-fault.js";
import { required } from "../../parameters/parameter-readers.js";
import { CLIENT_ID } from "../../parameters/parameter-rules.js";
import { readParameters } from "../../parameters/read-parameters.js";
import { requireProvider } from "../../require-entity.js";
import { storeProvider } from "../../store-entity.js";
import { PROVIDER_ARN } from "./provider-arn.js";

export const MAX_CLIENT_IDS = 100;

/** `AddClientIDToOpenIDConnectProvider`; adding one that stands there succeeds. */
export const addClientIdToOpenIdConnectProvider: IamAction = (call) => {
  const { OpenIDConnectProviderArn, ClientID } = readParameters(call.query, { ...PROVIDER_ARN, ClientID: required(CLIENT_ID) });
  const provider = requireProvider(call.account, OpenIDConnectProviderArn);
  if (provider.clientIds.includes(ClientID)) return null;
  if (provider.clientIds.length >= MAX_CLIENT_IDS) throw IAM_FAULTS.limitExceeded("ClientIdsPerOpenIdConnectProvider", MAX_CLIENT_IDS);
  const clientIds = [...provider.clientIds, ClientID];
  storeProvider(call, { ...provider, clientIds }, { before: { clientIds: provider.clientIds }, after: { clientIds } });
  return null;
};
