import { type FieldProblem, invalid } from "../../field-problem.js";
import type { Container, Probe } from "../../types/container.js";
import { findHandlerProblems } from "./find-handler-problems.js";

const NOT_NEGATIVE = ["initialDelaySeconds", "timeoutSeconds", "periodSeconds", "successThreshold", "failureThreshold"] as const;

/** Problems of a container's probes; those that end it must succeed once. */
export function* findProbesProblems({ livenessProbe, readinessProbe, startupProbe }: Container, gracePeriod: number, field: string): Generator<FieldProblem> {
  if (livenessProbe !== undefined) yield* findEndingProbeProblems(livenessProbe, gracePeriod, `${field}.livenessProbe`);
  if (readinessProbe !== undefined) yield* findReadinessProblems(readinessProbe, gracePeriod, `${field}.readinessProbe`);
  if (startupProbe !== undefined) yield* findEndingProbeProblems(startupProbe, gracePeriod, `${field}.startupProbe`);
}

function* findEndingProbeProblems(probe: Probe, gracePeriod: number, field: string): Generator<FieldProblem> {
  yield* findProbeProblems(probe, gracePeriod, field);
  const { successThreshold = 0 } = probe;
  if (successThreshold !== 1) yield invalid(`${field}.successThreshold`, successThreshold, "must be 1");
}

function* findReadinessProblems(probe: Probe, gracePeriod: number, field: string): Generator<FieldProblem> {
  yield* findProbeProblems(probe, gracePeriod, field);
  const { terminationGracePeriodSeconds: seconds } = probe;
  if (seconds !== undefined) yield invalid(`${field}.terminationGracePeriodSeconds`, seconds, "must not be set for readinessProbes");
}

function* findProbeProblems(probe: Probe, gracePeriod: number, field: string): Generator<FieldProblem> {
  const { exec, httpGet, tcpSocket, grpc, terminationGracePeriodSeconds: seconds = 1 } = probe;
  const handler = { ...(exec && { exec }), ...(httpGet && { httpGet }), ...(tcpSocket && { tcpSocket }), ...(grpc && { grpc }) };
  yield* findHandlerProblems(handler, gracePeriod, field);
  for (const member of NOT_NEGATIVE) {
    const value = probe[member] ?? 0;
    if (value < 0) yield invalid(`${field}.${member}`, value, "must be greater than or equal to 0");
  }
  if (seconds <= 0) yield invalid(`${field}.terminationGracePeriodSeconds`, seconds, "must be greater than 0");
}
