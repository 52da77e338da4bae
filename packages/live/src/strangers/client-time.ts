import { bodyText, type HttpRequest, type HttpResponse, withSenderClock } from "@irsa-sim/core";

/** How a client's time, which is the host's, stands to the world's. */
export interface ClientTime {
  /** By how much the world is ahead now, in milliseconds. */
  readonly aheadMs: number;
  /** How many milliseconds pass in the world in one of the client's. */
  readonly timeScale: number;
  /** The client's time now, in milliseconds since the epoch. */
  readonly now: number;
}

const EXPIRATION = /(<Expiration>|"Expiration"\s*:\s*")(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ)/g;
/** Less is nothing that a clock would tell. */
const NOTHING_MS = 1000;

/** The request with a word of whose time its signature is of, where that is another than the world's. */
export function fromClientTime(request: HttpRequest, { aheadMs }: ClientTime): HttpRequest {
  return Math.abs(aheadMs) < NOTHING_MS ? request : withSenderClock(request, aheadMs);
}

/**
 * An answer as a client must read it, who refreshes credentials by its own clock: when they expire, and what time it is.
 * Differs from the wire within the world, where all times are the world's; so in the trace too.
 *
 * @example toClientTime(response, { aheadMs: 86_400_000, timeScale: 1, now }) // a day earlier
 */
export function toClientTime(response: HttpResponse, time: ClientTime): HttpResponse {
  if (Math.abs(time.aheadMs) < NOTHING_MS && time.timeScale === 1) return response;
  const headers = response.headers.date === undefined ? response.headers : { ...response.headers, date: new Date(time.now).toUTCString() };
  return { ...response, headers };
}

/** The same for an answer that hands out credentials, with the instant at which they expire. */
export function credentialsToClientTime(response: HttpResponse, time: ClientTime): HttpResponse {
  const answer = toClientTime(response, time);
  if (answer === response) return response;
  const { aheadMs, timeScale, now } = time;
  const body = bodyText(answer).replaceAll(EXPIRATION, (_, before: string, written: string) => {
    const remainingMs = Date.parse(written) - (now + aheadMs);
    return `${before}${new Date(now + remainingMs / timeScale).toISOString().replace(/\.\d{3}/, "")}`;
  });
  return { ...answer, body };
}
