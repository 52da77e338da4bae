import type { SdkId } from "@irsa-sim/sdk-credential-provider";
import { call } from "../timeline/call/index.js";
import type { LoadedScenario } from "./loaded-scenario.js";

/** The scenario with all its apps built with another SDK, in the release that is imitated. */
export function withSdk(scenario: LoadedScenario, sdk: SdkId): LoadedScenario {
  const timeline = scenario.timeline.map((entry) => {
    if (entry.kind !== "action" || entry.definition !== call) return entry;
    return { ...entry, action: { ...(entry.action as object), sdk, sdkVersion: undefined } };
  });
  return { ...scenario, timeline };
}
