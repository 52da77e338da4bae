import type { Access } from "../find-credentials.js";
import type { LoadError } from "../load-error.js";
import type { SdkCredentials } from "../sdk-client.js";

/** Credentials, `null` for a request that goes out unsigned, or the error as the SDK raises it. */
export type Found = { readonly credentials: SdkCredentials | null } | { readonly error: LoadError };

/** Hands out credentials. */
export interface CredentialCache {
  get(access: Access): Promise<Found>;
}
