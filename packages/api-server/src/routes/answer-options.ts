import type { HttpResponse, JsonObject, Span } from "@irsa-sim/core";
import type { AuthenticateToken } from "../access/authenticate-token.js";
import type { IssuerDocuments } from "../discovery/answer-issuer-documents.js";
import type { Warnings } from "../warnings.js";
import type { ApiServerParts } from "./api-call.js";

/** What answering takes. */
export interface AnswerOptions {
  readonly parts: ApiServerParts;
  readonly authenticateToken: AuthenticateToken;
  /** The API server's own. */
  readonly apiAudiences: readonly string[];
  /** Answers the `token` subresource of service accounts. */
  readonly tokenRequest: TokenRequestHandler;
  readonly warnings: Warnings;
  /** Absent where the API server serves none. */
  readonly issuerDocuments?: IssuerDocuments | undefined;
}

/** A TokenRequest as it was read, for a service account. */
export interface AskedToken {
  readonly namespace: string;
  /** Of the service account. */
  readonly name: string;
  readonly tokenRequest: JsonObject;
}

/** Issues a token; what is asked for is admitted. */
export type TokenRequestHandler = (asked: AskedToken, span: Span) => Promise<HttpResponse>;
