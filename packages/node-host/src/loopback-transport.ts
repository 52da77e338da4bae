/**
 * The network over real sockets: every simulated host answers on 127.0.0.1, with real TLS and express, under its real name.
 * Differs from an ordinary TLS client in one thing: whether a certificate is good is decided at the simulator's time, by the same rule as in
 * memory, because Node would decide it at the wall clock's.
 */
import type { Clock, HostDirectory, HttpRequest, HttpResponse, OpenExchange, SendOptions, Transport } from "@irsa-sim/core";
import { NetworkError, nobodyThere } from "@irsa-sim/core";
import { answerCorrelated } from "./answer-correlated.js";
import { createCorrelation } from "./correlation.js";
import { startListener } from "./listener.js";
import { createSocketClient } from "./socket-client.js";

/** What the loopback network serves. */
export interface LoopbackOptions {
  readonly hosts: HostDirectory;
  /** The time at which certificates are checked. */
  readonly clock: Clock;
}

/** A running loopback network. */
export interface LoopbackTransport {
  readonly transport: Transport;
  /** Closes servers and connections. */
  close(): Promise<void>;
}

/** Starts one server for `https:` and one for `http:`, both on 127.0.0.1 and a free port. */
export async function startLoopbackTransport({ hosts, clock }: LoopbackOptions): Promise<LoopbackTransport> {
  const correlation = createCorrelation();
  const answer = answerCorrelated(hosts, correlation);
  const onError = (error: unknown): never => {
    throw error;
  };
  const [http, https] = await Promise.all([
    startListener({ answer, onError }),
    startListener({ answer, onError, certificateFor: (name) => hosts.resolve(name ?? "")?.certificate ?? null }),
  ]);
  const client = createSocketClient({ http: http.port, https: https.port });
  return {
    transport: {
      async carry(request: HttpRequest, exchange: OpenExchange, options: SendOptions): Promise<HttpResponse> {
        const url = new URL(request.url);
        const registration = hosts.resolve(url.host);
        if (registration === null) throw nobodyThere(url);
        if (url.protocol === "https:" && options.tls === undefined) throw new Error(`${options.name} goes to ${url.origin} without a TLS policy`);
        if (url.protocol === "https:" && registration.certificate === undefined)
          throw new NetworkError("ERR_TLS_NO_CERTIFICATE", `${registration.host} does not speak TLS`);
        const open = correlation.open(exchange.span);
        try {
          const response = await client.send(request, { exchange, options, at: clock.now(), traceparent: open.traceparent });
          open.rethrow();
          return response;
        } finally {
          open.close();
        }
      },
    },
    async close() {
      client.close();
      await Promise.all([http.close(), https.close()]);
    },
  };
}
