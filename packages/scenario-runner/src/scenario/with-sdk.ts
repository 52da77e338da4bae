import type { SdkId } from "@irsa-sim/sdk-credential-provider";
import type { AppSettings } from "@irsa-sim/simulation";
import type { z } from "zod";
import { call } from "../timeline/call/index.js";
import type { callSchema } from "../timeline/call/schema.js";
import type { LoadedScenario } from "./loaded-scenario.js";

/** The scenario with all its apps built with another SDK, in the release that is imitated, and with some of their settings changed. */
export function withSdk(scenario: LoadedScenario, sdk: SdkId, settings: Partial<Pick<AppSettings, "environment" | "files">> = {}): LoadedScenario {
  const timeline = scenario.timeline.map((entry) => {
    if (entry.kind !== "action" || entry.definition !== call) return entry;
    const action = entry.action as z.infer<typeof callSchema>;
    return { ...entry, action: { ...action, sdk, app: { ...action.app, sdkVersion: undefined, ...settings } } };
  });
  return { ...scenario, timeline };
}
