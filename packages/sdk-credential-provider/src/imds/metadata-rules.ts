/** How an SDK asks the instance metadata service; counts are tries in all, the first included. */

/** How it goes about one kind of question. */
export interface MetadataTries {
  /** Of the token request, while nobody answers. */
  readonly token: number;
  /** Of what is asked for, while nobody answers. */
  readonly document: number;
  /** What one token request serves for: all that is asked, or one document; with `try`, all if there was a token, and one try if there was none. */
  readonly tokenFor: "session" | "document" | "try";
  /** What in answer to the token request lets it go on without a token, as version 1 of the service takes it; `silence` stands for every connection that fails. */
  readonly withoutToken: readonly ("silence" | number)[];
}

/** Where the service says the region. */
export type RegionDocument = "placement/region" | "placement/availability-zone/" | "instance-identity/document";

/** One SDK's. */
export interface MetadataRules {
  /** Patience for one try, in milliseconds. */
  readonly timeoutMs: number;
  readonly credentials: MetadataTries;
  readonly region: MetadataTries;
  readonly regionDocument: RegionDocument;
}

/** Refusals of the token request by a service that does not know version 2, or from which it is hidden. */
const NO_VERSION_2 = [403, 404, 405];

/** One try of everything with one token, and without a token where none is to be had. */
export const ONE_TRY: MetadataTries = { token: 1, document: 1, tokenFor: "session", withoutToken: ["silence", ...NO_VERSION_2] };

/** One try of everything, and nothing without a token. */
export const TOKEN_OR_NOTHING: MetadataTries = { token: 1, document: 1, tokenFor: "session", withoutToken: [] };

/** What most SDKs do. */
export const USUAL_METADATA: MetadataRules = { timeoutMs: 1000, credentials: ONE_TRY, region: TOKEN_OR_NOTHING, regionDocument: "placement/region" };
