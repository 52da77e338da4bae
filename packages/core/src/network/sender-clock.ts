import type { HttpRequest } from "./message.js";

/** No field of HTTP, but what the simulated wire adds behind the sender's back; it is never signed. */
const HEADER = "x-irsa-sim-sender-behind-ms";

/** The request with a word of how far its sender's clock is behind the world's, in milliseconds: a real client keeps the host's time, whatever the world's clock does. */
export function withSenderClock(request: HttpRequest, behindMs: number): HttpRequest {
  return { ...request, headers: { ...request.headers, [HEADER]: String(behindMs) } };
}

/** How far the sender's clock is behind the world's on purpose, in milliseconds: what the sender calls 9 o'clock is so much later here. */
export function senderBehindMs({ headers }: HttpRequest): number {
  return Number(headers[HEADER] ?? 0);
}
