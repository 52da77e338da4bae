/** What an SDK says, as far as recordings and the fact sheet have its words (sdk-credential-chains.md, section 3; real-clients.md, section 2). */
import type { LoadError } from "../load-error.js";
import type { WireError } from "../sdk-client.js";
import type { Unanswered, UnreadableAnswer } from "./unanswered.js";

/** A refusal of STS as the SDK knows it when it gives up. */
export interface StsRefusal {
  readonly action: "AssumeRole" | "AssumeRoleWithWebIdentity";
  readonly roleArn: string;
  readonly wire: WireError;
  /** Calls made, the first included. */
  readonly attempts: number;
  /** Whether there would have been another attempt if there were more of them. */
  readonly isExhausted: boolean;
  /** Empty when no response came. */
  readonly requestId: string;
  /** `null` when one came. */
  readonly unanswered: Unanswered | null;
  /** The answer, where it is nothing that STS would say; `null` when it is. */
  readonly unreadable: UnreadableAnswer | null;
}

/** A provider that did not win, and what it said. */
export interface Attempt {
  readonly provider: string;
  readonly message: string;
}

/** A parameter that is shorter than the service's description allows. */
export interface ShortParameter {
  readonly operation: string;
  readonly parameter: string;
  readonly length: number;
  readonly least: number;
}

/** Where an error came out: before the client was there, for want of a region, from the credentials, or from the service. */
export type FailurePlace = "settings" | "region" | "credentials" | "service";

/** What an app called, as its service and the SDKs call it: `S3` and `GetObject`. */
export interface CalledOperation {
  readonly serviceId: string;
  readonly operation: string;
}

/** An error as it leaves the client. */
export interface Failure extends LoadError {
  readonly called: CalledOperation;
  readonly place: FailurePlace;
  /** How often the client has gone through the whole call before it gave that up; `null` where another round was not worth it. */
  readonly exhaustedRounds: number | null;
  /** Which of a call's accesses to the credentials failed, counted from 1. */
  readonly access: number;
}

/** The texts of one SDK. */
export interface SdkTexts {
  readonly stsRefused: (refusal: StsRefusal) => string;
  /** @param message the operating system's text, or that the file is empty */
  readonly tokenFileUnreadable: (path: string, message: string, why: "unreadable" | "empty") => string;
  /** When no provider had anything; `null` for an SDK that then sends the request unsigned. */
  readonly nothingFound: (attempts: readonly Attempt[]) => string | null;
  /** Without the separate module that holds the STS client; absent where STS is built in. */
  readonly noStsModule?: string;
  /** With more than one HTTP client to choose from for its own call; absent where nobody chooses. */
  readonly severalHttpClients?: string;
  /** When STS's reply has expired already; absent where nobody looks. */
  readonly replyExpired?: string;
  /** For parameters that are too short to be sent; absent where the service is left to say so. */
  readonly shortParameters?: (found: readonly ShortParameter[]) => string;
  /** When the service itself did not answer; the network's words when absent. */
  readonly serviceUnanswered?: (unanswered: Unanswered, attempts: number) => string;
  /** What stands around an error when it leaves the client; nothing when absent. */
  readonly thrown?: (failure: Failure) => string;
  /** The class of an error as `SdkError.type` has it; absent where nobody has looked. */
  readonly typeOf?: (failure: Failure) => string | readonly string[];
}
