import { bodyText } from "@irsa-sim/core";
import { findRefusal } from "../../kubernetes/find-refusal.js";
import { createKubernetesClient } from "../../kubernetes/kubernetes-client.js";
import type { OwnedObjects } from "../owned-objects.js";
import type { WorkloadAccess } from "../watch-workloads.js";
import type { WorkloadController } from "../workload-controller.js";
import type { WorkloadObject } from "../workload-object.js";
import { tokenOfController } from "../workload-users.js";
import { decideStatusPatch } from "./decide-status-patch.js";

interface Looked {
  readonly controller: WorkloadController;
  readonly parent: WorkloadObject;
  /** Names of the cluster's nodes. */
  readonly nodes: readonly string[];
}

/** Writes a workload's status if it is not what stands there; what is refused is decided anew at the next look. */
export async function tellStatus(access: WorkloadAccess, objects: OwnedObjects, { controller, parent, nodes }: Looked): Promise<void> {
  const { network, tls, clock, cacheSpan } = access;
  const { of, makes } = controller;
  const children = objects.childrenOf(parent, makes.kind);
  const status = controller.status?.({ parent, children, nodes });
  const patch = status === undefined ? null : decideStatusPatch(parent.status ?? {}, status, clock.now());
  if (patch === null) return;
  const { namespace, name } = parent.metadata;
  const kubernetes = createKubernetesClient({ network, tls, bearerToken: tokenOfController(controller) });
  await findRefusal(cacheSpan, async () => {
    const response = await kubernetes.patchStatus({ objectKind: of.kind, namespace, name }, patch, cacheSpan);
    if (response.status < 400) objects.wrote(of.kind, JSON.parse(bodyText(response)) as WorkloadObject);
    return response;
  });
}
