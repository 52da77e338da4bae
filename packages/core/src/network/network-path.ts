import type { HttpRequest } from "./message.js";

/** The way by which a request came, which on a real wire its packets tell. */
export interface NetworkPath {
  /** The sender's address as the receiver sees it: a public one or, through a VPC endpoint, the private one. */
  readonly sourceIp: string;
  /** `vpce-0a1b2c3d4e5f60718`; `null` for the public address. */
  readonly vpcEndpointId: string | null;
}

/** Behind one NAT gateway, from the block reserved for documentation (RFC 5737). */
const PUBLIC: NetworkPath = { sourceIp: "203.0.113.10", vpcEndpointId: null };

/** No field of HTTP, but what the simulated wire adds behind the sender's back; it is never signed. */
const HEADER = "x-irsa-sim-network-path";

/** The request with its way written down, for the receiver alone. */
export function withNetworkPath(request: HttpRequest, { sourceIp, vpcEndpointId }: NetworkPath): HttpRequest {
  return { ...request, headers: { ...request.headers, [HEADER]: vpcEndpointId === null ? sourceIp : `${sourceIp} ${vpcEndpointId}` } };
}

/** The way by which a request came; one of which nothing is said came from the internet. */
export function networkPathOf({ headers }: HttpRequest): NetworkPath {
  const [sourceIp, vpcEndpointId = null] = headers[HEADER]?.split(" ") ?? [];
  return sourceIp === undefined ? PUBLIC : { sourceIp, vpcEndpointId };
}
