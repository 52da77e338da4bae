import type { MendedFile } from "@irsa-sim/check";
import { cleanLine } from "@irsa-sim/trace-views";
import { toUnifiedDiff } from "./to-unified-diff.js";

type Change = NonNullable<MendedFile["generated"]>["changes"][number];

/** The change of a file as a patch; of what a tool writes, what has to stand in its source, since a patch of it would be of no use. */
export function toFixText(mended: MendedFile): string {
  if (mended.generated === null) return toUnifiedDiff(mended);
  const { tool, changes } = mended.generated;
  const lines = changes.flatMap((change) => ["", ...linesOf(change)]);
  return `${[`${mended.file} is written by ${tool} and stays as it is. Its source has to change:`, ...lines].map(cleanLine).join("\n")}\n`;
}

function linesOf({ address, attribute, comesFrom, values }: Change): readonly string[] {
  return [
    `  ${address}, ${attribute}`,
    ...comesFrom.map((origin) => `    from ${origin}`),
    ...values.flatMap(({ pointer, was, is }) => [
      ...(pointer === "" ? [] : [`    ${inWords(pointer)}`]),
      ...(was === null ? [] : [`    - ${was}`]),
      ...(is === null ? [] : [`    + ${is}`]),
    ]),
  ];
}

/** The way to a value: `Statement[0].Condition.StringEquals["x:sub"]`. */
function inWords(pointer: string): string {
  const segments = pointer
    .split("/")
    .slice(1)
    .map((segment) => segment.replaceAll("~1", "/").replaceAll("~0", "~"));
  return segments.reduce((path, segment) => {
    if (/^\d+$/.test(segment)) return `${path}[${segment}]`;
    if (!/^[A-Za-z_]\w*$/.test(segment)) return `${path}[${JSON.stringify(segment)}]`;
    return path === "" ? segment : `${path}.${segment}`;
  }, "");
}
