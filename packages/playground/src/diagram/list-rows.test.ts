import { createRunStory, type Story } from "@irsa-sim/story";
import { layOut, listRows, placeLabel } from "@irsa-sim/trace-views";
import { beforeAll, describe, expect, test } from "vitest";
import { readScenarios } from "../../test/read-scenarios.js";
import { DEFAULT_CONDITIONS } from "../play/conditions.js";
import { playScenario } from "../play/play-scenario.js";

const TEXTS = readScenarios(["basic", "trust-sub-mismatch", "thumbprint-mismatch", "thumbprint-own-root", "self-hosted-issuer"]);

/** Each with its refusals; an SDK that gets InvalidIdentityToken asks five times. */
const CASES = [
  { name: "basic", refusals: [] },
  { name: "trust-sub-mismatch", refusals: ["7 403 AccessDenied"] },
  { name: "thumbprint-mismatch", refusals: Array.from({ length: 5 }, () => ["7 ERR_TLS_UNTRUSTED", "7 400 InvalidIdentityToken"]).flat() },
];

describe.each(CASES)("the rows of $name", ({ name, refusals }) => {
  let story: Story;
  beforeAll(async () => {
    const outcome = await playScenario(TEXTS, { folder: `scenarios/${name}`, cell: null, isFixed: false, edits: new Map() }, DEFAULT_CONDITIONS);
    if (outcome.kind !== "played") throw new Error("a scenario that ships cannot be played");
    story = createRunStory(outcome.report).main;
  });

  test("they go forward, and the last has all that happened behind it", () => {
    const rows = listRows(story);
    const seqs = rows.map(({ seq }) => seq);
    expect(seqs).toEqual([...seqs].sort((a, b) => a - b));
    expect(rows.at(-1)?.seq).toBe(Math.max(...story.steps.flatMap(({ moments }) => moments.map(({ seq }) => seq))));
  });

  test("the answer to a call comes behind all that it waited for", () => {
    const rows = listRows(story);
    for (const [index, row] of rows.entries()) {
      if (row.kind !== "response" || row.arrow === null) continue;
      const { seq, endSeq } = row.arrow;
      const waitedFor = rows.findLastIndex(({ arrow, moment }) => {
        const began = (arrow ?? moment)?.seq ?? -1;
        return began > seq && began < (endSeq ?? seq);
      });
      expect(waitedFor).toBeLessThan(index);
    }
  });

  test("every exchange of a step is drawn, with its answer", () => {
    const rows = listRows(story);
    for (const { arrows } of story.steps) {
      for (const arrow of arrows) {
        const kinds = rows.filter((row) => row.arrow === arrow).map(({ kind }) => kind);
        expect(kinds.length === 1 ? ["call"] : ["request", "response"]).toEqual(kinds);
      }
    }
  });

  test("a refusal is a row of its own, in the step that decided it", () => {
    const refused = listRows(story).filter(({ isRefused, kind }) => isRefused && kind === "response");
    expect(refused.map(({ step, label }) => `${step} ${label}`)).toEqual(refusals);
  });

  test.each([{ width: 320 }, { width: 660 }, { width: 1400 }])("no label leaves the picture at $width pixels", ({ width }) => {
    const rows = listRows(story);
    const layout = layOut(rows, { width });
    for (const row of rows) {
      const { x, anchor, text } = placeLabel(row, layout);
      const left = anchor === "start" ? x : anchor === "middle" ? x - (text.length * 6.1) / 2 : x - text.length * 6.1;
      expect({ row: row.label, left: left >= 0, right: left + text.length * 6.1 <= layout.width }).toEqual({ row: row.label, left: true, right: true });
    }
  });
});
