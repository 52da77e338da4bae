import { createTrace, epochMillis, type RunReport, type Trace, VirtualClock } from "@irsa-sim/core";
import type { LiveSimulation } from "@irsa-sim/live";
import { applyReportChange, type ReportChange } from "@irsa-sim/playground";
import { expect, test } from "vitest";
import { cutEvents } from "./cut-events.js";
import { createReportChanges } from "./report-changes.js";

const MAX_EVENTS = 40;

function create() {
  let trace: Trace = createTrace(new VirtualClock(epochMillis(0)));
  let outcome: RunReport["outcome"] = "as-expected";
  const listeners: Parameters<Trace["onEvent"]>[0][] = [];
  const follow = (): void => {
    trace.onEvent((event, moment) => {
      for (const listen of listeners) listen(event, moment);
    });
  };
  follow();
  const session = {
    simulation: () => ({ trace }) as LiveSimulation,
    onEvent(listener: (typeof listeners)[number]) {
      listeners.push(listener);
      return () => {};
    },
  };
  const tell = (): RunReport => ({ schema: "irsa-sim/run/v1", outcome, title: "a title", events: cutEvents(trace.events, MAX_EVENTS) }) as unknown as RunReport;
  return {
    changes: createReportChanges(session, tell),
    tell,
    call(path: string) {
      const request = { method: "GET", url: `https://s3.test/${path}`, headers: {}, body: new Uint8Array([1, 2, 255]) };
      return trace.root.enter("A client calls").exchange("GetObject", "s3", request);
    },
    refuse: () => {
      outcome = "unexpected";
    },
    beginAnew() {
      trace = createTrace(new VirtualClock(epochMillis(0)));
      follow();
    },
  };
}

const ANSWER = { response: { status: 200, headers: {}, body: "" } };
/** As it comes over the wire. */
const overTheWire = (change: ReportChange): ReportChange => JSON.parse(JSON.stringify(change)) as ReportChange;

test("who follows has the run as it is, however it changed meanwhile", () => {
  const { changes, tell, call, refuse } = create();
  let { report, revision }: { report: RunReport; revision: string } = changes.begin();
  const open = call("slow");
  const seen: string[] = [];
  for (let round = 0; round < 30; round += 1) {
    for (let count = 0; count < round % 4; count += 1) call(`${round}/${count}`).end(ANSWER);
    if (round === 3) open.end(ANSWER);
    if (round === 20) refuse();
    const told = changes.since(revision);
    const { isWhole, report: members } = told.change;
    seen.push(`${isWhole ? "whole" : "part"} ${Object.keys(members).join()}`);
    report = applyReportChange(report, overTheWire(told.change)) as RunReport;
    revision = told.revision;
    expect(report).toEqual(tell());
  }
  expect(new Set(seen)).toEqual(new Set(["part ", "part outcome"]));
  expect(report.events.length).toBeLessThanOrEqual(MAX_EVENTS);
});

test("only what is new is told", () => {
  const { changes, call } = create();
  call("before").end(ANSWER);
  const { revision } = changes.begin();
  call("after").end(ANSWER);
  const { change, revision: next } = changes.since(revision);
  expect(change.events.map(({ seq }) => seq)).toEqual([2, 3]);
  expect(changes.since(next).change).toMatchObject({ events: [], report: {} });
});

test.each([
  { name: "of somebody else", before: () => "1.7" },
  { name: "that is none", before: () => "" },
  {
    name: "of before it began anew",
    before: ({ changes, beginAnew }: ReturnType<typeof create>) => (({ revision }) => [revision, beginAnew()][0] as string)(changes.begin()),
  },
  { name: "that is to come", before: ({ changes }: ReturnType<typeof create>) => changes.begin().revision.replace(/\d+$/, "99") },
])("since a revision $name all is told", ({ before }) => {
  const world = create();
  world.call("one").end(ANSWER);
  const name = before(world);
  world.call("two").end(ANSWER);
  const { change } = world.changes.since(name);
  expect(change.isWhole).toBe(true);
  expect(applyReportChange(null, overTheWire(change))).toEqual(world.tell());
});
