import type { ExpectationResult, Failure } from "@irsa-sim/core";
import type { LoadedScenario } from "../scenario/loaded-scenario.js";
import { isPrincipal } from "./find-principal.js";

/** What came out of a run. */
interface Outcome {
  /** `null` when nothing was refused. */
  readonly failure: Failure | null;
  /** ARN of the caller that the resource saw; `null` when none was seen. */
  readonly principal: string | null;
}

/**
 * Compares what a scenario expects with what came out, one result per line of `expect`.
 */
export function compareExpectations(
  { expect, locate }: Pick<LoadedScenario, "expect" | "locate">,
  { failure, principal }: Outcome,
): readonly ExpectationResult[] {
  const found: readonly (readonly [path: string, expected: string | number | undefined, actual: string | number | null])[] = [
    ["outcome", expect.outcome, failure === null ? "succeeded" : "refused"],
    ["step", expect.step, failure?.step ?? null],
    ["error.code", expect.error?.code, failure?.code ?? null],
    ["error.status", expect.error?.status, failure?.status ?? null],
    ["error.message", expect.error?.message, failure?.message ?? null],
    ["cause", expect.cause, failure?.cause ?? null],
    ["check", expect.check, failure?.check ?? null],
    ["principal", expect.principal, principal],
    ["expected", expect.expected, failure?.expected ?? null],
    ["actual", expect.actual, failure?.actual ?? null],
  ];
  return found.flatMap(([path, expected, actual]) => {
    if (expected === undefined) return [];
    const from = locate("expect", `/${path.replace(".", "/")}`);
    return [{ path, expected: String(expected), actual: String(actual ?? "none"), met: isMet(path, expected, actual), from }];
  });
}

function isMet(path: string, expected: string | number, actual: string | number | null): boolean {
  if (path === "principal") return typeof actual === "string" && isPrincipal(String(expected), actual);
  return expected === actual;
}
