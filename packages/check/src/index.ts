/** People's own documents, played: whether each workload gets its role's credentials, and if not, where and why. */
export { type Checked, check } from "./check.js";
export { CheckError } from "./check-error.js";
export type { CheckedCall, CheckOptions, Evidence } from "./check-options.js";
export { parseEnvironment } from "./evidence/parse-environment.js";
export { parseToken } from "./evidence/parse-token.js";
export { type Mended, type MendedFile, mend } from "./fix/mend.js";
export type { InputFile } from "./input-file.js";
export type { PlayedWorkload } from "./play/play-workload.js";
export { toScenarioFolder } from "./save/to-scenario-folder.js";
