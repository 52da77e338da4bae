import fc from "fast-check";
import { expect, test } from "vitest";
import { ask, patchIn, ROLE_ARN, reviewOf } from "./create-webhook.test-support.js";
import type { WebIdentity } from "./identity/decide-identity.js";
import { type Container, decodePod, type Pod } from "./kubernetes-types/pod.js";
import { mutatePod } from "./mutate-pod/mutate-pod.js";
import { DEFAULT_WEBHOOK_SETTINGS } from "./settings.js";

const AWS_VARIABLES = ["AWS_ROLE_ARN", "AWS_WEB_IDENTITY_TOKEN_FILE", "AWS_REGION", "AWS_DEFAULT_REGION", "AWS_STS_REGIONAL_ENDPOINTS", "LOG"];
const settings = { ...DEFAULT_WEBHOOK_SETTINGS, awsDefaultRegion: "eu-west-1" };
const name = fc.constantFrom("a", "b", "c", "<&>", "ü\u2028");

const container = fc.record(
  {
    name,
    image: fc.string(),
    env: fc.array(fc.record({ name: fc.constantFrom(...AWS_VARIABLES), value: fc.string({ minLength: 1, unit: "grapheme" }) }), { maxLength: 4 }),
    volumeMounts: fc.array(fc.record({ name: fc.constantFrom("aws-iam-token", "data"), mountPath: fc.constantFrom("/m", "/d") }), { maxLength: 2 }),
    securityContext: fc.record({ runAsUser: fc.nat(), runAsNonRoot: fc.boolean() }, { requiredKeys: [] }),
    livenessProbe: fc.record({ httpGet: fc.record({ port: fc.oneof(fc.nat(65_535), fc.constant("web")) }) }),
  },
  { requiredKeys: ["name"] },
);
const annotation = fc.oneof(fc.string(), fc.nat(100_000).map(String), fc.constantFrom("a", "a,b", '"a'));
const pod = fc.record({
  metadata: fc.record({
    annotations: fc.dictionary(fc.constantFrom("eks.amazonaws.com/skip-containers", "eks.amazonaws.com/token-expiration"), annotation, {
      maxKeys: 2,
      noNullPrototype: true,
    }),
  }),
  spec: fc.record(
    {
      serviceAccountName: fc.constant("app"),
      nodeSelector: fc.constantFrom({ "kubernetes.io/os": "windows" }, {}),
      volumes: fc.array(fc.record({ name: fc.constantFrom("aws-iam-token", "data", "other") }), { maxLength: 3 }),
      containers: fc.array(container, { maxLength: 3 }),
      initContainers: fc.array(container, { maxLength: 2 }),
    },
    { requiredKeys: ["serviceAccountName", "containers"] },
  ),
});

test("the patch applied to the pod gives the mutated pod", async () => {
  const identity: WebIdentity = {
    outcome: "mutate",
    reason: "role-annotation",
    roleArn: ROLE_ARN,
    audience: settings.tokenAudience,
    stsRegionalEndpoint: false,
    tokenExpirationSeconds: settings.tokenExpirationSeconds,
  };
  await fc.assert(
    fc.asyncProperty(pod, async (before) => {
      const applied = apply(before, await patchOf(before));
      expect(decodePod(applied)).toEqual(asJson(asWritten(mutatePod(decodePod(before), identity, settings))));
    }),
  );
});

test("mutating a mutated pod changes nothing, and still a patch is sent", async () => {
  await fc.assert(
    fc.asyncProperty(pod, async (before) => {
      const once = apply(before, await patchOf(before));
      const operations = await patchOf(once);
      expect(operations.map(({ path }) => path)).toContain("/spec/containers");
      expect(apply(once, operations)).toEqual(once);
    }),
  );
});

interface Operation {
  readonly op: string;
  readonly path: string;
  readonly value: unknown;
}

async function patchOf(object: object): Promise<readonly Operation[]> {
  const { response } = await ask({ body: reviewOf(object), settings });
  return JSON.parse(patchIn(response) ?? "null") as readonly Operation[];
}

/** `add` of RFC 6902, section 4.1, which is all that the webhook sends. */
function apply(object: object, operations: readonly Operation[]): object {
  const copy = structuredClone(object) as Record<string, unknown>;
  for (const { op, path, value } of operations) {
    expect(op).toBe("add");
    const keys = path.split("/").slice(1);
    const key = keys.pop() as string;
    const parent = keys.reduce<unknown>((at, step) => (at as Record<string, unknown>)[step], copy);
    if (Array.isArray(parent)) parent.splice(Number(key), 0, value);
    else (parent as Record<string, unknown>)[key] = value;
  }
  return copy;
}

/** Each container as it is written: with `resources`, and without what is empty. */
function asWritten(mutated: Pod): Pod {
  const write = (container: Container): Container => ({
    ...Object.fromEntries(Object.entries(container).filter(([, value]) => value !== "" && !(Array.isArray(value) && value.length === 0))),
    resources: {},
  });
  const { containers = [], initContainers } = mutated.spec ?? {};
  return { ...mutated, spec: { ...mutated.spec, containers: containers.map(write), ...(initContainers && { initContainers: initContainers.map(write) }) } };
}

function asJson(value: object): unknown {
  return JSON.parse(JSON.stringify(value, (_key, member: unknown) => (typeof member === "bigint" ? Number(member) : member)));
}
