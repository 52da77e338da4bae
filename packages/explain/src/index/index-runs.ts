import type { NoteEvent, RunReport } from "@irsa-sim/core";
import { QUESTIONS } from "../questions/questions.js";
import { wordsOf } from "../text/words-of.js";
import type { ExplainIndex, IndexedRun } from "./explain-index.js";
import { textsOfRun } from "./texts-of-run.js";

/** Makes the index from played scenarios; those that nobody refused, and those without a known cause, say nothing about errors. */
export function indexRuns(reports: readonly RunReport[]): ExplainIndex {
  const refused = reports.flatMap((report) => {
    const run = indexRun(report);
    return run === null ? [] : [{ run, texts: textsOfRun(report) }];
  });
  const texts = new Map<string, Seen>();
  for (const [position, { texts: seen }] of refused.entries()) {
    const last = new Set(seen.last.map(asWords));
    for (const words of last) entryOf(texts, words).ended.push(position);
    for (const words of new Set(seen.before.map(asWords))) if (!last.has(words)) entryOf(texts, words).passed.push(position);
  }
  return {
    schema: "irsa-sim/explain-index/v1",
    runs: refused.map(({ run }) => run),
    texts: [...texts].filter(([words]) => words !== "").map(([words, runs]) => ({ words, ...runs })),
  };
}

function asWords(text: string): string {
  return wordsOf(text).join(" ");
}

interface Seen {
  readonly ended: number[];
  readonly passed: number[];
}

function entryOf(texts: Map<string, Seen>, words: string): Seen {
  const known = texts.get(words) ?? { ended: [], passed: [] };
  texts.set(words, known);
  return known;
}

function indexRun(report: RunReport): IndexedRun | null {
  const { failure, scenario, title } = report;
  if (failure === null || failure.cause === null) return null;
  const answers = QUESTIONS.flatMap(({ id, answer }) => {
    const given = answer(report);
    return given === null ? [] : [[id, given] as const];
  });
  const { cause, step, code, status } = failure;
  return { scenario, title, cause, step, code, status, sdk: sdkOf(report), answers: Object.fromEntries(answers) };
}

/** Of the app whose call failed last. */
function sdkOf({ events, apps }: RunReport): string | null {
  const failed = events.findLast((event): event is NoteEvent => event.kind === "note" && event.name === "sdk.call" && event.attributes.ok === false);
  const { pod, container } = failed?.subject ?? {};
  return apps.find((app) => app.pod === pod && (app.container === null || app.container === container))?.sdk ?? null;
}
