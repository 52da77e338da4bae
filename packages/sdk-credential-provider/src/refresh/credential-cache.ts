import type { Access } from "../find-credentials.js";
import type { SdkCredentials, SdkError } from "../sdk-client.js";

/** Credentials, `null` for a request that goes out unsigned, or the error as the SDK raises it. */
export type Found = { readonly credentials: SdkCredentials | null } | { readonly error: SdkError };

/** Hands out credentials. */
export interface CredentialCache {
  get(access: Access): Promise<Found>;
}
