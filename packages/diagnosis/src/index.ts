/** The catalogue of causes: what is behind a refusal, found from the trace. */
export { CAUSES } from "./catalogue.js";
export type { Cause, Explanation, OwnError, Symptom } from "./cause.js";
export { type Diagnosis, diagnose, diagnoseOwnError, findWarnings } from "./diagnose.js";
