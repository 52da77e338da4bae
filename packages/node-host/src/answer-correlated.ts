import type { HostDirectory } from "@irsa-sim/core";
import { type Correlation, TRACEPARENT } from "./correlation.js";
import type { SocketHandler } from "./host-app.js";

/** Answers requests of this process alone, by the handler of their host, in the span of the exchange that they belong to. */
export function answerCorrelated(hosts: HostDirectory, correlation: Correlation): SocketHandler {
  return async (request) => {
    const { [TRACEPARENT]: traceparent = "", ...headers } = request.headers;
    const registration = hosts.resolve(headers.host ?? "");
    const exchange = correlation.find(traceparent);
    if (registration === null || exchange === null) return "misdirected";
    try {
      return await registration.handler({ ...request, headers }, exchange.span);
    } catch (error) {
      exchange.fail(error);
      return { status: 500, headers: {}, body: "" };
    }
  };
}
