import type { ExpectationResult, Failure, Json, SourceReference, Warning } from "@irsa-sim/core";
import type { Expectation } from "../scenario/expectation.js";
import { fitsPattern } from "./fits-pattern.js";
import { isPart } from "./is-part.js";
import type { Observer } from "./observe.js";

/** What came out of a run, or of its last action. */
export interface Outcome {
  /** `null` when nothing was refused. */
  readonly failure: Failure | null;
  readonly warnings: readonly Warning[];
  /** ARN of the caller that the resource saw; `null` when none was seen. */
  readonly principal: string | null;
  /** For what the expectation asks of pods, tokens and the trail. */
  readonly observe: Observer;
}

/** What is expected, and where it was written. */
export interface WrittenExpectation {
  readonly expect: Expectation;
  /** By JSON pointer into the expectation. */
  readonly locate: (pointer: string) => SourceReference | null;
}

/** One line, compared. */
interface Line {
  /** `error.code`. */
  readonly path: string;
  readonly expected: Json | undefined;
  readonly actual: Json;
  /** Equal when absent. */
  readonly isMet?: (expected: Json, actual: Json) => boolean;
}

/** Compares what a scenario expects with what came out, one result per line. */
export function compareExpectations({ expect, locate }: WrittenExpectation, outcome: Outcome): readonly ExpectationResult[] {
  const lines = [
    ...linesOfFailure(expect, outcome),
    ...linesOfPod(expect, outcome),
    ...linesOfToken(expect, outcome),
    ...linesOfTrail(expect, outcome),
    ...linesOfWarnings(expect, outcome),
  ];
  return lines.flatMap(({ path, expected, actual, isMet = isEqual }) => {
    if (expected === undefined) return [];
    const from = locate(`/${path.replaceAll(/\[(\d+)\]/g, ".$1").replaceAll(".", "/")}`);
    return [{ path, expected: show(expected), actual: show(actual), met: isMet(expected, actual), from }];
  });
}

function linesOfFailure(expect: Expectation, { failure, principal }: Outcome): readonly Line[] {
  return [
    { path: "outcome", expected: expect.outcome, actual: failure === null ? "succeeded" : "refused" },
    { path: "step", expected: expect.step, actual: failure?.step ?? null },
    { path: "error.code", expected: expect.error?.code, actual: failure?.code ?? null },
    { path: "error.status", expected: expect.error?.status, actual: failure?.status ?? null },
    { path: "error.message", expected: expect.error?.message, actual: failure?.message ?? null, isMet: fits },
    { path: "cause", expected: expect.cause, actual: failure?.cause ?? null },
    { path: "check", expected: expect.check, actual: failure?.check ?? null },
    { path: "principal", expected: expect.principal, actual: principal, isMet: fits },
    { path: "expected", expected: expect.expected, actual: failure?.expected ?? null },
    { path: "actual", expected: expect.actual, actual: failure?.actual ?? null },
  ];
}

function linesOfPod({ pod }: Expectation, { observe }: Outcome): readonly Line[] {
  if (pod === undefined) return [];
  const found = observe.pod(pod);
  return [
    { path: "pod.running", expected: pod.running, actual: found?.isRunning ?? false },
    { path: "pod.created", expected: pod.created, actual: pod.created === undefined ? null : observe.podsCreated(pod) },
    ...Object.entries(pod.environment ?? {}).map(([name, expected]) => ({
      path: `pod.environment.${name}`,
      expected,
      actual: found?.environment[name] ?? null,
    })),
  ];
}

function linesOfToken({ token }: Expectation, { observe }: Outcome): readonly Line[] {
  if (token === undefined) return [];
  const claims = observe.tokenClaims(token);
  return Object.entries(token.claims ?? {}).map(([name, expected]) => ({
    path: `token.claims.${name}`,
    expected,
    actual: claims?.[name] ?? null,
    isMet: isPart,
  }));
}

function linesOfTrail({ cloudTrail }: Expectation, { observe }: Outcome): readonly Line[] {
  if (cloudTrail === undefined) return [];
  const events = observe.trail();
  if (cloudTrail.length === 0) return [{ path: "cloudTrail", expected: "empty", actual: events.length === 0 ? "empty" : `${events.length} events` }];
  return cloudTrail.map((expected, index) => ({
    path: `cloudTrail[${index}]`,
    expected,
    actual:
      events.find((event) => isPart(expected, event)) ??
      events.map(({ eventName, errorCode }) => ({ eventName: eventName ?? null, errorCode: errorCode ?? null })),
    isMet: isPart,
  }));
}

function linesOfWarnings(expect: Expectation, { warnings }: Outcome): readonly Line[] {
  const causes = (ids: readonly string[]): string => (ids.length === 0 ? "none" : [...new Set(ids)].join(", "));
  return [{ path: "warnings", expected: expect.warnings && causes(expect.warnings), actual: causes(warnings.map(({ cause }) => cause)) }];
}

function isEqual(expected: Json, actual: Json): boolean {
  return expected === actual;
}

function fits(expected: Json, actual: Json): boolean {
  return typeof actual === "string" && fitsPattern(String(expected), actual);
}

function show(value: Json): string {
  if (value === null) return "none";
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
