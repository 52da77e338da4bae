import type { JsonObject, NoteEvent, RunReport } from "@irsa-sim/core";

/** Texts that people could read somewhere of a refused run. */
export interface RunTexts {
  /** What it ended with: in the app's output, and on the wire. */
  readonly last: readonly string[];
  /** What stood in the SDK's debug log and in CloudTrail on the way there. */
  readonly before: readonly string[];
}

/** Gathers them; empty for a run that nobody refused. */
export function textsOfRun({ failure, events }: RunReport): RunTexts {
  if (failure === null) return { last: [], before: [] };
  const notes = events.filter((event): event is NoteEvent => event.kind === "note");
  const call = notes.findLast(({ name, attributes }) => name === "sdk.call" && attributes.ok === false);
  const said = call === undefined ? [] : [String(call.attributes.message)];
  return { last: [failure.message, `${failure.code}: ${failure.message}`, ...said], before: notes.flatMap(textsOfNote) };
}

function textsOfNote({ name, attributes }: NoteEvent): readonly string[] {
  if (name === "sdk.call" && attributes.ok === false) return [String(attributes.message)];
  if (name === "sdk.provider" && (attributes.verdict === "error" || isPassedOn(attributes))) return [String(attributes.reason)];
  if (name === "cloudtrail.event" && attributes.errorCode !== undefined)
    return [`${String(attributes.eventName)} ${String(attributes.errorCode)} ${String(attributes.errorMessage)}`];
  return [];
}

/** Web identity was meant, since something was set, and did not come to it. */
function isPassedOn({ kind, verdict, inputs, reason }: JsonObject): boolean {
  return kind === "web-identity" && verdict === "skip" && reason !== undefined && Array.isArray(inputs) && inputs.length > 0;
}
