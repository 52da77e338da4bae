import type { Clock, Network, Span, TlsPolicy } from "@irsa-sim/core";
import { listAndWatch } from "@irsa-sim/core/list-and-watch";
import { WORKLOAD_CONTROLLERS } from "./controllers/index.js";
import type { OwnedObjects } from "./owned-objects.js";
import type { WorkloadController, WorkloadKind } from "./workload-controller.js";
import { NODE } from "./workload-kinds.js";
import type { WorkloadObject } from "./workload-object.js";
import { tokenOfController } from "./workload-users.js";

/** How the controllers reach the API server. */
export interface WorkloadAccess {
  readonly network: Network;
  readonly clock: Clock;
  readonly tls: TlsPolicy;
  /** Where their watches are recorded. */
  readonly cacheSpan: Span;
  readonly signal: AbortSignal;
}

/** Keeps the copies of all kinds up to date, each by one watch. */
export function watchWorkloads({ cacheSpan, signal, ...access }: WorkloadAccess, objects: OwnedObjects, onChanged: () => void): void {
  const loops: AbortController[] = [];
  signal.addEventListener("abort", () => {
    for (const loop of loops) loop.abort();
  });
  const watch = (kind: WorkloadKind, controller: WorkloadController): void => {
    const { apiVersion, plural } = kind;
    const over = new AbortController();
    loops.push(over);
    const loop = {
      ...access,
      url: `https://kubernetes.default.svc/${apiVersion === "v1" ? "api" : "apis"}/${apiVersion}/${plural}`,
      name: `${kind.kind}s`,
      span: cacheSpan,
      signal: over.signal,
      bearerToken: tokenOfController(controller),
      onChange: (change: Parameters<typeof objects.changed>[1]) => {
        objects.changed(kind.kind, change);
        onChanged();
      },
    };
    access.clock.at(access.clock.now(), () => listAndWatch<WorkloadObject>(loop));
  };
  const seen = new Set<string>();
  for (const controller of WORKLOAD_CONTROLLERS) {
    for (const kind of [controller.of, controller.makes, NODE]) {
      if (seen.has(kind.kind)) continue;
      seen.add(kind.kind);
      watch(kind, controller);
    }
  }
}
