import { findEvent, type RunReport } from "@irsa-sim/core";
import { reportLive } from "@irsa-sim/scenario-runner";
import { describeCall } from "../../exec/calls/describe-call.js";
import type { AnsweredCall, Session } from "../session.js";
import { cutEvents } from "./cut-events.js";

/** Tells what has happened so far, as the page takes it. */
export type ReportSession = () => RunReport;

/** More than a browser draws at ease. */
const MAX_EVENTS = 3000;

/** Keeps what the page is told of calls: who made the latest, and the latest that was refused. */
export function createReport(session: Session, seed: string): ReportSession {
  let latest: AnsweredCall | null = null;
  let refused: AnsweredCall | null = null;
  session.onCall((call) => {
    latest = call;
    if (describeStatus(call) >= 400) refused = call;
  });
  return () => {
    const { world, trace, containers } = session.simulation();
    const shown = cutEvents(trace.events, MAX_EVENTS);
    const isThere = refused !== null && refused.trace === trace && findEvent(shown, refused.exchange.parent ?? refused.exchange.seq) !== null;
    const [container] = containers();
    const client = latest === null ? "" : describeCall(latest.exchange, latest).client;
    return reportLive({
      scenario: session.scenario,
      world: { trace: { ...trace, events: shown, recorded: trace.recorded } },
      seed,
      startAt: trace.events[0]?.at ?? world.clock.now(),
      apps: container === undefined ? [] : [{ pod: `${container.namespace}/${container.pod}`, container: container.container, sdk: client }],
      refusal: isThere && refused !== null ? (describeCall(refused.exchange, refused).refusal?.told ?? null) : null,
    });
  };
}

function describeStatus({ exchange }: AnsweredCall): number {
  return exchange.response?.status ?? Number.POSITIVE_INFINITY;
}
