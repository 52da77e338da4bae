import { type CheckReport, epochMillis } from "@irsa-sim/core";
import { WELL_KNOWN_KEYS } from "@irsa-sim/simulation";
import { type CheckOptions, check, type InputFile } from "../src/index.js";

/** Checks files as the command does without flags, at a time that is always the same. */
export function checkInput(files: readonly InputFile[], options: Partial<CheckOptions> = {}): Promise<CheckReport> {
  const asked = { calls: [], sdk: null, sdkVersion: null, workload: null, namespace: null, cluster: null };
  return check(files, { ...asked, seed: "1", startAt: epochMillis(Date.UTC(2026, 0, 5, 9)), keys: WELL_KNOWN_KEYS, ...options });
}
