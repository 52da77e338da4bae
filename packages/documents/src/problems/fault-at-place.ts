import type { Place } from "../tree/located-tree.js";
import type { Fault } from "./fault.js";

/** A fault, and where it stands. */
export interface FaultAtPlace {
  readonly place: Place;
  readonly fault: Fault;
}
