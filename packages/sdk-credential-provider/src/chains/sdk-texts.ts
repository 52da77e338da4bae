/** What an SDK prints, as far as the fact sheet has its words (sdk-credential-chains.md, section 3). */
import type { NetworkError } from "@irsa-sim/core";
import type { WireError } from "../sdk-client.js";

/** A request that got no response. */
export interface Unanswered {
  readonly url: string;
  readonly error: NetworkError;
}

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
}

/** A provider that did not win, and what it said. */
export interface Attempt {
  readonly provider: string;
  readonly message: string;
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
}
