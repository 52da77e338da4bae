import type { Subject } from "./subject.js";
import type { TraceEvent } from "./trace-event.js";

/**
 * Whether an event is about a subject, as far as that is given; the span of a call is about the call itself.
 *
 * @example isAbout(event, { pod: "default/my-pod" })
 */
export function isAbout(event: TraceEvent, { cluster, pod, container, call, session }: Subject): boolean {
  const { subject = {} } = event;
  return (
    (cluster === undefined || subject.cluster === cluster) &&
    (pod === undefined || subject.pod === pod) &&
    (container === undefined || subject.container === container) &&
    (call === undefined || subject.call === call || event.seq === call) &&
    (session === undefined || subject.session === session)
  );
}
