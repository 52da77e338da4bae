import type { NoteEvent } from "@irsa-sim/core";
import type { Arrow, Story } from "@irsa-sim/story";
import { labelled } from "../text/layout.js";
import { duration, instant } from "../text/time.js";
import type { ViewOptions } from "../view-options.js";

const MAX_ROWS = 4;

/** What was replaced when, for runs in which something was; empty for all others. The pods' tokens for the API server belong to no step and are not counted. */
export function rotationBlock({ steps }: Story, startAt: number, { width, palette }: ViewOptions): readonly string[] {
  const arrows = steps.flatMap((step) => step.arrows);
  const tokens = answered(arrows, "TokenRequest");
  const credentials = answered(arrows, "AssumeRoleWithWebIdentity");
  const calls = steps.flatMap(({ moments }) => moments.filter((moment): moment is NoteEvent => moment.kind === "note" && moment.name === "sdk.call"));
  if (tokens.length < 2 && credentials.length < 2) return [];
  const failed = calls.filter(({ attributes }) => attributes.ok !== true).length;
  const line = (label: string, text: string): readonly string[] => labelled(palette.strong(label), text, { indent: 1, column: 14, width });
  return [
    ...line("token", `issued ${timesOf(tokens, startAt)}`),
    ...line("credentials", `issued ${timesOf(credentials, startAt)}`),
    ...line("app", `${calls.length} ${calls.length === 1 ? "call" : "calls"}, ${failed === 0 ? palette.good("none failed") : palette.bad(`${failed} failed`)}`),
  ];
}

function answered(arrows: readonly Arrow[], name: string): readonly Arrow[] {
  return arrows.filter((arrow) => arrow.name === name && arrow.refusal === null);
}

/** `once: after 0 s`, or `3 times: after 0 s, 50 min, 1 h 40 min`, with the middle left out when there are many. */
function timesOf(exchanges: readonly Arrow[], startAt: number): string {
  if (exchanges.length === 0) return "never";
  const after = exchanges.map(({ at }) => duration((at - startAt) / 1000));
  const shown = after.length <= MAX_ROWS + 1 ? after : [...after.slice(0, MAX_ROWS - 1), "…", after.at(-1)];
  const last = exchanges.at(-1);
  return `${exchanges.length === 1 ? "once" : `${exchanges.length} times`}: after ${shown.join(", ")}${last === undefined ? "" : ` (${instant(last.at)})`}`;
}
