import { bodyBytes, bodyText, type HttpResponse, type Json, type Network, NetworkError, type Span, type TlsPolicy } from "@irsa-sim/core";
import { THUMBPRINT_REFUSED } from "./issuer-tls-policy.js";
import type { KeyProblem } from "./key-problem.js";
import { readMaxAge } from "./read-max-age.js";

/** What STS waits for one document, in milliseconds (sts-and-iam.md, section 4.3: about five seconds). */
const TIMEOUT_MS = 5000;

/** The largest document that is read, in bytes; a hundred keys of 8192 bits take a fifth of it. */
const MAX_DOCUMENT_BYTES = 1_000_000;

/** A document to fetch. */
export interface DocumentRequest {
  /** The exchange's name in the trace. */
  readonly name: "Discovery document" | "JWKS";
  readonly url: string;
  readonly tls: TlsPolicy;
}

/** A fetched document. */
export interface FetchedDocument {
  readonly document: Json;
  /** Seconds; `null` when the response does not say. */
  readonly maxAgeSeconds: number | null;
}

/**
 * Fetches one of the issuer's documents.
 * It takes any media type: an API server serves its key set as `application/jwk-set+json` alone, and answers 406 to who asks for JSON.
 * Differs from AWS, perhaps: how large a document AWS reads, and what it asks for, is unconfirmed.
 */
export async function fetchJson(
  network: Network,
  { name, url, tls }: DocumentRequest,
  span: Span,
): Promise<FetchedDocument | { readonly problem: KeyProblem }> {
  const problem = (reason: KeyProblem["reason"], expected: string, actual: string): { readonly problem: KeyProblem } => ({
    problem: { reason, expected: { value: expected }, actual: { value: actual, from: { file: url } } },
  });
  let response: HttpResponse;
  try {
    response = await network.send({ method: "GET", url, headers: { accept: "*/*" }, body: "" }, span, { name, tls, timeoutMs: TIMEOUT_MS });
  } catch (error) {
    if (!(error instanceof NetworkError)) throw error;
    return problem(reasonOf(error), `an answer from ${new URL(url).host} within ${TIMEOUT_MS / 1000} s`, `${error.code}: ${error.message}`);
  }
  if (response.status !== 200) return problem("http-status", "HTTP 200", `HTTP ${response.status}`);
  const malformed = name === "JWKS" ? "jwks-malformed" : "discovery-malformed";
  const { byteLength } = bodyBytes(response);
  if (byteLength > MAX_DOCUMENT_BYTES) return problem(malformed, `at most ${MAX_DOCUMENT_BYTES} bytes`, `${byteLength} bytes`);
  const document = parseJson(bodyText(response));
  if (document === undefined) return problem(malformed, "JSON", "something else");
  return { document, maxAgeSeconds: readMaxAge(response.headers["cache-control"]) };
}

function reasonOf({ code }: NetworkError): KeyProblem["reason"] {
  if (code === THUMBPRINT_REFUSED) return "thumbprint-differs";
  return code === "ERR_TLS_EXPIRED" || code === "ERR_TLS_HOST_MISMATCH" ? "certificate-refused" : "unreachable";
}

function parseJson(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
