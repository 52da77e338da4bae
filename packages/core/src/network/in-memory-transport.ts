/**
 * The network in memory: dispatch by host name, with the TLS handshake played on the host's real certificates.
 */
import type { Clock } from "../time/clock.js";
import { summarizePeer } from "../tls/summarize-peer.js";
import type { OpenExchange } from "../trace/span.js";
import { bodyBytes, type HttpRequest } from "./message.js";
import type { HostDirectory, HostRegistration, SendOptions, Transport } from "./network.js";
import { NetworkError } from "./network-error.js";
import { nobodyThere } from "./nobody-there.js";

/**
 * Creates a transport that calls the host's handler directly.
 *
 * @param hosts who answers where
 * @param clock the time at which certificates are checked
 */
export function createInMemoryTransport(hosts: HostDirectory, clock: Clock): Transport {
  return {
    async carry(request, exchange, options) {
      const url = new URL(request.url);
      const registration = hosts.resolve(url.host);
      if (registration === null) throw nobodyThere(url);
      if (url.protocol === "https:") shakeHands(registration, { url, at: clock.now() }, exchange, options);
      return registration.handler(withTransportHeaders(request, url), exchange.span);
    },
  };
}

function shakeHands(
  registration: HostRegistration,
  seen: { readonly url: URL; readonly at: ReturnType<Clock["now"]> },
  exchange: OpenExchange,
  options: SendOptions,
): void {
  if (options.tls === undefined) throw new Error(`${options.name} goes to ${seen.url.origin} without a TLS policy`);
  if (registration.certificate === undefined) throw new NetworkError("ERR_TLS_NO_CERTIFICATE", `${registration.host} does not speak TLS`);
  const peer = { host: seen.url.hostname, chain: registration.certificate.chain, at: seen.at };
  exchange.sawPeer(summarizePeer(peer));
  options.tls.accept(peer, exchange.span);
}

/** What any HTTP/1.1 client adds on a socket, so that a handler sees the same message in both forms of the network. */
function withTransportHeaders(request: HttpRequest, url: URL): HttpRequest {
  const headers: Record<string, string> = { host: url.host, ...request.headers };
  const length = bodyBytes(request).byteLength;
  if (length > 0 || request.method === "POST" || request.method === "PUT") headers["content-length"] ??= String(length);
  return { ...request, headers };
}
