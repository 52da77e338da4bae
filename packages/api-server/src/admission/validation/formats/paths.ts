import { type FieldProblem, invalid } from "../../field-problem.js";

/** A path in which no part leads upwards. */
export function* findBackstepProblems(path: string, field: string): Generator<FieldProblem> {
  if (path.split("/").includes("..")) yield invalid(field, path, "must not contain '..'");
}

/** A path that starts where it is looked at and leads downwards only. */
export function* findDescendingPathProblems(path: string, field: string): Generator<FieldProblem> {
  if (path.startsWith("/")) yield invalid(field, path, "must be a relative path");
  yield* findBackstepProblems(path, field);
}

/** The same without names that the kubelet keeps for itself. */
export function* findVolumePathProblems(path: string, field: string): Generator<FieldProblem> {
  yield* findDescendingPathProblems(path, field);
  if (path.startsWith("..") && !path.startsWith("../")) yield invalid(field, path, "must not start with '..'");
}
