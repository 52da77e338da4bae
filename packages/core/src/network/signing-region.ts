import type { HttpRequest } from "./message.js";

/** No field of HTTP, but what the simulated wire adds behind the sender's back; it is never signed. */
const HEADER = "x-irsa-sim-signing-region";

/** The request with a word of the region that its sender signs for: an SDK that was told where a service is takes its own region, also for one that has none. */
export function withSigningRegion(request: HttpRequest, region: string): HttpRequest {
  return { ...request, headers: { ...request.headers, [HEADER]: region } };
}

/** The region that a sender signs for who was told where the service is; `null` for everybody else, who has to sign for the service's own. */
export function signingRegionOf({ headers }: HttpRequest): string | null {
  return headers[HEADER] ?? null;
}
