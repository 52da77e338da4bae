import type { HttpResponse, IssuerUrl } from "@irsa-sim/core";

/** How long an answer may be waited for. */
export interface OutsideRequest {
  /** Gives up when it aborts. */
  readonly signal: AbortSignal;
  /** Whether the path is a watch: it is answered when something has happened, with the events so far, or when the API server ends it. */
  readonly isWatch: boolean;
}

/** A real cluster in the place of a simulated control plane and its nodes, as far as the world asks it for anything. */
export interface OutsideCluster {
  /** As its discovery document names it, but for a slash at the end. */
  readonly issuerUrl: IssuerUrl;
  /** As its discovery document names it: `https://172.18.0.2:6443/openid/v1/jwks`. */
  readonly jwksUrl: string;
  /**
   * Reads something of its API server with the rights that the world was given there.
   *
   * @param path with the query: `/api/v1/serviceaccounts?limit=1`
   * @throws {NetworkError} when no answer came, or nobody waits for it any more
   */
  read(path: string, request: OutsideRequest): Promise<HttpResponse>;
}
