import type { ExpectationResult, RunReport } from "@irsa-sim/core";
import { createScenarioProblems } from "../scenario/create-scenario-problems.js";
import type { LoadedScenario } from "../scenario/loaded-scenario.js";
import type { ScenarioFiles } from "../scenario/scenario-files.js";
import { outlineTrace } from "./outline-trace.js";

/** What is done with golden traces. */
export interface GoldenOptions {
  /** Whether one that is asked for and missing is a fault. */
  readonly mustExist: boolean;
  /** Writes a scenario's golden file anew; they are compared when absent. */
  readonly write?: (file: string, text: string) => void;
}

/** What is compared: a scenario's events with the file in its folder. */
export interface GoldenInput {
  readonly scenario: Pick<LoadedScenario, "cell" | "golden" | "locate">;
  readonly files: ScenarioFiles;
  readonly folder: string;
  readonly report: Pick<RunReport, "events" | "window">;
}

/**
 * Compares the outline of a trace with the golden one, when the scenario asks for that or the file is there.
 *
 * @throws {ScenarioError} when the file is there and cannot be read
 */
export function compareGolden(
  { scenario, files, folder, report: { events, window } }: GoldenInput,
  { mustExist, write }: GoldenOptions,
): readonly ExpectationResult[] {
  const file = `trace${scenario.cell === null ? "" : `[${scenario.cell}]`}.golden.txt`;
  const golden = readGolden(files, folder, file);
  if (golden === null && !scenario.golden) return [];
  const path = "golden";
  if (window !== undefined)
    return [
      { path, expected: file, actual: `not compared: ${window.kept} of ${window.recorded} events are kept`, met: true, from: scenario.locate("golden", "") },
    ];
  const outline = outlineTrace(events);
  if (write !== undefined) {
    write(file, `${outline.join("\n")}\n`);
    return [{ path, expected: "written", actual: "written", met: true, from: null }];
  }
  if (golden === null)
    return [{ path, expected: file, actual: "not there; irsa-sim test --update writes it", met: !mustExist, from: scenario.locate("golden", "") }];
  const wanted = golden.trimEnd().split("\n");
  const index = wanted.findIndex((line, position) => line !== outline[position]);
  const line = index === -1 ? (outline.length > wanted.length ? wanted.length : -1) : index;
  if (line === -1) return [{ path, expected: `${wanted.length} events`, actual: `${outline.length} events`, met: true, from: null }];
  const from = { file: files.displayPath(folder, file), pointer: "", line: line + 1, column: 1 };
  return [{ path, expected: wanted[line]?.trim() ?? "no more events", actual: outline[line]?.trim() ?? "no more events", met: false, from }];
}

function readGolden(files: ScenarioFiles, folder: string, file: string): string | null {
  const content = files.read(folder, file);
  if (typeof content === "string" || content === null) return content;
  const problems = createScenarioProblems();
  problems.add({ file: files.displayPath(folder, file), line: 1, column: 1 }, { message: `${file} is not read`, ...content });
  problems.throwIfAny();
  return null;
}
