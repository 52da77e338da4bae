/** Step 6: the AWS SDKs' default credential chains, the exchange, the refresh; and the node's instance metadata. */
export type { CredentialHabits } from "./app/credential-habits.js";
export { withRealpathCache } from "./app/realpath-cache.js";
export { caVariablesOf } from "./chains/ca-variables-of.js";
export { PROVIDER_KINDS, type ProviderKind } from "./chains/provider-kind.js";
export { readsProxyVariables } from "./chains/reads-proxy-variables.js";
export { SDK_IDS, type SdkId } from "./chains/sdk-id.js";
export { createSdkClient } from "./create-sdk-client.js";
export { createInstanceMetadata, type InstanceMetadataOptions } from "./imds/create-instance-metadata.js";
export type { NodeCredentials, NodeKeys } from "./imds/node-credentials.js";
export { regionOfNode } from "./imds/region-of-node.js";
export type {
  ObjectCall,
  OwnToken,
  SdkCall,
  SdkCallResult,
  SdkClient,
  SdkClientOptions,
  SdkCredentials,
  SdkError,
  ServiceCall,
  WireError,
} from "./sdk-client.js";
export { type SigningInput, signRequest } from "./signing/sign-request.js";
export { readQueryError } from "./sts/read-sts-answer.js";
