import type { AppReport } from "@irsa-sim/core";
import type { World } from "@irsa-sim/simulation";
import type { z } from "zod";
import type { LoadedScenario } from "../scenario/loaded-scenario.js";
import { call } from "../timeline/call/index.js";
import type { callSchema } from "../timeline/call/schema.js";
import { replicateAction } from "../timeline/replicate-action.js";
import type { PlannedAction } from "../timeline/timeline-entry.js";

/**
 * The apps that a timeline lets call AWS, each once, in the order of their first call.
 *
 * @param world after a run, which knows what pod a name means; the name itself counts where there is none
 */
export function listApps(
  { timeline, replicas, cluster, clusters }: Pick<LoadedScenario, "timeline" | "replicas" | "cluster" | "clusters">,
  world: Pick<World, "inCluster"> | null = null,
): readonly AppReport[] {
  const apps = timeline.flatMap((entry) =>
    entry.kind === "action" && entry.definition === call
      ? replicateAction(entry, replicas).map((planned) => toApp(planned, world, clusters.size === 0 ? null : cluster.name))
      : [],
  );
  return [...new Map(apps.map((app) => [`${app.cluster ?? ""} ${app.pod} ${app.container ?? ""} ${app.sdk}`, app])).values()];
}

function toApp({ action, cluster }: PlannedAction, world: Pick<World, "inCluster"> | null, first: string | null): AppReport {
  const { namespace, pod, container, sdk } = action as z.infer<typeof callSchema>;
  const name = world?.inCluster(cluster).podNamed(namespace, pod) ?? pod;
  return { ...(first === null ? {} : { cluster: cluster ?? first }), pod: `${namespace}/${name}`, container, sdk };
}
