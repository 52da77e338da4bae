/**
 * The only way from one actor to another: a request to a real host name. Every exchange is recorded here, in every form of the network.
 * Leaves out: latency; an exchange takes no virtual time unless a fault says so.
 */
import type { Actor } from "../names/actor.js";
import type { Clock } from "../time/clock.js";
import type { ServerCertificate, TlsPolicy } from "../tls/tls-policy.js";
import type { OpenExchange, Span } from "../trace/span.js";
import type { Handler } from "./handler.js";
import type { HttpRequest, HttpResponse } from "./message.js";
import { NetworkError } from "./network-error.js";
import { recordPieces } from "./record-pieces.js";

/** What the sender says of a request besides the message. */
export interface SendOptions {
  /** The operation in the service's own words, for example `AssumeRoleWithWebIdentity`. */
  readonly name: string;
  /** Whom to trust; required for `https:`. */
  readonly tls?: TlsPolicy;
  /** Gives up after this long, on the run's clock; no limit when absent. */
  readonly timeoutMs?: number;
}

/** What a transport is told of a request besides the message. */
export interface CarryOptions extends SendOptions {
  /** Aborts when the sender has given up; pauses on the way then end. */
  readonly signal?: AbortSignal;
}

/** Sends requests. */
export interface Network {
  /**
   * Sends `request` as `span`'s actor and returns the response, whatever its status.
   *
   * @throws {NetworkError} when no response came: `ENOTFOUND`, `ECONNREFUSED`, `ETIMEDOUT` or a TLS code
   */
  send(request: HttpRequest, span: Span, options: SendOptions): Promise<HttpResponse>;
}

/** A host name, who answers under it, and the certificate it shows. */
export interface HostRegistration {
  /** `sts.eu-west-1.amazonaws.com`; `*.s3.eu-west-1.amazonaws.com` answers for one label more; with `:port` unless it is the scheme's own. */
  readonly host: string;
  readonly actor: Actor;
  readonly handler: Handler;
  /** Required for `https:`. */
  readonly certificate?: ServerCertificate;
}

/** Finds who answers for a host. */
export interface HostDirectory {
  /** Makes `registration.handler` answer under its host, replacing who did before. */
  listen(registration: HostRegistration): void;
  /** Who answers for `host` (with `:port` when the URL has one), or `null`. */
  resolve(host: string): HostRegistration | null;
  /** All hosts that somebody answers for, as they were registered. */
  names(): readonly string[];
}

/** Carries a request to the host that answers; what differs between memory and sockets, and what faults wrap. */
export interface Transport {
  /** The answering handler records in `exchange.span`; `exchange.sawPeer` is told of the server's certificate. */
  carry(request: HttpRequest, exchange: OpenExchange, options: CarryOptions): Promise<HttpResponse>;
}

/**
 * Creates the network over a transport: it finds the receiver's name, records the exchange and carries the message.
 *
 * @param hosts who answers where
 * @param transport in memory or over sockets
 * @param clock the time in which senders lose patience
 */
export function createNetwork(hosts: HostDirectory, transport: Transport, clock: Clock): Network {
  return {
    async send(request, span, options) {
      // A region with a blank in it, for example, makes a URL whose host is no name.
      const host = URL.canParse(request.url) ? new URL(request.url).host : null;
      const to = (host === null ? null : hosts.resolve(host))?.actor ?? "simulator";
      const exchange = span.exchange(options.name, to, asRecorded(request));
      try {
        if (host === null) throw new NetworkError("ENOTFOUND", `getaddrinfo ENOTFOUND ${request.url.replace(/^\w+:\/\/([^/?#]*).*$/s, "$1")}`);
        const response = await withinTimeout(clock, options, (carryOptions) => transport.carry(request, exchange, carryOptions));
        const { more, ...beginning } = response;
        exchange.end({ response: beginning });
        return more === undefined ? response : { ...beginning, more: recordPieces(more, exchange.span) };
      } catch (error) {
        if (error instanceof NetworkError) exchange.end({ failure: { code: error.code, message: error.message } });
        throw error;
      }
    },
  };
}

/** Who answers after the time is up is not stopped: what it still does stands in the trace, after the exchange's end. */
function withinTimeout(clock: Clock, options: SendOptions, carry: (options: CarryOptions) => Promise<HttpResponse>): Promise<HttpResponse> {
  const { timeoutMs } = options;
  if (timeoutMs === undefined) return carry(options);
  return clock.race<HttpResponse>([
    (signal) => carry({ ...options, signal }),
    async (signal) => {
      await clock.sleep(timeoutMs, { signal });
      throw new NetworkError("ETIMEDOUT", `no answer within ${timeoutMs / 1000} s`);
    },
  ]);
}

/** What the way back can carry is not part of the message. */
function asRecorded(request: HttpRequest): HttpRequest {
  if (request.takesMore === undefined) return request;
  const { takesMore: _, ...message } = request;
  return message;
}
