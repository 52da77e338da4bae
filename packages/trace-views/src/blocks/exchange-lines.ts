import type { Arrow } from "@irsa-sim/story";
import { actorName } from "../text/actor-name.js";
import { indented, padTo } from "../text/layout.js";
import { instant } from "../text/time.js";
import type { ViewOptions } from "../view-options.js";

const ACTORS_COLUMNS = 24;
const NAME_COLUMNS = 30;
/** What columns take, with the status behind them. */
const TABLE_COLUMNS = 64;

/** Who called whom, and what came back; equal calls are one line with their number. */
export function exchangeLines(arrows: readonly Arrow[], { width, palette }: ViewOptions): readonly string[] {
  const groups = new Map<string, Arrow[]>();
  for (const arrow of arrows) {
    const key = `${arrow.from} ${arrow.to} ${arrow.name} ${statusOf(arrow)}`;
    groups.set(key, [...(groups.get(key) ?? []), arrow]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group as [Arrow];
    const isTable = width >= TABLE_COLUMNS;
    const inColumn = (text: string, columns: number): string => (isTable ? padTo(text, columns) : `${text} `);
    const actors = inColumn(`${actorName(first.from)} → ${actorName(first.to)}`, ACTORS_COLUMNS);
    const status = first.refusal === null ? palette.good(statusOf(first)) : palette.bad(statusOf(first));
    return indented(`${actors} ${palette.accent(inColumn(first.name, NAME_COLUMNS))} ${status}${palette.quiet(repetition(group))}`, 4, width);
  });
}

/** The status, or what went wrong below HTTP. */
function statusOf({ status, refusal }: Arrow): string {
  return String(status ?? refusal?.code ?? "no answer");
}

function repetition(group: readonly Arrow[]): string {
  const last = group.at(-1);
  if (group.length === 1 || last === undefined) return "";
  return last.at === group[0]?.at ? `  ×${group.length}` : `  ×${group.length}, last at ${instant(last.at)}`;
}
