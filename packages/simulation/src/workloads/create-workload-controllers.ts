/**
 * kube-controller-manager, as far as it makes pods: the controllers of workloads, each as a service account of its own.
 * Differs from the real one: the controllers take turns, so that one run comes out as the next.
 * Leaves out: the status of Jobs and CronJobs, events, finalizers, adopting pods that nobody made.
 * @see https://pkg.go.dev/k8s.io/kubernetes/pkg/controller
 */
import { addMillis, backOffMs, type EpochMillis, type Span } from "@irsa-sim/core";
import { findRefusal } from "../kubernetes/find-refusal.js";
import { createKubernetesClient } from "../kubernetes/kubernetes-client.js";
import type { Refusal } from "../refusal.js";
import { WORKLOAD_CONTROLLERS } from "./controllers/index.js";
import { findPod, isPodOf } from "./find-pod.js";
import { createOwnedObjects } from "./owned-objects.js";
import { performChange, subjectOf, titleOf } from "./perform-change.js";
import { tellStatus } from "./status/tell-status.js";
import { type WorkloadAccess, watchWorkloads } from "./watch-workloads.js";
import type { WorkloadChange, WorkloadController } from "./workload-controller.js";
import { NODE } from "./workload-kinds.js";
import { controllerOf, type WorkloadObject } from "./workload-object.js";
import { tokenOfController } from "./workload-users.js";

/** What the controllers work with. */
export interface WorkloadControllersOptions extends WorkloadAccess {
  readonly root: Span;
  /** Whether they write statuses. */
  readonly reportsStatus: boolean;
  /** Told of the first refusal that each workload meets; what was refused is tried again. */
  onRefusal(refusal: Refusal): void;
}

/** As controllers' queues wait after a failure. */
const BACK_OFF = { firstMs: 5, maxMs: 1_000_000 };

/** The controllers at work. */
export interface WorkloadControllers {
  /** Lets them watch; to tell them again changes nothing. */
  begin(): void;
  /** The pod of that name, or else the first of the workload of that name; the name itself when there is neither. */
  podNamed(namespace: string, name: string): string;
  /** Whether a pod is one of a workload's. */
  isPodOf(namespace: string, pod: string, workload: string): boolean;
}

/** Creates the controllers; nothing happens before they are told to begin. */
export function createWorkloadControllers(options: WorkloadControllersOptions): WorkloadControllers {
  const { clock, root, network, tls, reportsStatus } = options;
  const objects = createOwnedObjects();
  /** By the uid of the workload; what succeeds takes them away. */
  const failures = new Map<string, number>();
  const told = new Set<string>();
  let hasBegun = false;
  let isLookDue = false;

  const lookSoon = (): void => {
    if (isLookDue) return;
    isLookDue = true;
    clock.at(clock.now(), async () => {
      isLookDue = false;
      await lookAtAll();
    });
  };
  const lookAtAll = async (): Promise<void> => {
    for (const controller of WORKLOAD_CONTROLLERS) {
      // Where objects go in steps, Kubernetes' own collector sees to it.
      if (!reportsStatus) await collectGarbage(controller);
      for (const parent of objects.list(controller.of.kind)) await lookAfter(controller, parent);
    }
  };
  const lookAfter = async (controller: WorkloadController, parent: WorkloadObject): Promise<void> => {
    const nodes = objects.list(NODE.kind).map(({ metadata }) => metadata.name);
    const children = objects.childrenOf(parent, controller.makes.kind);
    const changes = controller.decide({ parent, children, nodes, now: clock.now() });
    if (parent.metadata.deletionTimestamp === undefined) await perform(controller, parent, changes);
    if (reportsStatus) await tellStatus(options, objects, { controller, parent, nodes });
    const next = controller.nextLook?.(parent, clock.now()) ?? null;
    if (next !== null) lookAt(next);
  };
  const perform = async (controller: WorkloadController, parent: WorkloadObject, changes: readonly WorkloadChange[]): Promise<void> => {
    const { uid } = parent.metadata;
    for (const change of changes) {
      const refusal = await performOne(controller, change);
      if (refusal === null) continue;
      if (!told.has(uid)) options.onRefusal(refusal);
      told.add(uid);
      const failed = failures.get(uid) ?? 0;
      failures.set(uid, failed + 1);
      return lookAt(addMillis(clock.now(), backOffMs(failed, BACK_OFF)));
    }
    failures.delete(uid);
    if (changes.length > 0) lookSoon();
  };
  const performOne = async (controller: WorkloadController, change: WorkloadChange): Promise<Refusal | null> => {
    const { of, makes } = controller;
    if (change.kind === "complain") {
      const span = root.enter(`The controller of ${of.kind}s looks`, { step: 1, actor: "controller" });
      span.note("controller.event", { reason: change.reason, message: change.message });
      return { code: change.reason, status: null, message: change.message, action: span.seq as number };
    }
    const span = root.enter(`The controller of ${of.kind}s ${titleOf(change, makes)}`, { step: 1, actor: "controller", subject: subjectOf(change, makes) });
    const kubernetes = createKubernetesClient({ network, tls, bearerToken: tokenOfController(controller) });
    return findRefusal(span, () => performChange(change, { kubernetes, objects, makes }, span));
  };
  /** What belonged to a workload that is gone goes too. */
  const collectGarbage = async (controller: WorkloadController): Promise<void> => {
    const { of, makes } = controller;
    const there = new Set(objects.list(of.kind).map(({ metadata }) => metadata.uid));
    for (const child of objects.list(makes.kind)) {
      const owner = controllerOf(child);
      if (owner?.kind === of.kind && !there.has(owner.uid)) await performOne(controller, { kind: "delete", child });
    }
  };
  const looks = new Set<EpochMillis>();
  const lookAt = (instant: EpochMillis): void => {
    if (looks.has(instant)) return;
    looks.add(instant);
    clock.at(instant, async () => {
      looks.delete(instant);
      await lookAtAll();
    });
  };
  return {
    begin() {
      if (hasBegun) return;
      hasBegun = true;
      watchWorkloads(options, objects, lookSoon);
    },
    podNamed: (namespace, name) => findPod(objects, { namespace, name }) ?? name,
    isPodOf: (namespace, name, workload) => isPodOf(objects, { namespace, name }, workload),
  };
}
