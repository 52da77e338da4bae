/** People's own documents, played: whether each workload gets its role's credentials, and if not, where and why. */
export { check } from "./check.js";
export { CheckError } from "./check-error.js";
export type { CheckedCall, CheckOptions } from "./check-options.js";
export type { InputFile } from "./input-file.js";
