import { expect, test } from "vitest";
import type { WebIdentity } from "../identity/decide-identity.js";
import type { Pod } from "../kubernetes-types/pod.js";
import { DEFAULT_WEBHOOK_SETTINGS } from "../settings.js";
import { mutatePod } from "./mutate-pod.js";

const identity: WebIdentity = {
  outcome: "mutate",
  reason: "role-annotation",
  roleArn: "ROLE",
  audience: "sts.amazonaws.com",
  stsRegionalEndpoint: false,
  tokenExpirationSeconds: 86_400n,
};
const mutate = (pod: Pod) => mutatePod(pod, identity, DEFAULT_WEBHOOK_SETTINGS).spec ?? {};
const annotated = (name: string, value: string): Pod => ({ metadata: { annotations: { [`eks.amazonaws.com/${name}`]: value } }, spec: { containers: [] } });

test("the volume goes to the front", () => {
  const { volumes } = mutate({ spec: { volumes: [{ name: "data" }] } });
  expect(volumes?.map(({ name }) => name)).toEqual(["aws-iam-token", "data"]);
  expect(volumes?.[0]?.projected).toEqual({
    sources: [{ serviceAccountToken: { audience: "sts.amazonaws.com", expirationSeconds: 86_400n, path: "token" } }],
  });
});

test("a volume of that name is kept, whatever it is, and the rest is still done", () => {
  const { volumes, containers } = mutate({ spec: { volumes: [{ name: "data" }, { name: "aws-iam-token" }], containers: [{ name: "a" }] } });
  expect(volumes).toEqual([{ name: "data" }, { name: "aws-iam-token" }]);
  expect(containers?.[0]?.env).toHaveLength(2);
});

test.each([
  { value: "1200", seconds: 1200n },
  { value: "1", seconds: 600n },
  { value: "9223372036854775807", seconds: 9_223_372_036_854_775_807n },
  { value: "soon", seconds: 86_400n },
])("the pod's lifetime $value", ({ value, seconds }) => {
  expect(mutate(annotated("token-expiration", value)).volumes?.[0]?.projected).toMatchObject({
    sources: [{ serviceAccountToken: { expirationSeconds: seconds } }],
  });
});

test("skipped containers, init containers too, stay as they are; the volume is added all the same", () => {
  const containers = [{ name: "a" }, { name: "b" }];
  const pod = { ...annotated("skip-containers", "a,b"), spec: { containers, initContainers: [{ name: "b" }] } };
  expect(mutate(pod)).toMatchObject({ containers, initContainers: [{ name: "b" }] });
  expect(mutate(pod).volumes).toHaveLength(1);
});

test("init containers are mutated, ephemeral ones are not", () => {
  const spec = mutate({ spec: { containers: [{ name: "a" }], initContainers: [{ name: "i" }], ephemeralContainers: [{ name: "e" }] } });
  expect(spec.initContainers?.[0]?.volumeMounts).toHaveLength(1);
  expect(spec.ephemeralContainers).toEqual([{ name: "e" }]);
});
