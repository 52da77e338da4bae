import type { AppReport } from "@irsa-sim/core";
import type { World } from "@irsa-sim/simulation";
import type { z } from "zod";
import type { LoadedScenario } from "../scenario/loaded-scenario.js";
import { call } from "../timeline/call/index.js";
import type { callSchema } from "../timeline/call/schema.js";
import { replicateAction } from "../timeline/replicate-action.js";

/**
 * The apps that a timeline lets call AWS, each once, in the order of their first call.
 *
 * @param podNamed the pod that a name means after a run; by itself the name
 */
export function listApps(
  { timeline, replicas }: Pick<LoadedScenario, "timeline" | "replicas">,
  podNamed: World["podNamed"] = (_, name) => name,
): readonly AppReport[] {
  const apps = timeline.flatMap((entry) =>
    entry.kind === "action" && entry.definition === call
      ? replicateAction(entry, replicas).map(({ action }) => toApp(action as z.infer<typeof callSchema>, podNamed))
      : [],
  );
  return [...new Map(apps.map((app) => [`${app.pod} ${app.container ?? ""} ${app.sdk}`, app])).values()];
}

function toApp({ namespace, pod, container, sdk }: z.infer<typeof callSchema>, podNamed: World["podNamed"]): AppReport {
  return { pod: `${namespace}/${podNamed(namespace, pod)}`, container, sdk };
}
