import type { ExchangeEvent } from "@irsa-sim/core";
import { actorName } from "../text/actor-name.js";
import { indented, padTo } from "../text/layout.js";
import { instant } from "../text/time.js";
import type { ViewOptions } from "../view-options.js";

const ACTORS_COLUMNS = 24;
const NAME_COLUMNS = 30;

/** Who called whom, and what came back; equal calls are one line with their number. */
export function exchangeLines(exchanges: readonly ExchangeEvent[], { width, palette }: ViewOptions): readonly string[] {
  const groups = new Map<string, ExchangeEvent[]>();
  for (const exchange of exchanges) {
    const key = `${exchange.actor} ${exchange.to} ${exchange.name} ${statusOf(exchange)}`;
    groups.set(key, [...(groups.get(key) ?? []), exchange]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group as [ExchangeEvent];
    const actors = padTo(`${actorName(first.actor)} → ${actorName(first.to)}`, ACTORS_COLUMNS);
    const isGood = first.failure === null && (first.response?.status ?? 0) < 400;
    const status = isGood ? palette.good(statusOf(first)) : palette.bad(statusOf(first));
    return indented(`${actors} ${palette.accent(padTo(first.name, NAME_COLUMNS))} ${status}${palette.quiet(repetition(group))}`, 4, width);
  });
}

function statusOf({ response, failure }: ExchangeEvent): string {
  return failure === null ? String(response?.status ?? "no answer") : failure.code;
}

function repetition(group: readonly ExchangeEvent[]): string {
  const last = group.at(-1);
  if (group.length === 1 || last === undefined) return "";
  return last.at === group[0]?.at ? `  ×${group.length}` : `  ×${group.length}, last at ${instant(last.at)}`;
}
