/** The catalogue of causes: what is behind a refusal, found from the trace. */
export { CAUSES } from "./catalogue.js";
export type { Cause, Explanation, OwnError, Symptom } from "./cause.js";
export { type Diagnosis, diagnose, findWarnings } from "./diagnose.js";
export { eventsAbout, type FailureView, type Told, viewFailure } from "./failure-view.js";
export { MET } from "./met.js";
