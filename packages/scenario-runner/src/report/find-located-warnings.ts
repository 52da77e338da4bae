import type { TraceEvent, Warning } from "@irsa-sim/core";
import { findWarnings } from "@irsa-sim/diagnosis";
import type { LoadedScenario } from "../scenario/loaded-scenario.js";

/** What is wrong although nobody was refused for it, each with its place in the scenario's files. */
export function findLocatedWarnings(events: readonly TraceEvent[], { locate }: Pick<LoadedScenario, "locate">): readonly Warning[] {
  return findWarnings(events).map((warning) => ({
    ...warning,
    from: warning.from === null ? null : (locate(warning.from.file, warning.from.pointer ?? "") ?? warning.from),
  }));
}
