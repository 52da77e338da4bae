import { createRandom, createTrace, epochMillis, VirtualClock } from "@irsa-sim/core";
import { createWorld } from "../create-world.js";
import { setUpClusters } from "../developer/set-up-clusters.js";
import { WELL_KNOWN_KEYS } from "../keys/well-known-keys.js";
import type { World } from "../world.js";
import { parseWorldDescription } from "./parse-world-description.js";
import type { WrittenWorld } from "./world-description.js";

const NAMES = { namespace: "default", name: "my-service-account" };
const ROLE_ARN = "arn:aws:iam::111122223333:role/my-pod-role";

const SERVICE_ACCOUNT = { apiVersion: "v1", kind: "ServiceAccount", metadata: { ...NAMES, annotations: { "eks.amazonaws.com/role-arn": ROLE_ARN } } };

const POD = {
  apiVersion: "v1",
  kind: "Pod",
  metadata: { namespace: "default", name: "my-pod" },
  spec: { serviceAccountName: NAMES.name, containers: [{ name: "app", image: "app" }] },
};

/** A world from a description in which all but what a test is about is left out, with one pod in it that runs. */
export async function playSmallWorld(written: WrittenWorld): Promise<World> {
  const description = parseWorldDescription(written);
  const clock = new VirtualClock(epochMillis(Date.UTC(2026, 0, 5, 9)));
  const world = await createWorld({ description, clock, trace: createTrace(clock), random: createRandom("1"), keys: WELL_KNOWN_KEYS });
  await clock.run(async () => {
    await setUpClusters(world, description);
    for (const object of [SERVICE_ACCOUNT, POD]) {
      await world.developer.create(object, world.trace.root);
      // The webhook hears of service accounts by its watch.
      await clock.sleep(1000);
    }
  });
  await clock.advanceBy(5000);
  return world;
}
