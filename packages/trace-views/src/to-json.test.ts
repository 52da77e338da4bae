import type { RunReport, TraceEvent } from "@irsa-sim/core";
import { describe, expect, test } from "vitest";
import { toJson } from "./to-json.js";

const BASE = { schema: "irsa-sim/run/v1", keys: "well-known", steps: [], failure: null } as unknown as RunReport;
const note = (seq: number): TraceEvent =>
  ({
    seq,
    parent: null,
    step: null,
    actor: "sdk",
    at: 0,
    kind: "note",
    name: "a note",
    attributes: { text: `line\n${"x".repeat(1000)}`, none: [] },
  }) as unknown as TraceEvent;

describe("the parts together are what JSON.stringify gives, and a line break", () => {
  test.each<{ readonly name: string; readonly report: RunReport }>([
    { name: "without events", report: { ...BASE, events: [] } },
    { name: "with one", report: { ...BASE, events: [note(0)] } },
    { name: "with many, and a member behind them", report: { ...BASE, events: Array.from({ length: 200 }, (_, seq) => note(seq)), outcome: "unexpected" } },
  ])("$name", ({ report }) => {
    expect([...toJson(report, { showTokens: true })].join("")).toBe(`${JSON.stringify(report, null, 2)}\n`);
  });
});

test("a part is whole lines, and not much longer than 64 KiB however many events there are", () => {
  const parts = [...toJson({ ...BASE, events: Array.from({ length: 1000 }, (_, seq) => note(seq)) }, { showTokens: true })];
  expect(parts.length).toBeGreaterThan(10);
  expect(parts.filter((part) => !part.endsWith("\n") || part.length > 70_000)).toEqual([]);
});

test("fresh keys: signatures are cut in each part", () => {
  const events = [{ ...note(0), attributes: { token: "eyJh.eyJi.c2lnbmF0dXJl" } } as unknown as TraceEvent];
  expect([...toJson({ ...BASE, keys: "fresh", events }, { showTokens: false })].join("")).toContain('"eyJh.eyJi.…"');
});
