/**
 * The only way from one actor to another: a request to a real host name. Every exchange is recorded here, in every form of the network.
 * Leaves out: latency; an exchange takes no virtual time unless a fault says so.
 */
import type { Actor } from "../names/actor.js";
import type { ServerCertificate, TlsPolicy } from "../tls/tls-policy.js";
import type { OpenExchange, Span } from "../trace/span.js";
import type { Handler, HttpRequest, HttpResponse } from "./message.js";
import { NetworkError } from "./network-error.js";

/** What the sender says of a request besides the message. */
export interface SendOptions {
  /** The operation in the service's own words, for example `AssumeRoleWithWebIdentity`. */
  readonly name: string;
  /** Whom to trust; required for `https:`. */
  readonly tls?: TlsPolicy;
  /** Gives up after this long, on the run's clock; no limit when absent. */
  readonly timeoutMs?: number;
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
}

/** Carries a request to the host that answers; what differs between memory and sockets, and what faults wrap. */
export interface Transport {
  /** The answering handler records in `exchange.span`; `exchange.sawPeer` is told of the server's certificate. */
  carry(request: HttpRequest, exchange: OpenExchange, options: SendOptions): Promise<HttpResponse>;
}

/**
 * Creates the network over a transport: it finds the receiver's name, records the exchange and carries the message.
 *
 * @param hosts who answers where
 * @param transport in memory or over sockets
 */
export function createNetwork(hosts: HostDirectory, transport: Transport): Network {
  return {
    async send(request, span, options) {
      const to = hosts.resolve(new URL(request.url).host)?.actor ?? "simulator";
      const exchange = span.exchange(options.name, to, request);
      try {
        const response = await transport.carry(request, exchange, options);
        exchange.end({ response });
        return response;
      } catch (error) {
        if (error instanceof NetworkError) exchange.end({ failure: { code: error.code, message: error.message } });
        throw error;
      }
    },
  };
}
