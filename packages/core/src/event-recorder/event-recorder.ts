/**
 * What every component of Kubernetes tells in events of the objects that it works on. What is said again is counted, not written anew.
 * Leaves out: the limit of how often a component may speak of one object, and the summing up of similar events.
 * @see https://github.com/kubernetes/kubernetes/blob/master/staging/src/k8s.io/client-go/tools/record/event.go
 */
import type { Network } from "../network/network.js";
import { NetworkError } from "../network/network-error.js";
import type { Clock } from "../time/clock.js";
import { toRfc3339 } from "../time/epoch.js";
import type { TlsPolicy } from "../tls/tls-policy.js";
import type { Span } from "../trace/span.js";

/** By what events are written, and who writes them. */
export interface EventRecorderOptions {
  readonly network: Network;
  readonly clock: Clock;
  readonly tls: TlsPolicy;
  readonly bearerToken: string;
  /** `https://kubernetes.default.svc`. */
  readonly apiServerUrl: string;
  /** Where the requests are recorded: nothing of the flow depends on them. */
  readonly span: Span;
  readonly signal: AbortSignal;
  /** Such as the kubelet of a node. */
  readonly source: { readonly component: string; readonly host?: string };
}

/** The object that an event is about. */
export interface EventSubject {
  readonly kind: string;
  readonly apiVersion: string;
  readonly namespace: string;
  readonly name: string;
  readonly uid: string;
  readonly resourceVersion?: string;
  /** A part of it: `spec.containers{app}`. */
  readonly fieldPath?: string;
}

/** What is told. */
export interface RecordedEvent {
  readonly about: EventSubject;
  readonly type: "Normal" | "Warning";
  /** One word: `FailedMount`. */
  readonly reason: string;
  readonly message: string;
}

/** Writes events. */
export interface EventRecorder {
  /** Writes one, soon; nobody hears whether that was possible. */
  record(event: RecordedEvent): void;
}

/** So many different events are known again. */
const KNOWN = 4096;

interface Known {
  readonly name: string;
  readonly firstTimestamp: string;
  count: number;
}

/**
 * Creates a recorder.
 *
 * @example
 * const events = createEventRecorder({ ...access, span: trace.quiet, signal, source: { component: "kubelet", host: "node-1" } });
 * events.record({ about: pod, type: "Warning", reason: "FailedMount", message });
 */
export function createEventRecorder(options: EventRecorderOptions): EventRecorder {
  const { clock, signal, source } = options;
  const known = new Map<string, Known>();
  let written = 0;

  return {
    record({ about, type, reason, message }) {
      const key = JSON.stringify([about.uid, about.fieldPath, type, reason, message]);
      const now = toRfc3339(clock.now());
      const fresh = (): Known => ({ name: nameOf(about, clock.now(), written++), firstTimestamp: now, count: 0 });
      const one = known.get(key) ?? fresh();
      one.count += 1;
      known.delete(key);
      known.set(key, one);
      const [oldest] = known.keys();
      if (known.size > KNOWN && oldest !== undefined) known.delete(oldest);
      const { namespace } = about;
      const whole = () => ({
        ...{ kind: "Event", apiVersion: "v1", metadata: { name: one.name, namespace }, involvedObject: about, reason, message, source },
        ...{ firstTimestamp: one.firstTimestamp, lastTimestamp: now, count: one.count, type, eventTime: null },
        ...{ reportingComponent: source.component, reportingInstance: source.host ?? "" },
      });
      const isAgain = one.count > 1;
      const { count } = one;
      clock.at(clock.now(), async () => {
        if (signal.aborted) return;
        const path = `/api/v1/namespaces/${namespace}/events`;
        const patched = isAgain ? await send(options, "PATCH", { path: `${path}/${one.name}`, body: { count, lastTimestamp: now } }) : NOT_FOUND;
        if (patched === NOT_FOUND) await send(options, "POST", { path, body: whole() });
      });
    },
  };
}

const NOT_FOUND = 404;

function nameOf({ name }: EventSubject, now: number, index: number): string {
  return `${name}.${(BigInt(now) * 1_000_000n + BigInt(index % 1_000_000)).toString(16)}`;
}

/** The status of the answer; `null` when none came. */
async function send(
  { network, apiServerUrl, bearerToken, tls, span }: EventRecorderOptions,
  method: "POST" | "PATCH",
  { path, body }: { readonly path: string; readonly body: object },
): Promise<number | null> {
  const type = method === "PATCH" ? "application/strategic-merge-patch+json" : "application/json";
  const headers = { authorization: `Bearer ${bearerToken}`, "content-type": type, accept: "application/json" };
  try {
    const request = { method, url: `${apiServerUrl}${path}`, headers, body: JSON.stringify(body) };
    return (await network.send(request, span, { name: method === "PATCH" ? "PatchEvent" : "CreateEvent", tls })).status;
  } catch (error) {
    if (error instanceof NetworkError) return null;
    throw error;
  }
}
