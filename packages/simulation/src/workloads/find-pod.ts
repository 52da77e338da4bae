import { WORKLOAD_CONTROLLERS } from "./controllers/index.js";
import type { OwnedObjects } from "./owned-objects.js";
import { POD } from "./workload-kinds.js";
import { controllerOf, type WorkloadObject } from "./workload-object.js";

/** What names an object in its namespace. */
interface Named {
  readonly namespace: string;
  readonly name: string;
}

/** The pod of that name, or else the first pod of a workload of that name, whose newest part counts; `null` when there is neither. */
export function findPod(objects: OwnedObjects, named: Named): string | null {
  if (objects.list(POD.kind).some((pod) => isCalled(pod, named))) return named.name;
  for (const { of } of WORKLOAD_CONTROLLERS) {
    const workload = objects.list(of.kind).find((object) => isCalled(object, named));
    const pod = workload === undefined ? null : firstPodOf(objects, workload, of.kind);
    if (pod !== null) return pod.metadata.name;
  }
  return null;
}

/** Whether a pod is one of a workload's, directly or through what the workload made. */
export function isPodOf(objects: OwnedObjects, pod: Named, workload: string): boolean {
  let one: WorkloadObject | undefined = objects.list(POD.kind).find((object) => isCalled(object, pod));
  while (one !== undefined) {
    const owner = controllerOf(one);
    if (owner === null) return false;
    if (owner.name === workload) return true;
    one = objects.list(owner.kind).find(({ metadata }) => metadata.uid === owner.uid);
  }
  return false;
}

function firstPodOf(objects: OwnedObjects, workload: WorkloadObject, kind: string): WorkloadObject | null {
  const makes = WORKLOAD_CONTROLLERS.find(({ of }) => of.kind === kind)?.makes;
  if (makes === undefined) return null;
  const children = objects.childrenOf(workload, makes.kind);
  if (makes.kind === POD.kind) return children[0] ?? null;
  for (const child of [...children].reverse()) {
    const pod = firstPodOf(objects, child, makes.kind);
    if (pod !== null) return pod;
  }
  return null;
}

function isCalled({ metadata }: WorkloadObject, { namespace, name }: Named): boolean {
  return metadata.namespace === namespace && metadata.name === name;
}
