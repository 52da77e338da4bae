/** The same tokens shown to a real kube-apiserver and to ours, in a TokenReview and as a bearer: the same caller, or the same reason. */
import { bodyText, type JsonObject } from "@irsa-sim/core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { described } from "../../packages/simulation/test/conformance/described.test-support.js";
import {
  type ClusterRequest,
  createOurCluster,
  type FirstObject,
  OUR_SIGNING_KEY,
  type OurCluster,
} from "../../packages/simulation/test/conformance/our-cluster.test-support.js";
import { FIRST_OBJECTS } from "./first-objects.js";
import { mintToken, type TokenSpec } from "./mint-token.js";
import { createRealCluster, type RealCluster } from "./real-cluster.js";
import { type ControlPlane, controlPlaneProblem, startControlPlane } from "./start-control-plane.js";
import { randomTokens, TOKEN_ISSUER, TOKEN_ROWS } from "./token-rows.js";

const problem = controlPlaneProblem();
if (problem !== null) console.log(`skipped: no control plane (${problem})`);

const REVIEWS = "/apis/authentication.k8s.io/v1/tokenreviews";
const WHO_AM_I = "/apis/authentication.k8s.io/v1/selfsubjectreviews";
const IN_NAMESPACE = "/api/v1/namespaces/oracle";
const account = (name: string): FirstObject => ({
  ...{ key: `sa/oracle/${name}`, path: `${IN_NAMESPACE}/serviceaccounts`, body: { apiVersion: "v1", kind: "ServiceAccount", metadata: { name } } },
});
const pod = (name: string): FirstObject => ({
  ...{ key: `pod/oracle/${name}`, path: `${IN_NAMESPACE}/pods` },
  body: { apiVersion: "v1", kind: "Pod", metadata: { name }, spec: { serviceAccountName: "app", containers: [{ name: "a", image: "a" }] } },
});
/** Deleted before any token is shown; `again` is created a second time. */
const GONE = [account("gone"), account("again"), pod("gone"), pod("again")];
const objects = [...FIRST_OBJECTS, ...GONE];

const SEED = 36;
const RANDOM = Number(process.env.IRSA_SIM_RANDOM ?? 40);

interface Side {
  readonly uids: Map<string, string>;
  readonly mint: (spec: TokenSpec) => string;
  readonly ask: (request: ClusterRequest) => Promise<unknown>;
}

describe.skipIf(problem !== null)("tokens of service accounts", () => {
  let plane: ControlPlane;
  let sides: { readonly real: Side; readonly ours: Side };
  beforeAll(async () => {
    plane = await startControlPlane({ issuer: TOKEN_ISSUER, controllers: false });
    const real: RealCluster = await createRealCluster(plane, objects);
    const ours: OurCluster = await createOurCluster({ issuer: TOKEN_ISSUER, objects });
    const side = (
      { uids }: { readonly uids: ReadonlyMap<string, string> },
      of: Pick<Side, "ask"> & { readonly signingKey: string; readonly nowSeconds: () => number },
    ): Side => {
      const known = new Map(uids);
      const mint = (spec: TokenSpec): string => mintToken(spec, { signingKey: of.signingKey, uids: known, nowSeconds: of.nowSeconds(), issuer: TOKEN_ISSUER });
      return { uids: known, mint, ask: of.ask };
    };
    sides = {
      real: side(real, {
        signingKey: plane.signingKey,
        nowSeconds: () => Math.floor(Date.now() / 1000),
        ask: async (request) => described(await real.send(request), sides.real.uids),
      }),
      ours: side(ours, {
        signingKey: OUR_SIGNING_KEY,
        nowSeconds: () => Math.floor(ours.clock.now() / 1000),
        ask: async (request) => {
          const { status, headers, body } = await ours.send(request);
          return described({ status, headers, body: bodyText({ body }) }, sides.ours.uids);
        },
      }),
    };
    for (const [{ uids }, send] of [[sides.real, real.send] as const, [sides.ours, ours.send] as const])
      for (const { key, path, body } of GONE) {
        const { name } = body.metadata as { readonly name: string };
        await send({ method: "DELETE", path: `${path}/${name}?gracePeriodSeconds=0` });
        if (name !== "again") continue;
        uids.set(`old ${key}`, uids.get(key) ?? "");
        const { body: made } = await send({ method: "POST", path, body });
        const { uid } = (JSON.parse(bodyText({ body: made })) as { readonly metadata: { readonly uid: string } }).metadata;
        uids.set(key, uid);
      }
  });
  afterAll(() => plane?.close());

  const review = (token: string, audiences: readonly string[] = []): ClusterRequest => {
    const body = { kind: "TokenReview", apiVersion: "authentication.k8s.io/v1", spec: { token, ...(audiences.length > 0 && { audiences: [...audiences] }) } };
    return { method: "POST", path: REVIEWS, body: body as JsonObject };
  };
  const compare = async (request: (side: Side) => ClusterRequest): Promise<void> => {
    const [real, ours] = await Promise.all([sides.real, sides.ours].map(async (side) => withoutToken(await side.ask(request(side)))));
    expect(ours).toEqual(real);
  };

  test.each([...TOKEN_ROWS, ...randomTokens(RANDOM, SEED)])("$name, reviewed", (row) => compare(({ mint }) => review(mint(row), row.audiences)));

  const whoAmI = { kind: "SelfSubjectReview", apiVersion: "authentication.k8s.io/v1" };
  const sendable = TOKEN_ROWS.filter((row) => row.alter === undefined || !/[\n]/.test(row.alter("a.b.c")));
  test.each(sendable)("$name, as a bearer", (row) => compare(({ mint }) => ({ method: "POST", path: WHO_AM_I, token: mint(row), body: whoAmI })));
});

/** A review's answer repeats the token, which is another at each server. */
function withoutToken(answer: unknown): unknown {
  const { body } = answer as { readonly body?: { readonly spec?: { token?: string } } };
  if (body?.spec?.token !== undefined) body.spec.token = "<token>";
  return answer;
}
