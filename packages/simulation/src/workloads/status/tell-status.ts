import { bodyText } from "@irsa-sim/core";
import { findRefusal } from "../../kubernetes/find-refusal.js";
import { createKubernetesClient } from "../../kubernetes/kubernetes-client.js";
import type { ToldEvent } from "../events/told-event.js";
import type { OwnedObjects } from "../owned-objects.js";
import type { WorkloadAccess } from "../watch-workloads.js";
import type { WorkloadController, WorkloadState } from "../workload-controller.js";
import type { WorkloadObject } from "../workload-object.js";
import { tokenOfController } from "../workload-users.js";
import { decideStatusPatch } from "./decide-status-patch.js";

interface Looked {
  readonly controller: WorkloadController;
  readonly parent: WorkloadObject;
  readonly state: Omit<WorkloadState, "parent" | "children">;
}

/**
 * Writes a workload's status if it is not what stands there; what is refused is decided anew at the next look.
 *
 * @returns what is told of it in an event; `null` for nothing
 */
export async function tellStatus(access: WorkloadAccess, objects: OwnedObjects, { controller, parent: seen, state }: Looked): Promise<ToldEvent | null> {
  const { network, tls, clock, cacheSpan } = access;
  const { of, makes } = controller;
  // Since it was looked at, the controller itself may have changed it.
  const parent = objects.list(of.kind).find(({ metadata }) => metadata.uid === seen.metadata.uid) ?? seen;
  const status = controller.status?.({ ...state, parent, children: objects.childrenOf(parent, makes.kind) }) ?? null;
  if (status === null) return null;
  const { generation } = parent.metadata;
  const counts = { ...status.counts, ...(generation !== undefined && { observedGeneration: generation }) };
  const patch = decideStatusPatch(parent.status ?? {}, { ...status, counts }, clock.now());
  if (patch === null) return null;
  const { namespace, name } = parent.metadata;
  const kubernetes = createKubernetesClient({ network, tls, bearerToken: tokenOfController(controller) });
  const refusal = await findRefusal(cacheSpan, async () => {
    const response = await kubernetes.patchStatus({ objectKind: of.kind, namespace, name }, patch, cacheSpan);
    if (response.status < 400) objects.wrote(of.kind, JSON.parse(bodyText(response)) as WorkloadObject);
    return response;
  });
  return refusal === null ? (status.event ?? null) : null;
}
