/** What the documentation's generator and other programs use of the command line: scenarios on disk, and playing them. */
export { play as playScenario } from "./commands/play.js";
export type { RunFlags } from "./commands/run-flags.js";
export { createScenarioFilesOnDisk, type ScenarioFilesOnDisk } from "./files/scenario-files-on-disk.js";
