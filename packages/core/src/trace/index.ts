/** The trace: what happened, who writes it, and the reports that are read from it. */

export type { Assumption, BreaksAt, CheckNotice, CheckReport, CheckWarning, ContainerCheck, Verdict, WorkloadCheck } from "./check-report.js";
export { createTrace, type TraceOptions } from "./create-trace.js";
export type { EventPattern } from "./event-pattern.js";
export { findEvent } from "./find-event.js";
export { fitsEvent } from "./fits-event.js";
export { isAbout } from "./is-about.js";
export { isInside } from "./is-inside.js";
export type { LocateSource } from "./locate-source.js";
export { createNamedLater } from "./named-later.js";
export type { AppReport, Edit, EvidenceResult, ExpectationResult, Failure, FurtherCause, RunReport, StepOutcome, StepReport, Warning } from "./run-report.js";
export { type CountingSink, createCountingSink, type EventCounts } from "./sinks/create-counting-sink.js";
export { createEndsSink } from "./sinks/create-ends-sink.js";
export { createFullSink } from "./sinks/create-full-sink.js";
export { createWindowSink } from "./sinks/create-window-sink.js";
export type { OpenExchange, Span } from "./span.js";
export type { Subject } from "./subject.js";
export type { Deviation, ScenarioResult, TestReport } from "./test-report.js";
export type { Trace, TraceListener } from "./trace.js";
export type {
  CertificateSummary,
  ChangeEvent,
  ChangeRecord,
  CheckEvent,
  CheckRecord,
  ExchangeEvent,
  Finding,
  NoteEvent,
  PeerSummary,
  SourceReference,
  SpanEvent,
  TraceEvent,
} from "./trace-event.js";
export type { TraceSink } from "./trace-sink.js";
