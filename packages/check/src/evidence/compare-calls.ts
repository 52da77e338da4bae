import type { CheckNotice } from "@irsa-sim/core";
import type { PlayedWorkload } from "../play/play-workload.js";
import type { SeenCall } from "./seen-calls.js";

/** Behind this step the role's credentials are there. */
const EXCHANGE = 8;

/** Tells where what CloudTrail recorded last of a workload is not what its documents lead to. */
export function compareCalls(calls: readonly SeenCall[], played: readonly PlayedWorkload[]): readonly CheckNotice[] {
  const last = [...new Map(calls.map((call) => [`${call.subject} ${call.role}`, call])).values()];
  const isOwn = ({ subject }: SeenCall): boolean => played.some(({ relation }) => relation.subject === subject);
  const [own, others] = [last.filter(isOwn), last.filter((call) => !isOwn(call))];
  return [
    ...own.flatMap((call) => {
      const messages = played.filter(({ relation }) => relation.subject === call.subject).flatMap((one) => differences(call, one));
      return [...new Set(messages)].map((message) => tell(call, message));
    }),
    ...tellOthers(others, own.length > 0),
  ];
}

/** A log of a whole account has everybody's calls; where all are of others, somebody's name is likely wrong. */
function tellOthers(others: readonly SeenCall[], isAnyOwn: boolean): readonly CheckNotice[] {
  const [first] = others;
  if (first === undefined) return [];
  if (isAnyOwn)
    return [
      {
        ...first.place,
        message: `CloudTrail: calls of ${others.length === 1 ? "1 other" : `${others.length} others`} are passed over, such as ${first.subject}`,
      },
    ];
  return others.map((call) => tell(call, `nothing in these files runs as ${call.subject}, which asked for ${call.role}`));
}

function tell({ place, time }: SeenCall, message: string): CheckNotice {
  return { ...place, message: `CloudTrail${time === null ? "" : ` at ${time}`}: ${message}` };
}

function differences({ role, error, subject }: SeenCall, { workload }: PlayedWorkload): readonly string[] {
  const { kind, namespace, name, role: written, containers } = workload;
  if (role !== null && written !== null && role !== written)
    return [`${subject} asked for ${role}, and its service account names ${written}: a pod keeps the role that the annotation named when it was made`];
  const isRefused = containers.every(({ failure }) => failure !== null && failure.step <= EXCHANGE);
  if (error === null && isRefused) return [`this call succeeded, and ${kind} ${namespace}/${name} does not get so far as these documents stand`];
  return [];
}
