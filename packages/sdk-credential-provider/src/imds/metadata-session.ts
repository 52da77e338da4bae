/**
 * A client of the instance metadata service, version 2: a token first, then what is asked for.
 * Leaves out: falling back to version 1, and more than one try.
 */
import { bodyText, type HttpRequest, type HttpResponse, type Network, type Span } from "@irsa-sim/core";

const DEFAULT_ENDPOINT = "http://169.254.169.254";
const TOKEN_TTL_SECONDS = 21_600;
const POD_HOPS = 2;

/**
 * How far the sender is from the node, in hops.
 * Differs from IP, where each router takes one from a packet's time to live: messages here have no packets, so the request says it in a header.
 */
export const HOPS_HEADER = "x-irsa-sim-hops";

/** The metadata service answered, but not with what was asked for. */
export class MetadataError extends Error {}

/** Reads metadata. */
export interface MetadataSession {
  /** @throws {NetworkError | MetadataError} when there is no answer, or another status than 200 */
  get(name: string, path: string): Promise<HttpResponse>;
}

/** Who asks. */
export interface MetadataClient {
  readonly network: Network;
  /** `AWS_EC2_METADATA_SERVICE_ENDPOINT` names another service. */
  readonly environment: Readonly<Record<string, string>>;
  readonly hopsToNode?: number;
}

/** @throws {NetworkError | MetadataError} when no token can be had */
export async function metadataSession({ network, environment, hopsToNode = POD_HOPS }: MetadataClient, span: Span): Promise<MetadataSession> {
  const base = `${(environment.AWS_EC2_METADATA_SERVICE_ENDPOINT || DEFAULT_ENDPOINT).replace(/\/$/, "")}/latest`;
  const send = async (name: string, { method, headers }: Pick<HttpRequest, "method" | "headers">, path: string): Promise<HttpResponse> => {
    const request = { method, url: `${base}${path}`, headers: { ...headers, [HOPS_HEADER]: String(hopsToNode) }, body: "" };
    const response = await network.send(request, span, { name });
    if (response.status !== 200) throw new MetadataError(`${method} ${path} was answered with ${response.status}`);
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
