/** A thread of `irsa-sim test --jobs`: gets folders, answers with results. */
import { parentPort, workerData } from "node:worker_threads";
import type { ScenarioResult } from "@irsa-sim/core";
import { loadScenario } from "@irsa-sim/scenario-runner";
import { describeError } from "../describe-error.js";
import { exitCodeOf } from "../exit-code-of.js";
import { createScenarioFilesOnDisk } from "../files/scenario-files-on-disk.js";
import { type TestOneFlags, testOne } from "./test-one.js";

/** What a thread is asked. */
export interface TestRequest {
  readonly folder: string;
  readonly cell: string | null;
}

/** What it answers: a result, or what is to be told of an error, whose kind would be lost on the way. */
export type TestResponse = { readonly result: ScenarioResult } | { readonly error: { readonly text: string; readonly exitCode: number } };

const { flags, opened } = workerData as { readonly flags: TestOneFlags; readonly opened: readonly string[] };
const files = createScenarioFilesOnDisk(opened);

parentPort?.on("message", async (request: TestRequest) => {
  parentPort?.postMessage(await answer(request));
});

async function answer({ folder, cell }: TestRequest): Promise<TestResponse> {
  try {
    return { result: await testOne({ folder, scenario: loadScenario(files, folder, { cell }) }, files, flags) };
  } catch (error) {
    return { error: { text: describeError(error), exitCode: exitCodeOf(error) } };
  }
}
