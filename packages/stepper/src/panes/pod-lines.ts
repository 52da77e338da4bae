import type { JsonObject } from "@irsa-sim/core";
import type { Arrow, Content, KnownObject, PatchOperation } from "@irsa-sim/story";
import { cleanLine, indented } from "@irsa-sim/trace-views";
import { jsonLines } from "./content-lines.js";
import type { PaneContext } from "./pane-context.js";
import { prose } from "./prose.js";

/** What the webhook added to the pod, and the pod as the API server has it now. */
export function podLines(context: PaneContext): readonly string[] {
  const { story, known, palette, here } = context;
  const pods = known.objects.filter(({ what }) => what.startsWith("Pod ") && (story.subject.pod === undefined || what === `Pod ${story.subject.pod}`));
  const arrows = story.steps.flatMap((step) => step.arrows).filter(({ seq }) => seq <= here.until);
  const added = arrows.filter(({ to }) => to === "webhook").flatMap(operationsOf);
  if (pods.length === 0 && added.length === 0) return prose("No pod exists by now.", context);
  return [
    palette.strong("the webhook's JSON Patch"),
    ...(added.length === 0
      ? prose("none by now: the pod is as it was submitted", context, 2).map((line) => palette.quiet(line))
      : added.flatMap((operation) => operationLines(operation, context))),
    ...pods.flatMap((pod) => ["", ...podTree(pod, context)]),
  ];
}

function operationsOf({ response }: Arrow): readonly PatchOperation[] {
  const body = response?.body;
  return body === undefined || body.kind === "empty" || body.kind === "bytes" ? [] : patchesIn(body.content);
}

function patchesIn(content: Content): readonly PatchOperation[] {
  if (content.kind === "patch") return content.operations;
  if (content.kind === "object") return content.members.flatMap((member) => patchesIn(member.content));
  return content.kind === "list" ? content.items.flatMap(patchesIn) : content.kind === "document" ? patchesIn(content.content) : [];
}

function operationLines({ op, path, value }: PatchOperation, context: PaneContext): readonly string[] {
  const sign = op === "remove" ? context.palette.bad("-") : context.palette.good("+");
  return [...indented(`${sign} ${op} ${cleanLine(path)}`, 0, context.width), ...(value === undefined ? [] : jsonLines(value, context, 4))];
}

function podTree({ what, value }: KnownObject, context: PaneContext): readonly string[] {
  const { metadata, spec } = (value ?? {}) as { readonly metadata?: JsonObject; readonly spec?: JsonObject };
  return [context.palette.strong(cleanLine(what)), ...jsonLines({ metadata: metadata ?? {}, spec: spec ?? {} }, context, 2)];
}
