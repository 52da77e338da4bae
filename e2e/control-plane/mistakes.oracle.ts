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

/** Kinds of answers of the real server that ours gives otherwise, each with its reason; the list may only shrink. */
const DIFFERENT: readonly (readonly [RegExp, string])[] = [
  [/^failed to create typed patch object/, "what is applied is held against the schema there, and decoded here"],
  [/: cannot (convert|restore) /, "a value of another type in a strategic patch is told in the words of Go's converter there"],
];

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

  test.each(ROWS)("$name", async ({ request }) => {
    const answered = await answers(request);
    const { message = "" } = (answered.real as { readonly body?: { readonly message?: string } }).body ?? {};
    if (DIFFERENT.some(([kind]) => kind.test(message))) expect(answered.ours).not.toEqual(answered.real);
    else expect(answered.ours, JSON.stringify(request)).toEqual(answered.real);
  });

  test("no more differs than is known", () => {
    expect(DIFFERENT.length).toBeLessThanOrEqual(2);
  });
});

/** What a patch has made, as refusals show it: with the version and the managers of each server's own. */
function withoutPatched(answer: unknown): unknown {
  return JSON.parse(JSON.stringify(answer).replaceAll(/Invalid value: (\\"\{.*?\}\\")(?=: (?:json|strict|quantities|illegal))/g, "Invalid value: <patched>"));
}
