/**
 * The credentials endpoint of a container: EKS Pod Identity's agent at `http://169.254.170.23/v1/credentials`, or ECS's at `http://169.254.170.2`.
 * Differs perhaps in the refusals: the sheet has no captures, statuses and texts are our own.
 * @see sdk-credential-chains.md, sections 2.2 and 2.3
 */
import type { Handler, HttpResponse, Span } from "@irsa-sim/core";
import type { NodeCredentials } from "../imds/create-instance-metadata.js";
import { credentialDocument } from "./credential-document.js";

/** What an endpoint hands out. */
export interface CredentialsEndpointOptions {
  /** `/v1/credentials` for Pod Identity, `/v2/credentials/ID` for ECS. */
  readonly path: string;
  /**
   * Whose credentials they are.
   *
   * @param authorization as sent; empty without the header, as on ECS
   * @returns `null` for a caller that gets none
   */
  readonly find: (authorization: string) => NodeCredentials | null;
  /** Pod Identity wants the pod's token; ECS wants nothing. */
  readonly needsAuthorization: boolean;
}

/** Creates the handler. */
export function createCredentialsEndpoint({ path, find, needsAuthorization }: CredentialsEndpointOptions): Handler {
  return async ({ method, url, headers }, span) => {
    if (new URL(url).pathname !== path) return refuse(span, { status: 404, text: "Not Found", check: "path", expected: path, actual: new URL(url).pathname });
    if (method !== "GET") return refuse(span, { status: 405, text: "Method Not Allowed", check: "method", expected: "GET", actual: method });
    const { authorization = "" } = headers;
    if (needsAuthorization && authorization === "")
      return refuse(span, { status: 401, text: "Unauthorized", check: "authorization", expected: "an authorization header", actual: "none" });
    const credentials = find(authorization);
    if (credentials === null)
      return refuse(span, {
        status: 403,
        text: "Forbidden",
        check: "association",
        expected: "a token of an associated service account",
        actual: "another one",
      });
    return { status: 200, headers: { "content-type": "application/json" }, body: JSON.stringify(credentialDocument(credentials.current())) };
  };
}

interface Refusal {
  readonly status: number;
  readonly text: string;
  readonly check: string;
  readonly expected: string;
  readonly actual: string;
}

function refuse(span: Span, { status, text, check, expected, actual }: Refusal): HttpResponse {
  const finding = { expected: { value: expected }, actual: { value: actual }, reason: "refuse" };
  span.check({ check: `container-credentials.${check}`, title: "container credentials", passed: false, ...finding });
  return { status, headers: { "content-type": "text/plain" }, body: text };
}
