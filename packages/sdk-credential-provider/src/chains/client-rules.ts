/** What an SDK's service client does around the credentials, for S3's GetObject. */
export interface ClientRules {
  /** What is sent after the key, besides what the call asks for. */
  readonly query: "" | "?x-id=GetObject";
  /** Where S3 is without a region: the host without one, the region to take, or the error with which the client ends. */
  readonly noRegion:
    | { readonly take: "global" | "us-east-1" }
    | { readonly take: "error"; readonly code: string; readonly message: string | ((environment: Readonly<Record<string, string>>) => string) };
  /** The error with which a call ends whose region is no part of a host's name, before anybody is asked; such a name is looked up when absent. */
  readonly invalidRegion?: (region: string) => { readonly code: string; readonly message: string; readonly isOfSettings?: boolean };
  /** Whether S3's host in us-east-1 is the one without a region. */
  readonly usEast1IsGlobal?: boolean;
  /** Whether it knows FIPS and dual-stack endpoints; it does when absent. */
  readonly knowsVariants?: false;
  /** Variables that name S3's endpoint, the first that is set counts; all of them are passed over with `AWS_IGNORE_CONFIGURED_ENDPOINT_URLS`. */
  readonly endpointVariables: readonly string[];
  /** Under which hosts of such an endpoint the bucket is a part of the path. */
  readonly pathStyle: "addresses" | "addresses-and-localhost";
  /** Whether a client of S3 goes to the region that S3 says a bucket is in, and tries there again; not so when absent. */
  readonly followsBucketRegion?: true;
  /** How often a call asks for credentials; once when absent. */
  readonly accesses?: number;
  /**
   * What an error of the credentials does: the client goes through the whole call again while it looks like one that passes, or only if the last access failed, or
   * sends unsigned; the caller gets it when absent.
   */
  readonly onCredentialsError?: "repeats" | "repeats-signing" | "sends-unsigned";
}

/** An SDK of the newer generation. */
export const NEWER_CLIENT = {
  query: "?x-id=GetObject",
  endpointVariables: ["AWS_ENDPOINT_URL_S3", "AWS_ENDPOINT_URL"],
  pathStyle: "addresses",
} as const satisfies Partial<ClientRules>;

/** An SDK of the older generation, which no variable leads elsewhere. */
export const OLDER_CLIENT = { query: "", endpointVariables: [], pathStyle: "addresses" } as const satisfies Partial<ClientRules>;
