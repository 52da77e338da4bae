import { describe, expect, test } from "vitest";
import type { ContainerCredentials, WebIdentity } from "../identity/decide-identity.js";
import type { Pod } from "../kubernetes-types/pod.js";
import { DEFAULT_WEBHOOK_SETTINGS } from "../settings.js";
import { type MutationOptions, mutatePod } from "./mutate-pod.js";
import { podTokenOf } from "./pod-token.js";

const identity: WebIdentity = {
  outcome: "mutate",
  reason: "role-annotation",
  roleArn: "ROLE",
  audience: "sts.amazonaws.com",
  stsRegionalEndpoint: false,
  tokenExpirationSeconds: 86_400n,
};
const OPTIONS: MutationOptions = { settings: DEFAULT_WEBHOOK_SETTINGS, random: { integer: (min) => min } };
const mutate = (pod: Pod) => mutatePod(pod, podTokenOf(identity, DEFAULT_WEBHOOK_SETTINGS), OPTIONS).spec ?? {};
const annotated = (name: string, value: string): Pod => ({ metadata: { annotations: { [`eks.amazonaws.com/${name}`]: value } }, spec: { containers: [] } });

test("the volume goes to the front", () => {
  const { volumes } = mutate({ spec: { volumes: [{ name: "data" }] } });
  expect(volumes?.map(({ name }) => name)).toEqual(["aws-iam-token", "data"]);
  expect(volumes?.[0]?.projected).toEqual({
    sources: [{ serviceAccountToken: { audience: "sts.amazonaws.com", expirationSeconds: 86_400n, path: "token" } }],
  });
});

test.each([
  { name: "without containers", pod: { spec: {} } },
  { name: "without a spec", pod: {} },
])("a pod $name gets the volume alone", ({ pod }) => {
  const spec = mutate(pod);
  expect([spec.containers, spec.volumes?.length, Object.keys(spec)]).toEqual([[], 1, ["volumes", "containers"]]);
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

describe("container credentials", () => {
  const listed = (tokenExpirationSeconds: bigint): ContainerCredentials => ({
    outcome: "mutate",
    reason: "container-credentials",
    stsRegionalEndpoint: false,
    tokenExpirationSeconds,
  });
  const mutateListed = (pod: Pod, seconds = 86_400n, random = OPTIONS.random): Pod =>
    mutatePod(pod, podTokenOf(listed(seconds), DEFAULT_WEBHOOK_SETTINGS), { ...OPTIONS, random });

  test("variables, mount and volume of that mode", () => {
    const { spec } = mutateListed({ spec: { containers: [{ name: "a", env: [{ name: "AWS_ROLE_ARN", value: "own" }] }] } });
    expect(spec?.containers?.[0]).toEqual({
      name: "a",
      env: [
        { name: "AWS_ROLE_ARN", value: "own" },
        { name: "AWS_CONTAINER_CREDENTIALS_FULL_URI", value: "http://169.254.170.23/v1/credentials" },
        {
          name: "AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE",
          value: "/var/run/secrets/pods.eks.amazonaws.com/serviceaccount/eks-pod-identity-token",
        },
      ],
      volumeMounts: [{ name: "eks-pod-identity-token", readOnly: true, mountPath: "/var/run/secrets/pods.eks.amazonaws.com/serviceaccount" }],
    });
  });

  test.each([
    { name: "no labels", labels: undefined, after: { "eks.amazonaws.com/pod-identity": "enabled" } },
    { name: "other labels", labels: { app: "a" }, after: { app: "a", "eks.amazonaws.com/pod-identity": "enabled" } },
    { name: "an existing value", labels: { "eks.amazonaws.com/pod-identity": "no" }, after: { "eks.amazonaws.com/pod-identity": "enabled" } },
  ])("the label is written: $name", ({ labels, after }) => {
    expect(mutateListed({ metadata: labels === undefined ? {} : { labels } }).metadata?.labels).toEqual(after);
  });

  test.each([
    { name: "a day becomes the earliest", seconds: 86_400n, pod: {}, expected: 79_200n },
    { name: "a day that an annotation asks for too", seconds: 3600n, pod: annotated("token-expiration", "86400"), expected: 79_200n },
    { name: "any other lifetime stays", seconds: 86_401n, pod: {}, expected: 86_401n },
  ])("jitter: $name", ({ seconds, pod, expected }) => {
    const [volume] = mutateListed(pod, seconds).spec?.volumes ?? [];
    expect(volume?.projected).toMatchObject({ sources: [{ serviceAccountToken: { expirationSeconds: expected, audience: "pods.eks.amazonaws.com" } }] });
  });

  test("jitter draws from 79200 to 86400, both included", () => {
    const drawn: number[] = [];
    const random = { integer: (min: number, max: number) => drawn.push(min, max) + 79_198 };
    mutateListed({}, 86_400n, random);
    expect(drawn).toEqual([79_200, 86_400]);
  });
});
