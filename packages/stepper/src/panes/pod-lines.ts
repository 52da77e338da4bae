import type { JsonObject } from "@irsa-sim/core";
import { type PodAddition, type PodChange, podChangeAt } from "@irsa-sim/story";
import { cleanLine, indented } from "@irsa-sim/trace-views";
import { jsonLines } from "./content-lines.js";
import { field } from "./field.js";
import type { PaneContext } from "./pane-context.js";
import { prose } from "./prose.js";

/** What admission added to the pod, the webhook's JSON Patch that says so, and the pod as it was submitted. */
export function podLines(context: PaneContext): readonly string[] {
  const change = podChangeAt(context.story, { seq: context.here.until });
  if (change === null) return prose("No pod of this story exists by now.", context);
  return [...additionLines(change, context), "", ...patchLines(change, context), "", ...submittedLines(change, context)];
}

function additionLines({ additions }: PodChange, context: PaneContext): readonly string[] {
  const { palette } = context;
  if (additions.length === 0) return prose("Nothing was added to the pod: it is stored as it was submitted.", context).map((line) => palette.bad(line));
  const owners = [...new Set(additions.map(({ container }) => container))];
  return owners.flatMap((owner) => [
    palette.strong(owner === null ? "added to the pod" : `added to container ${cleanLine(owner)}`),
    ...additions.filter(({ container }) => container === owner).flatMap((addition) => addedLines(addition, context)),
  ]);
}

function addedLines({ what, name, value }: PodAddition, context: PaneContext): readonly string[] {
  return field(`+ ${what.padEnd(6)} ${name}`, value, context, { indent: 1, column: 38 });
}

function patchLines({ operations }: PodChange, context: PaneContext): readonly string[] {
  const { palette, width } = context;
  if (operations.length === 0) return [palette.quiet("the webhook sent no JSON Patch")];
  return [
    palette.strong("the webhook's JSON Patch"),
    ...operations.flatMap(({ op, path, value }) => [
      ...indented(`${op === "remove" ? palette.bad("-") : palette.good("+")} ${cleanLine(op)} ${cleanLine(path)}`, 1, width),
      ...(value === undefined ? [] : jsonLines(value, context, 5)),
    ]),
  ];
}

function submittedLines({ before }: PodChange, context: PaneContext): readonly string[] {
  const { metadata = {}, spec = {} } = (before ?? {}) as { readonly metadata?: JsonObject; readonly spec?: JsonObject };
  return [context.palette.strong("the pod as it was submitted"), ...jsonLines({ metadata, spec }, context, 1)];
}
