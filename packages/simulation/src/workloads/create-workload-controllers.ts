/**
 * kube-controller-manager, as far as it makes pods: the controllers of workloads, each as a service account of its own.
 * Differs from the real one: the controllers take turns, so that one run comes out as the next.
 * Where statuses are told, it also tells events and adopts what nobody made; a run has none of that.
 * @see https://pkg.go.dev/k8s.io/kubernetes/pkg/controller
 */
import { addMillis, backOffMs, bodyText, type EpochMillis, type Span } from "@irsa-sim/core";
import { createEventRecorder, type EventRecorder } from "@irsa-sim/core/event-recorder";
import { findRefusal } from "../kubernetes/find-refusal.js";
import { createKubernetesClient } from "../kubernetes/kubernetes-client.js";
import type { Refusal } from "../refusal.js";
import { adoptOrphans } from "./adopt-orphans.js";
import { WORKLOAD_CONTROLLERS } from "./controllers/index.js";
import { decideEvent } from "./events/decide-events.js";
import type { ToldEvent } from "./events/told-event.js";
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

interface Performed {
  /** `null` where it was done. */
  readonly refusal: Refusal | null;
  /** `null` for none. */
  readonly made: WorkloadObject | null;
}

/** As events name it. */
function componentOf({ serviceAccount }: WorkloadController): string {
  return serviceAccount === "daemon-set-controller" ? "daemonset-controller" : serviceAccount;
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
  const failures = new Map<string, { readonly times: number; readonly message: string }>();
  const recorders = new Map<string, EventRecorder>();
  const recorderOf = (controller: WorkloadController): EventRecorder => {
    const component = componentOf(controller);
    const access = { network, clock, tls, bearerToken: tokenOfController(controller), apiServerUrl: "https://kubernetes.default.svc" };
    const recorder = recorders.get(component) ?? createEventRecorder({ ...access, span: options.cacheSpan, signal: options.signal, source: { component } });
    recorders.set(component, recorder);
    return recorder;
  };
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
    const { uid, deletionTimestamp } = parent.metadata;
    const nodes = objects.list(NODE.kind).map(({ metadata }) => metadata.name);
    if (reportsStatus && controller.adopts === true) await perform(controller, parent, adoptOrphans(controller, parent, objects));
    const children = objects.childrenOf(parent, controller.makes.kind);
    const state = () => ({ nodes, now: clock.now(), isLive: reportsStatus, failure: failures.get(uid)?.message ?? null });
    const changes = controller.decide({ ...state(), parent, children });
    if (deletionTimestamp === undefined) await perform(controller, parent, changes);
    if (reportsStatus) {
      const event = await tellStatus(options, objects, { controller, parent, state: state() });
      if (event !== null) tell(controller, parent, event);
    }
    const next = controller.nextLook?.(parent, clock.now(), children) ?? null;
    if (next !== null) lookAt(next);
  };
  const tell = (controller: WorkloadController, parent: WorkloadObject, event: ToldEvent): void => {
    const { namespace, name, uid, resourceVersion } = parent.metadata;
    const about = {
      kind: controller.of.kind,
      apiVersion: controller.of.apiVersion,
      namespace,
      name,
      uid,
      ...(resourceVersion !== undefined && { resourceVersion }),
    };
    recorderOf(controller).record({ about, ...event });
  };
  const perform = async (controller: WorkloadController, parent: WorkloadObject, changes: readonly WorkloadChange[]): Promise<void> => {
    const { uid, name } = parent.metadata;
    for (const change of changes) {
      const { refusal, made } = await performOne(controller, change);
      const event = reportsStatus ? decideEvent(controller.of.kind, name, { change, made, refusal: refusal?.message ?? null }) : null;
      if (event !== null) tell(controller, parent, event);
      if (refusal === null) continue;
      if (!told.has(uid)) options.onRefusal(refusal);
      told.add(uid);
      const times = failures.get(uid)?.times ?? 0;
      failures.set(uid, { times: times + 1, message: refusal.message });
      return lookAt(addMillis(clock.now(), backOffMs(times, BACK_OFF)));
    }
    failures.delete(uid);
    if (changes.length > 0) lookSoon();
  };
  const performOne = async (controller: WorkloadController, change: WorkloadChange): Promise<Performed> => {
    const { of, makes } = controller;
    if (change.kind === "complain") {
      const span = root.enter(`The controller of ${of.kind}s looks`, { step: 1, actor: "controller" });
      span.note("controller.event", { reason: change.reason, message: change.message });
      return { refusal: { code: change.reason, status: null, message: change.message, action: span.seq as number }, made: null };
    }
    const span = root.enter(`The controller of ${of.kind}s ${titleOf(change, makes)}`, { step: 1, actor: "controller", subject: subjectOf(change, makes) });
    const kubernetes = createKubernetesClient({ network, tls, bearerToken: tokenOfController(controller) });
    let made: WorkloadObject | null = null;
    const refusal = await findRefusal(span, async () => {
      const response = await performChange(change, { kubernetes, objects, of, makes, deletesAll: reportsStatus }, span);
      if (change.kind === "create" && response.status < 400) made = JSON.parse(bodyText(response)) as WorkloadObject;
      return response;
    });
    return { refusal, made };
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
