import { DryRunStatus, TestStatus } from "@stryker-mutator/api/test-runner";

/**
 * What a run of tests came to, with each test file that failed as a whole (while it was loaded, or in a hook outside of any `describe`) as one failed test.
 *
 * @template {{ status: string, tests?: { status: number }[] | undefined }} Result
 * @param {Result} result as Stryker's runner for vitest gives it
 * @param {{ name: string, filepath: string, result?: { state: string, errors?: { message: string }[] } | undefined }[]} files as vitest left them
 * @returns {Result}
 */
export function withFailedFiles(result, files) {
  if (result.status !== DryRunStatus.Complete || result.tests.some(({ status }) => status === TestStatus.Failed)) return result;
  const failed = files.filter((file) => file.result?.state === "fail");
  return { ...result, tests: [...result.tests, ...failed.map(failedTest)] };
}

function failedTest({ name, filepath, result }) {
  const failureMessage = result.errors?.[0]?.message ?? "the file failed";
  return { id: `${name}#`, name, fileName: filepath, timeSpentMs: 0, status: TestStatus.Failed, failureMessage };
}
