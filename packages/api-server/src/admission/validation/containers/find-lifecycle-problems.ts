import type { FieldProblem } from "../../field-problem.js";
import type { Container } from "../../types/container.js";
import { findHandlerProblems } from "./find-handler-problems.js";

/** Problems of what is done when a container starts and before it stops. */
export function* findLifecycleProblems({ lifecycle }: Container, gracePeriod: number, field: string): Generator<FieldProblem> {
  const { postStart, preStop } = lifecycle ?? {};
  if (postStart !== undefined) yield* findHandlerProblems(postStart, gracePeriod, `${field}.lifecycle.postStart`);
  if (preStop !== undefined) yield* findHandlerProblems(preStop, gracePeriod, `${field}.lifecycle.preStop`);
}
