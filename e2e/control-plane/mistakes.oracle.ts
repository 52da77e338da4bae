/** Pods and service accounts with mistakes, to a real kube-apiserver and to ours: the same is stored, warned of, or refused in the same words. */
import { bodyText } from "@irsa-sim/core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { described, withoutGeneratedName, withoutMapOrder } from "../../packages/simulation/test/conformance/described.test-support.js";
import { type ClusterRequest, createOurCluster, type OurCluster } from "../../packages/simulation/test/conformance/our-cluster.test-support.js";
import { FIRST_OBJECTS } from "./first-objects.js";
import { randomMistakes } from "./random-mistakes.js";
import { createRealCluster, type RealCluster } from "./real-cluster.js";
import { type ControlPlane, controlPlaneProblem, startControlPlane } from "./start-control-plane.js";

const problem = controlPlaneProblem();
if (problem !== null) console.log(`skipped: no control plane (${problem})`);

const ISSUER = "https://kube.example.test:6443";
const SEED = Number(process.env.IRSA_SIM_SEED ?? 36);
/** More of them by hand: `IRSA_SIM_RANDOM=2000 IRSA_SIM_SEED=1 pnpm oracle mistakes`. */
const COUNT = Number(process.env.IRSA_SIM_RANDOM ?? 150);
const ROWS = randomMistakes(COUNT, SEED).map((request, index) => ({ name: `random ${index}`, request }));

/** Where ours answers otherwise, each with its reason; the list may only shrink. */
const DIFFERENT: ReadonlyMap<string, string> = new Map([]);

describe.skipIf(problem !== null)("mistakes", () => {
  let plane: ControlPlane;
  let real: RealCluster;
  let ours: OurCluster;
  beforeAll(async () => {
    plane = await startControlPlane({ issuer: ISSUER, controllers: false });
    real = await createRealCluster(plane, FIRST_OBJECTS);
    ours = await createOurCluster({ issuer: ISSUER, objects: FIRST_OBJECTS });
  });
  afterAll(() => plane?.close());

  const answers = async (request: ClusterRequest): Promise<{ readonly real: unknown; readonly ours: unknown }> => {
    const comparable = (answer: Parameters<typeof described>[0], uids: ReadonlyMap<string, string>): unknown =>
      withoutMapOrder(withoutPatched(withoutGeneratedName(described(answer, uids), request)));
    const { status, headers, body } = await ours.send(request);
    return { real: comparable(await real.send(request), real.uids), ours: comparable({ status, headers, body: bodyText({ body }) }, ours.uids) };
  };

  test.each(ROWS)("$name", async ({ name, request }) => {
    const answered = await answers(request);
    if (DIFFERENT.has(name)) expect(answered.ours).not.toEqual(answered.real);
    else expect(answered.ours, JSON.stringify(request)).toEqual(answered.real);
  });
});

/** What a patch has made, as refusals show it: with the version and the managers of each server's own. */
function withoutPatched(answer: unknown): unknown {
  return JSON.parse(JSON.stringify(answer).replaceAll(/Invalid value: (\\"\{.*?\}\\")(?=: (?:json|strict|quantities|illegal))/g, "Invalid value: <patched>"));
}
