import type { CheckNotice } from "@irsa-sim/core";
import type { PlayedWorkload } from "../play/play-workload.js";
import type { SeenCall } from "./seen-calls.js";

/** Behind this step the role's credentials are there. */
const EXCHANGE = 8;

/** Tells where what CloudTrail recorded last of a workload is not what its documents lead to. */
export function compareCalls(calls: readonly SeenCall[], played: readonly PlayedWorkload[]): readonly CheckNotice[] {
  const last = [...new Map(calls.map((call) => [`${call.subject} ${call.role}`, call])).values()];
  return last.flatMap((call) => {
    const own = played.filter(({ relation }) => relation.subject === call.subject);
    const messages =
      own.length === 0 ? [`nothing in these files runs as ${call.subject}, which asked for ${call.role}`] : own.flatMap((one) => differences(call, one));
    return [...new Set(messages)].map((message) => ({ ...call.place, message: `CloudTrail${call.time === null ? "" : ` at ${call.time}`}: ${message}` }));
  });
}

function differences({ role, error, subject }: SeenCall, { workload }: PlayedWorkload): readonly string[] {
  const { kind, namespace, name, role: written, containers } = workload;
  if (role !== null && written !== null && role !== written)
    return [`${subject} asked for ${role}, and its service account names ${written}: a pod keeps the role that the annotation named when it was made`];
  const isRefused = containers.every(({ failure }) => failure !== null && failure.step <= EXCHANGE);
  if (error === null && isRefused) return [`this call succeeded, and ${kind} ${namespace}/${name} does not get so far as these documents stand`];
  return [];
}
