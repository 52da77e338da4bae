/** A client of the instance metadata service, version 2: a token first, then what is asked for. */
import { bodyText, type HttpRequest, type HttpResponse, type Network, type Span } from "@irsa-sim/core";

const BASE = "http://169.254.169.254/latest";
const TOKEN_TTL_SECONDS = 21_600;

/** The metadata service answered, but not with what was asked for. */
export class MetadataError extends Error {}

/** Reads metadata. */
export interface MetadataSession {
  /** @throws {NetworkError | MetadataError} when there is no answer, or another status than 200 */
  get(name: string, path: string): Promise<HttpResponse>;
}

/** @throws {NetworkError | MetadataError} when no token can be had */
export async function metadataSession(network: Network, span: Span): Promise<MetadataSession> {
  const send = async (name: string, request: Pick<HttpRequest, "method" | "headers">, path: string): Promise<HttpResponse> => {
    const response = await network.send({ ...request, url: `${BASE}${path}`, body: "" }, span, { name });
    if (response.status !== 200) throw new MetadataError(`${request.method} ${path} was answered with ${response.status}`);
    return response;
  };
  const issued = await send(
    "GetMetadataToken",
    { method: "PUT", headers: { "x-aws-ec2-metadata-token-ttl-seconds": String(TOKEN_TTL_SECONDS) } },
    "/api/token",
  );
  const headers = { "x-aws-ec2-metadata-token": bodyText(issued) };
  return { get: (name, path) => send(name, { method: "GET", headers }, path) };
}
