import type { VolumeEntry } from "@irsa-sim/story";
import { cleanLine, indented } from "@irsa-sim/trace-views";
import { field } from "./field.js";
import type { PaneContext } from "./pane-context.js";
import { prose } from "./prose.js";

/** The pod's projected volumes as trees, and the container's variables that name what is in them. */
export function volumeLines(context: PaneContext): readonly string[] {
  const { volumes, environment } = context.known;
  const { palette } = context;
  const variables = Object.entries(environment).flatMap(([name, value]) => field(name, value, context, { indent: 2, column: 30 }));
  if (volumes.length === 0 && variables.length === 0) return prose("Nothing is mounted by now.", context);
  return [
    ...volumes.flatMap(({ path, entries }) => [
      ...indented(palette.strong(cleanLine(path)), 0, context.width),
      ...entries.flatMap((entry) => treeLines(entry, context, 1)),
      "",
    ]),
    ...(variables.length === 0 ? [] : [palette.strong("environment of the container"), ...variables]),
  ];
}

function treeLines(entry: VolumeEntry, context: PaneContext, depth: number): readonly string[] {
  const { palette, width } = context;
  if (entry.kind === "link") return indented(`${cleanLine(entry.name)} ${palette.accent("→")} ${cleanLine(entry.target)}`, depth * 2, width);
  if (entry.kind === "directory")
    return [...indented(`${cleanLine(entry.name)}/`, depth * 2, width), ...entry.entries.flatMap((inner) => treeLines(inner, context, depth + 1))];
  return indented(`${cleanLine(entry.name)}  ${palette.quiet(`${cleanLine(entry.mode)} ${cleanLine(entry.owner)}, ${entry.bytes} bytes`)}`, depth * 2, width);
}
