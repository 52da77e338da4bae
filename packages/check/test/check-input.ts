import { type CheckReport, epochMillis } from "@irsa-sim/core";
import { WELL_KNOWN_KEYS } from "@irsa-sim/simulation";
import { type Checked, type CheckOptions, check, type InputFile, type Mended, mend } from "../src/index.js";

/** As the command does without flags, at a time that is always the same. */
export const OPTIONS: CheckOptions = {
  ...{ calls: [], sdk: null, sdkVersion: null, workload: null, namespace: null, cluster: null },
  evidence: { token: null, environment: null, error: null },
  ...{ seed: "1", startAt: epochMillis(Date.UTC(2026, 0, 5, 9)), keys: WELL_KNOWN_KEYS },
};

/** Checks files. */
export function checkFiles(files: readonly InputFile[], options: Partial<CheckOptions> = {}): Promise<Checked> {
  return check(files, { ...OPTIONS, ...options });
}

/** Checks files, for the report alone. */
export async function checkInput(files: readonly InputFile[], options: Partial<CheckOptions> = {}): Promise<CheckReport> {
  return (await checkFiles(files, options)).report;
}

/** Mends files that were checked. */
export function mendFiles(files: readonly InputFile[], checked: Checked, options: Partial<CheckOptions> = {}): Promise<Mended> {
  return mend(files, checked, { ...OPTIONS, ...options });
}
