import { epochMillis } from "@irsa-sim/core";
import type { LoadedScenario } from "@irsa-sim/scenario-runner";
import type { CheckOptions } from "../src/index.js";

/** A call as a timeline has it. */
interface WrittenCall {
  readonly sdk: string;
  readonly action: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly app: { readonly sdkVersion?: string };
}

/** With what scenarios are played. */
export const SETTINGS = { seed: "1", startAt: epochMillis(Date.UTC(2026, 0, 5, 9)) };

/** The options by which `check` hears what documents do not say: the last call of a scenario, and its SDK; `null` where nobody calls AWS. */
export function settingsOf({ timeline }: LoadedScenario): Pick<CheckOptions, "calls" | "sdk" | "sdkVersion"> | null {
  const entry = timeline.findLast((one) => one.kind === "action" && one.definition.name === "call");
  if (entry?.kind !== "action") return null;
  const { sdk, action, parameters, app } = entry.action as WrittenCall;
  const { Bucket: bucket, Key: key } = parameters;
  const calls = action !== "s3:GetObject" || bucket === undefined ? [] : [{ action, resource: `arn:aws:s3:::${bucket}/${key}` }];
  return { calls, sdk, sdkVersion: app.sdkVersion ?? null };
}
