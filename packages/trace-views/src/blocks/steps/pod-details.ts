import { type PatchOperation, podChangeAt, type StepStory } from "@irsa-sim/story";
import { cleanLine } from "../../text/clean-line.js";
import { indented, padTo } from "../../text/layout.js";
import { oneLine } from "../../text/one-line.js";
import type { ViewOptions } from "../../view-options.js";
import { type Details, notesOf, row } from "./details.js";

/** Step 1: what the webhook decided, its JSON Patch, and what the stored pod has that the submitted one had not. */
export const podDetails: Details = (step, options, story) => {
  const decision = notesOf(step, "webhook.decision")[0]?.attributes;
  const change = podChangeAt(story, { step: 1 });
  const additions = change?.additions ?? [];
  const isOne = new Set(additions.map(({ container }) => container)).size <= 2;
  const alone =
    decision?.outcome === "leave-alone"
      ? row("webhook", `left the pod alone: ${String(decision.reason).replaceAll("-", " ")} on service account ${String(decision.serviceAccount)}`, options)
      : [];
  return [
    ...alone,
    ...(change?.operations ?? []).flatMap((operation, index) => operationLines(operation, index, options)),
    ...additions.flatMap(({ what, container, name, value }) => {
      const where = isOne || container === null ? "" : ` (${container})`;
      return indented(`${options.palette.good(`+ ${what.padEnd(6)}`)} ${options.width < 80 ? name : padTo(name, 27)} ${value}${where}`, 4, options.width);
    }),
    ...driftDetails(step, options),
  ];
};

function operationLines({ op, path, value }: PatchOperation, index: number, options: ViewOptions): readonly string[] {
  const head = row(index === 0 ? "JSON Patch, decoded" : "", cleanLine(`${op} ${path}`), options);
  const indent = options.width < 80 ? 6 : 31;
  return value === undefined
    ? head
    : [...head, `${" ".repeat(indent)}${options.palette.quiet(oneLine(cleanLine(JSON.stringify(value)), options.width - indent))}`];
}

/** What a controller wrote into its log, each reason once. */
function driftDetails(step: StepStory, options: ViewOptions): readonly string[] {
  const lines = notesOf(step, "controller.drift").map(({ attributes: { pod, reason } }) => `creates ${String(pod)} anew, reason: ${String(reason)}`);
  return [...new Set(lines)].flatMap((line) => {
    const times = lines.filter((other) => other === line).length;
    return row("controller", times === 1 ? line : `${times} times ${line}`, options);
  });
}
