import type { NetworkError } from "@irsa-sim/core";
import type { Unanswered, UnreadableAnswer } from "./chains/unanswered.js";
import type { SdkError } from "./sdk-client.js";

/** What a class is chosen from, besides code and wire. */
export interface ErrorDetails {
  /** No SDK says this: it is what the simulator leaves out. */
  readonly isOfSimulator?: boolean;
  /** Nothing in the program catches it. */
  readonly isFatal?: boolean;
  /** The client cannot even be built. */
  readonly isOfSettings?: boolean;
  /** The client gave up waiting by itself, so that trying again is not worth it. */
  readonly isCancelled?: boolean;
  /** Where S3 says that the bucket is; `null` where it says nothing. */
  readonly bucketRegion?: string | null;
  /** The request that got no response. */
  readonly unanswered?: Unanswered | null;
  /** The answer that nobody could read. */
  readonly unreadable?: UnreadableAnswer | null;
  /** The selected profile's own credentials failed. */
  readonly isOfProfile?: boolean;
  /** The operation of STS that failed. */
  readonly action?: string;
  /** Calls of STS had another one been worth it. */
  readonly isExhausted?: boolean;
  /** The metadata service is switched off. */
  readonly isMetadataDisabled?: boolean;
  /** The status of the container's endpoint, or that it did not answer. */
  readonly containerStatus?: number;
  readonly containerSilence?: NetworkError;
  /** The metadata service's status, and what it was asked for. */
  readonly metadataStatus?: number;
  readonly isOfMetadataToken?: boolean;
}

/** An error on its way out, with what is known of how it arose. */
export interface LoadError extends SdkError {
  readonly details?: ErrorDetails;
}

/** An error of the SDK's own, which no service sent. */
export function localError(code: string, message: string, details: ErrorDetails = {}): LoadError {
  return { code, message, wire: null, details };
}
