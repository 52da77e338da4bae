import { randomUUID } from "node:crypto";
import type { RunReport, Trace, TraceEvent } from "@irsa-sim/core";
import type { ReportChange } from "@irsa-sim/playground";
import { eventToJson } from "@irsa-sim/trace-views";
import type { Session } from "../session.js";
import type { ReportSession } from "./report-session.js";

/** Tells the run of a session, and what is new in it since it was told. */
export interface ReportChanges {
  /** The whole run, and its name. */
  begin(): { readonly report: RunReport; readonly revision: string };
  /** What is new since a revision, and the name of what it leads to; all of it where that revision is none, or one of long ago. */
  since(revision: string): { readonly change: ReportChange; readonly revision: string };
}

/** Who is further behind is told all. */
const MAX_CHANGES = 20_000;

/** Keeps which events are new, and when what else is said of the run last changed; nothing for each who reads. */
export function createReportChanges(session: Pick<Session, "onEvent" | "simulation">, tell: ReportSession): ReportChanges {
  let present = startRecord(session.simulation().trace);
  session.onEvent(({ seq }) => {
    recordOf().note(seq);
  });
  const recordOf = (): ChangeRecord => {
    const { trace } = session.simulation();
    // It began anew: nothing that was told before counts.
    if (present.trace !== trace) present = startRecord(trace);
    return present;
  };
  const begin = (): { readonly report: RunReport; readonly revision: string } => {
    const record = recordOf();
    const report = tell();
    return { report, revision: record.look(report) };
  };
  return {
    begin,
    since(before) {
      const { report, revision } = begin();
      return { change: present.changeSince(before, report), revision };
    },
  };
}

interface ChangeRecord {
  readonly trace: Trace;
  /** An event is new, or has ended. */
  note(seq: number): void;
  /** Sees what is said of the run now. @returns its name */
  look(report: RunReport): string;
  /** Between what had a name and what was last looked at. */
  changeSince(name: string, report: RunReport): ReportChange;
}

function startRecord(trace: Trace): ChangeRecord {
  const id = randomUUID();
  let revision = 0;
  /** Changes are of the revision that comes next. */
  let changes: { readonly seq: number; readonly revision: number }[] = [];
  let forgotten = 0;
  const members = new Map<string, { readonly json: string; readonly revision: number }>();
  const isKnown = (name: string): boolean => name.startsWith(`${id}.`) && revisionIn(name) >= forgotten && revisionIn(name) <= revision;
  return {
    trace,
    note(seq) {
      changes.push({ seq, revision: revision + 1 });
      if (changes.length <= 2 * MAX_CHANGES) return;
      changes = changes.slice(-MAX_CHANGES);
      forgotten = (changes[0]?.revision ?? 0) - 1;
    },
    look(report) {
      revision += 1;
      for (const [name, value] of membersOf(report)) {
        const json = JSON.stringify(value);
        if (members.get(name)?.json !== json) members.set(name, { json, revision });
      }
      return `${id}.${revision}`;
    },
    changeSince(name, report) {
      const isWhole = !isKnown(name);
      const since = isWhole ? -1 : revisionIn(name);
      const isNew = ([member]: readonly [string, unknown]): boolean => isWhole || (members.get(member)?.revision ?? 0) > since;
      const seqs = new Set(changes.filter((change) => change.revision > since).map(({ seq }) => seq));
      const events = isWhole ? report.events : report.events.filter(({ seq }) => seqs.has(seq));
      return {
        isWhole,
        report: Object.fromEntries(membersOf(report).filter(isNew)) as ReportChange["report"],
        events: events.map((event) => eventToJson(event) as TraceEvent),
        kept: stretchesOf(report.events),
      };
    },
  };
}

function revisionIn(name: string): number {
  return Number(name.slice(name.lastIndexOf(".") + 1));
}

function membersOf(report: RunReport): readonly (readonly [string, unknown])[] {
  return Object.entries(report).filter(([name, value]) => name !== "events" && value !== undefined);
}

function stretchesOf(events: readonly TraceEvent[]): ReportChange["kept"] {
  const stretches: [number, number][] = [];
  for (const { seq } of events) {
    const last = stretches.at(-1);
    if (last !== undefined && last[1] === seq - 1) last[1] = seq;
    else stretches.push([seq, seq]);
  }
  return stretches;
}
