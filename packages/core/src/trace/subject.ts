import { extend } from "../objects/extend.js";

/** Whom or what an event is about, besides who acted; each member where it is known. */
export interface Subject {
  /** Name of the cluster, where a world has several. */
  readonly cluster?: string;
  /** `namespace/name`. */
  readonly pod?: string;
  /** Its name in the pod. */
  readonly container?: string;
  /** `seq` of the span of the app's call. */
  readonly call?: number;
  /** ARN of the assumed-role user. */
  readonly session?: string;
}

/** What is known of a subject when `more` is learnt; `undefined` when nothing is. */
export function mergeSubjects(known: Subject | undefined, more: Subject | undefined): Subject | undefined {
  if (more === undefined || Object.keys(more).length === 0) return known;
  return known === undefined ? more : extend(known, more);
}
