import type { Moment, Story } from "@irsa-sim/story";
import { shortenSecrets } from "@irsa-sim/trace-views";
import type { Entry } from "./entry.js";
import type { PaneName } from "./panes.js";
import type { Position } from "./position.js";

const MAX_FOUND = 200;

/** Where a text stands in a story: in messages, checks, changes and notes, each at the place at which it is shown. */
export function searchStory(story: Pick<Story, "steps">, positions: readonly Position[], query: string): readonly Entry[] {
  const wanted = query.trim().toLowerCase();
  if (wanted === "") return [];
  const found: Entry[] = [];
  for (const { step, title, moments } of story.steps) {
    if (title.toLowerCase().includes(wanted))
      found.push(
        entryAt(
          positions.findIndex((position) => position.step === step),
          "why",
          title,
          "step",
        ),
      );
    for (const moment of moments) {
      const line = textsOf(moment).find((text) => text.toLowerCase().includes(wanted));
      if (line === undefined) continue;
      found.push(entryAt(indexOf(positions, moment), PANE_OF[moment.kind], excerpt(line, wanted), labelOf(moment)));
      if (found.length >= MAX_FOUND) return found;
    }
  }
  return found;
}

const known = new WeakMap<Moment, readonly string[]>();

/** Every key that is typed asks for them again. */
function textsOf(moment: Moment): readonly string[] {
  const texts = known.get(moment) ?? readTexts(moment);
  known.set(moment, texts);
  return texts;
}

const PANE_OF: Readonly<Record<Moment["kind"], PaneName>> = { arrow: "message", check: "checks", change: "pod", note: "why" };

function entryAt(index: number, pane: PaneName, title: string, note: string): Entry {
  return { kind: "position", index: Math.max(index, 0), pane, title, note };
}

/** The last place of its step that begins at it or before. */
function indexOf(positions: readonly Position[], { step, seq }: Moment): number {
  const last = positions.findLastIndex((position) => position.step === step && position.from !== null && position.from <= seq);
  return last === -1 ? positions.findIndex((position) => position.step === step) : last;
}

function readTexts(moment: Moment): readonly string[] {
  if (moment.kind === "arrow") return [moment.name, ...linesIn(moment.request), ...linesIn(moment.response), moment.refusal?.code ?? ""];
  if (moment.kind === "check") return [moment.check, moment.title, moment.expected.value, moment.actual.value];
  if (moment.kind === "change") return [moment.what, ...linesIn(moment.after)];
  return [moment.name, ...linesIn(moment.attributes)];
}

/** Every text in a value, wherever it stands; of what a message says only what is decoded, and no secret. */
function linesIn(value: unknown): readonly string[] {
  if (typeof value === "string") return value.split("\n").map(shortenSecrets);
  if (typeof value === "number") return [String(value)];
  if (typeof value !== "object" || value === null || value instanceof Uint8Array) return [];
  if ("isSecret" in value && value.isSecret === true) return [];
  const isDecoded = "kind" in value && "text" in value && value.kind !== "text";
  return Object.entries(value).flatMap(([name, member]) => (name === "kind" || (isDecoded && name === "text") ? [] : linesIn(member)));
}

function labelOf(moment: Moment): string {
  if (moment.kind === "arrow") return `step ${moment.step} · ${moment.name}`;
  return `step ${moment.step} · ${moment.kind}`;
}

/** The part of a long line around what was found. */
function excerpt(line: string, wanted: string): string {
  const at = line.toLowerCase().indexOf(wanted);
  const from = Math.max(at - 20, 0);
  return `${from > 0 ? "…" : ""}${line.slice(from, from + 120)}`;
}
