import type { Clock, Handler, HttpResponse } from "@irsa-sim/core";
import { decideOutsidePath } from "./decide-outside-path.js";
import type { OutsideCluster } from "./outside-cluster.js";

/** What a handler of a real cluster is made from. */
export interface OutsideAnswers {
  readonly clock: Clock;
  /** Ends what is still asked. */
  readonly signal: AbortSignal;
}

/**
 * Creates the handler that answers as a real cluster's API server and issuer, by asking it. A watch does not keep time from moving; whoever asks for anything else
 * waits for the answer.
 */
export function answerFromOutside(cluster: OutsideCluster, { clock, signal }: OutsideAnswers): Handler {
  return async (request) => {
    const asked = decideOutsidePath(request, cluster);
    if (asked === null) return KEPT_AWAY;
    const answer = () => cluster.read(asked.path, { signal, isWatch: asked.isWatch });
    if (!asked.isWatch) return answer();
    const told = clock.createLatch<() => HttpResponse>();
    answer().then(
      (response) => told.open(() => response),
      (error: unknown) =>
        told.open(() => {
          throw error;
        }),
    );
    return (await told.wait())();
  };
}

const MESSAGE = "irsa-sim hands on to the real cluster only what its webhook and STS read; ask the cluster itself for anything else";
const KEPT_AWAY: HttpResponse = {
  status: 403,
  headers: { "content-type": "application/json" },
  body: JSON.stringify({ kind: "Status", apiVersion: "v1", metadata: {}, status: "Failure", message: MESSAGE, reason: "Forbidden", code: 403 }),
};
