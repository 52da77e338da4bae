import { addMillis, type Clock, type Json, NetworkError, type Span } from "@irsa-sim/core";
import type { ApiServerClient } from "../token-manager/request-token.js";

/** By what statuses are sent. */
export interface StatusClient extends ApiServerClient {
  readonly clock: Clock;
  /** Where the requests are recorded: nothing of the flow depends on them. */
  readonly cacheSpan: Span;
  /** Ends all attempts. */
  readonly signal: AbortSignal;
}

/** One status to be sent. */
export interface StatusReport {
  /** `/api/v1/nodes/node-1`. */
  readonly path: string;
  readonly kind: "Pod" | "Node";
  /** The patch as it is to be now; `null` when there is nothing to tell any more. */
  body(): Json | null;
  /** The server has taken it, or has no such object. */
  onTaken(): void;
}

/** As the kubelet's status manager waits between its rounds. */
const RETRY_AFTER_MS = 10_000;

/** Sends a status, and again while the server refuses it or cannot be reached. */
export function sendStatus(client: StatusClient, report: StatusReport): void {
  const { clock, signal } = client;
  const attempt = async (): Promise<void> => {
    const body = signal.aborted ? null : report.body();
    if (body === null) return;
    if (await isTaken(client, report, body)) report.onTaken();
    else clock.at(addMillis(clock.now(), RETRY_AFTER_MS), attempt);
  };
  clock.at(clock.now(), attempt);
}

async function isTaken({ network, apiServerUrl, bearerToken, tls, cacheSpan }: StatusClient, { path, kind }: StatusReport, body: Json): Promise<boolean> {
  const headers = { authorization: `Bearer ${bearerToken}`, "content-type": "application/strategic-merge-patch+json", accept: "application/json" };
  const request = { method: "PATCH", url: `${apiServerUrl}${path}/status`, headers, body: JSON.stringify(body) };
  try {
    const { status } = await network.send(request, cacheSpan, { name: `Patch${kind}Status`, tls });
    return status === 200 || status === 404;
  } catch (error) {
    if (error instanceof NetworkError) return false;
    throw error;
  }
}
