/** How an SDK asks the instance metadata service; counts are tries in all, the first included. */

/** A status, or that no connection came about. */
export type MetadataTrouble = "silence" | number;

/** How it goes about one kind of question. */
export interface MetadataTries {
  /** Of the token request. */
  readonly token: number;
  /** Of the token request, while nobody answers; as many as else when absent. */
  readonly silentToken?: number;
  /** Of what is asked for. */
  readonly document: number;
  /** Of what is asked for, while nobody answers; as many as else when absent. */
  readonly silentDocument?: number;
  /** Statuses that are worth another try, as silence is; for 401 with another token, unless it is kept. */
  readonly retried: readonly number[];
  /** The same for the token request; as for all else when absent. */
  readonly retriedForToken?: readonly number[];
  /** Whether `AWS_EC2_METADATA_V1_DISABLED` keeps it from going on without a token. */
  readonly mindsV1Switch?: true;
  readonly keepsToken?: boolean;
  /** Whether a token, or that there was none, serves for all that is asked, or for one document. */
  readonly tokenFor: "session" | "document";
  /** What in answer to the token request lets it go on without a token, as version 1 of the service takes it: for all that is asked, or only this once. */
  readonly withoutToken: { readonly forGood: readonly MetadataTrouble[]; readonly forOnce: readonly MetadataTrouble[] };
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
export const NO_VERSION_2: readonly number[] = [403, 404, 405];

/** Faults of the service, which pass. */
export const FAULTS: readonly number[] = [500, 502, 503, 504];

/** One try of everything, and nothing without a token. */
export const TOKEN_OR_NOTHING: MetadataTries = {
  token: 1,
  document: 1,
  retried: [],
  tokenFor: "session",
  withoutToken: { forGood: [], forOnce: [] },
};

/** One try of everything with one token, and without a token where none is to be had. */
export const ONE_TRY: MetadataTries = { ...TOKEN_OR_NOTHING, withoutToken: { forGood: ["silence", ...NO_VERSION_2], forOnce: [] } };

/** What most SDKs do. */
export const USUAL_METADATA: MetadataRules = { timeoutMs: 1000, credentials: ONE_TRY, region: TOKEN_OR_NOTHING, regionDocument: "placement/region" };
