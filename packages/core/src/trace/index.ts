/** The trace: what happened, who writes it, and the reports that are read from it. */
export { createTrace, type LocateSource } from "./create-trace.js";
export { isInside } from "./is-inside.js";
export type { EvidenceResult, ExpectationResult, Failure, RunReport, StepOutcome, StepReport, Warning } from "./run-report.js";
export type { OpenExchange, Span, Trace } from "./span.js";
export type { Deviation, ScenarioResult, TestReport } from "./test-report.js";
export type {
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
