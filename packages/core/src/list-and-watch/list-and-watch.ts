/**
 * The loop by which every client of Kubernetes keeps a copy of a collection up to date: a list, then watches, each from the version that the one before ended
 * with.
 * Differs from client-go: a watch's answer is one message, so the loop asks again after each; and pauses after failures have no jitter.
 * Leaves out: paging, resynchronisation.
 */
import type { HttpResponse } from "../network/message.js";
import type { Network } from "../network/network.js";
import { NetworkError } from "../network/network-error.js";
import { backOffMs } from "../time/back-off-ms.js";
import type { Clock } from "../time/clock.js";
import type { TlsPolicy } from "../tls/tls-policy.js";
import type { Span } from "../trace/span.js";
import { findChanges } from "./find-changes.js";
import { keyOf, type ObjectChange, type WatchedObject } from "./object-change.js";
import { type Answer, readList, readWatch } from "./read-answer.js";

/** Whom a loop asks for what, and whom it tells. */
export interface ListAndWatchOptions<Kind extends WatchedObject> {
  readonly network: Network;
  readonly clock: Clock;
  readonly tls: TlsPolicy;
  readonly bearerToken: string;
  /** Of the collection: `https://kubernetes.default.svc/api/v1/pods`. */
  readonly url: string;
  /** Which of its objects, such as `spec.nodeName=node-1`; all when absent. */
  readonly fieldSelector?: string;
  /** As the trace names it: `Pods` for ListPods and WatchPods. */
  readonly name: string;
  /** Where requests are recorded. */
  readonly span: Span;
  /** Ends the loop. */
  readonly signal: AbortSignal;
  /** Told of each object that is there, and then of what happens, in order. */
  onChange(change: ObjectChange<Kind>): void;
}

/** As client-go's reflector. */
const BACK_OFF = { firstMs: 800, maxMs: 30_000 };
/** A watch that ends sooner without having told anything counts as failed. */
const SHORTEST_WATCH_MS = 1000;

/**
 * Runs the loop, as a task of the clock, until `signal` aborts; after a failure it pauses and lists again.
 *
 * @example
 * clock.at(clock.now(), () => listAndWatch<Pod>({ ...access, url: `${server}/api/v1/pods`, name: "Pods", span: trace.quiet, signal, onChange }));
 */
export async function listAndWatch<Kind extends WatchedObject>(options: ListAndWatchOptions<Kind>): Promise<void> {
  const { clock, signal, onChange } = options;
  const copy = new Map<string, Kind>();
  const { orStopped } = createStop(clock, signal);
  const tell = (changes: readonly ObjectChange<Kind>[]): void => {
    for (const change of changes) {
      if (change.type === "DELETED") copy.delete(keyOf(change.object));
      else copy.set(keyOf(change.object), change.object);
      onChange(change);
    }
  };
  /** `null` for a list. */
  let version: string | null = null;
  let expired: string | null = null;
  let failures = 0;
  while (!signal.aborted) {
    const from: string | null = version;
    const askedAt = clock.now();
    const response: HttpResponse | null | undefined = await orStopped(() => ask(options, from));
    if (signal.aborted) return;
    const answer: Answer<ObjectChange<Kind>> = from === null ? listed<Kind>(response, copy) : watched<Kind>(response, clock.now() - askedAt);
    if (answer.kind === "told") {
      if (from !== null) failures = 0;
      version = answer.version ?? from;
      tell(answer.told);
      continue;
    }
    version = null;
    // A list helps, unless it only gives the version that had expired.
    if (answer.kind === "expired" && from !== expired) {
      expired = from;
      continue;
    }
    await orStopped((given) => clock.sleep(backOffMs(failures, BACK_OFF), { signal: given }));
    failures += 1;
  }
}

function listed<Kind extends WatchedObject>(response: HttpResponse | null | undefined, copy: ReadonlyMap<string, Kind>): Answer<ObjectChange<Kind>> {
  const answer = response ? readList<Kind>(response) : FAILED;
  return answer.kind === "told" ? { ...answer, told: findChanges(copy, answer.told) } : answer;
}

function watched<Kind extends WatchedObject>(response: HttpResponse | null | undefined, lastedMs: number): Answer<ObjectChange<Kind>> {
  const answer = response ? readWatch<Kind>(response) : FAILED;
  return answer.kind === "told" && answer.version === null && lastedMs < SHORTEST_WATCH_MS ? FAILED : answer;
}

const FAILED = { kind: "failed" } as const;

/** A list, or a watch from a version; `null` when no answer came. */
async function ask<Kind extends WatchedObject>(
  { network, tls, bearerToken, url, fieldSelector, name, span }: ListAndWatchOptions<Kind>,
  version: string | null,
): Promise<HttpResponse | null> {
  const parameters = new URLSearchParams({
    ...(fieldSelector === undefined ? {} : { fieldSelector }),
    ...(version === null ? {} : { watch: "1", allowWatchBookmarks: "true", resourceVersion: version }),
  });
  const headers = { authorization: `Bearer ${bearerToken}`, accept: "application/json" };
  const request = { method: "GET", url: `${url}?${parameters}`, headers, body: "" };
  try {
    return await network.send(request, span, { name: `${version === null ? "List" : "Watch"}${name}`, tls });
  } catch (error) {
    if (error instanceof NetworkError) return null;
    throw error;
  }
}

/** Lets a wait end when the loop is to end. */
function createStop(clock: Clock, signal: AbortSignal) {
  const stopped = clock.createLatch<undefined>();
  signal.addEventListener("abort", () => stopped.open(undefined));
  return {
    orStopped: <T>(wait: (given: AbortSignal) => Promise<T>): Promise<T | undefined> =>
      clock.race<T | undefined>([wait, (given) => stopped.wait({ signal: given })]),
  };
}
