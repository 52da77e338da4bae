import type { LifeLine } from "@irsa-sim/story";
import { cleanLine, indented } from "@irsa-sim/trace-views";
import type { PaneContext } from "./pane-context.js";
import { prose } from "./prose.js";

/** Of a day there are many; those around now say it. */
const MAX_LIVES = 12;

/** Each token and each set of credentials as a bar over the time of the run, with now marked in it. */
export function livesLines(lives: readonly LifeLine[], context: PaneContext): readonly string[] {
  const { palette, here, width, isBlind } = context;
  if (isBlind)
    return prose("Which tokens and credentials there were is hidden until you have predicted how it ends.", context).map((line) => palette.quiet(line));
  const begun = lives.filter(({ seq }) => seq <= here.until);
  if (begun.length === 0) return prose("No token was issued by now.", context);
  const shown = begun.slice(-MAX_LIVES);
  const from = Math.min(...shown.map(({ issuedAt }) => issuedAt));
  const to = Math.max(here.at + 1, ...shown.map(endOf));
  const columns = Math.max(width - 2, 10);
  const column = (at: number): number => Math.min(Math.round(((at - from) / (to - from)) * (columns - 1)), columns - 1);
  return [
    ...(begun.length > shown.length ? [palette.quiet(`the last ${shown.length} of ${begun.length}`)] : []),
    ...shown.flatMap((life) => [...titleLines(life, context), drawLife(life, here.at, column, columns, context)]),
  ];
}

function endOf({ issuedAt, replacedAt, expiresAt, revoked }: LifeLine): number {
  return Math.max(issuedAt + 1, replacedAt ?? 0, expiresAt ?? 0, revoked?.at ?? 0);
}

function titleLines({ kind, id, of, refreshDueAt, expiresAt, replacedAt, issuedAt, revoked }: LifeLine, { palette, width }: PaneContext): readonly string[] {
  const clock = (at: number): string => new Date(at).toISOString().slice(11, 19);
  const times = [
    `from ${clock(issuedAt)}`,
    ...(refreshDueAt === null ? [] : [`refresh due ${clock(refreshDueAt)}`]),
    ...(replacedAt === null ? [] : [`replaced ${clock(replacedAt)}`]),
    expiresAt === null ? "never expires" : `expires ${clock(expiresAt)}`,
    ...(revoked === null ? [] : [`${revoked.why.replaceAll("-", " ")} ${clock(revoked.at)}`]),
  ];
  return indented(`${palette.strong(kind)} ${cleanLine(id).slice(0, 13)}…  ${cleanLine(of)}  ${palette.quiet(times.join(" · "))}`, 0, width);
}

/** Full while it is used, shaded once another has taken its place, `│` where the clock stands. */
function drawLife(life: LifeLine, now: number, column: (at: number) => number, columns: number, { palette }: PaneContext): string {
  const start = column(life.issuedAt);
  const used = column(life.revoked?.at ?? life.replacedAt ?? endOf(life));
  const end = column(endOf(life));
  const cells = Array.from({ length: columns }, (_, at) => (at < start || at > end ? " " : at <= used ? "█" : "░"));
  const at = column(now);
  return `${palette.good(cells.slice(0, at).join(""))}${palette.accent("│")}${palette.good(cells.slice(at + 1).join(""))}`;
}
