import { enableOidcProviderAsDeveloper, type Refusal, setUpClusters, type World } from "@irsa-sim/simulation";
import type { LoadedScenario } from "./scenario/loaded-scenario.js";
import { call } from "./timeline/call/index.js";
import { performTimeline } from "./timeline/perform-timeline.js";
import { read } from "./timeline/read/index.js";
import { requestToken } from "./timeline/request-token/index.js";
import type { TimelineEntry } from "./timeline/timeline-entry.js";

/**
 * Lets a world become what it is when its first app is about to act: it is begun, and what the timeline says before that is done.
 *
 * @returns what was refused on the way, and ended it; `null` when all went well
 * @example
 * const refusal = await prepareWorld(world, scenario);
 * world.kubelet.container("default", "my-pod")?.environment; // as the app will see it
 */
export async function prepareWorld(world: World, scenario: LoadedScenario): Promise<Refusal | null> {
  const refusal = await beginWorld(world, scenario);
  if (refusal !== null) return refusal;
  const { refusals } = await performTimeline(world, { ...scenario, timeline: untilFirstApp(scenario.timeline) }, { isReplay: true });
  return refusals.find((one) => one !== null) ?? null;
}

/**
 * Lets AWS's side of a world become what the scenario says, with a real cluster on the other side: of the timeline nothing is done, since what runs in that cluster is
 * up to its users.
 *
 * @returns what IAM refused, and ended it; `null` when all went well
 */
export function prepareAws(world: World, scenario: LoadedScenario): Promise<Refusal | null> {
  return beginWorld(world, scenario, { installsWebhook: false });
}

/** What stands before a timeline begins: the cluster, and step 0. */
export async function beginWorld(world: World, scenario: LoadedScenario, options: { readonly installsWebhook?: boolean } = {}): Promise<Refusal | null> {
  return (
    (await world.clock.run(() => setUpClusters(world, scenario, options))) ?? (await world.clock.run(() => enableOidcProviderAsDeveloper(world, scenario)))
  );
}

function untilFirstApp(timeline: readonly TimelineEntry[]): readonly TimelineEntry[] {
  const doneByApps = [call, read, requestToken];
  const first = timeline.findIndex((entry) => entry.kind === "action" && doneByApps.includes(entry.definition));
  return first === -1 ? timeline : timeline.slice(0, first);
}
