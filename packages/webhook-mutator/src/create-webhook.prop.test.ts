import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ask, patchIn, ROLE_ARN, reviewOf } from "./create-webhook.test-support.js";
import { goValueOf } from "./go-value-of.test-support.js";
import type { IdentityDecision } from "./identity/decide-identity.js";
import { type Container, decodePod, type Pod } from "./kubernetes-types/pod.js";
import { mutatePod } from "./mutate-pod/mutate-pod.js";
import { podTokenOf } from "./mutate-pod/pod-token.js";
import { DEFAULT_WEBHOOK_SETTINGS } from "./settings.js";

const AWS_VARIABLES = [
  "AWS_CONTAINER_CREDENTIALS_FULL_URI",
  "AWS_ROLE_ARN",
  "AWS_WEB_IDENTITY_TOKEN_FILE",
  "AWS_REGION",
  "AWS_DEFAULT_REGION",
  "AWS_STS_REGIONAL_ENDPOINTS",
  "LOG",
];
/** Each run asks a whole webhook; what one pod in a thousand would show belongs into a table. */
const RUNS = { numRuns: 40 };
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

const MODES: readonly { readonly mode: string; readonly identity: Extract<IdentityDecision, { outcome: "mutate" }>; readonly listed: boolean }[] = [
  {
    mode: "web identity",
    identity: {
      outcome: "mutate",
      reason: "role-annotation",
      roleArn: ROLE_ARN,
      audience: settings.tokenAudience,
      stsRegionalEndpoint: false,
      tokenExpirationSeconds: settings.tokenExpirationSeconds,
    },
    listed: false,
  },
  {
    mode: "container credentials",
    identity: { outcome: "mutate", reason: "container-credentials", stsRegionalEndpoint: false, tokenExpirationSeconds: 86_400n },
    listed: true,
  },
];

describe.each(MODES)("$mode", ({ identity, listed }) => {
  const random = { integer: (min: number) => min };

  test("the patch applied to the pod gives the mutated pod", async () => {
    await fc.assert(
      fc.asyncProperty(pod, async (before) => {
        const applied = apply(before, await patchOf(before, listed));
        expect(decodePod(goValueOf(applied))).toEqual(
          asJson(asWritten(mutatePod(decodePod(goValueOf(before)), podTokenOf(identity, settings), { settings, random }))),
        );
      }),
      RUNS,
    );
  });

  test("mutating a mutated pod changes nothing, and still a patch is sent", async () => {
    await fc.assert(
      fc.asyncProperty(pod, async (before) => {
        const once = apply(before, await patchOf(before, listed));
        const operations = await patchOf(once, listed);
        expect(operations.map(({ path }) => path)).toContain("/spec/containers");
        expect(apply(once, operations)).toEqual(once);
      }),
      RUNS,
    );
  });

  test("what one container gets does not depend on the others", async () => {
    await fc.assert(
      fc.asyncProperty(pod, async (before) => {
        const mutate = (one: Pod): Pod => mutatePod(one, podTokenOf(identity, settings), { settings, random });
        const decoded = decodePod(goValueOf(before));
        const containers = decoded.spec?.containers ?? [];
        const reversed = mutate({ ...decoded, spec: { ...decoded.spec, containers: [...containers].reverse() } });
        expect([...(reversed.spec?.containers ?? [])].reverse()).toEqual(mutate(decoded).spec?.containers);
      }),
      RUNS,
    );
  });
});

test("a pod whose service account has no role is never touched", async () => {
  await fc.assert(
    fc.asyncProperty(pod, async (before) => {
      const { response } = await ask({ body: reviewOf(before), settings, annotations: {} });
      expect(patchIn(response)).toBeNull();
    }),
    RUNS,
  );
});

interface Operation {
  readonly op: string;
  readonly path: string;
  readonly value: unknown;
}

async function patchOf(object: object, listed: boolean): Promise<readonly Operation[]> {
  const { response } = await ask({
    body: reviewOf(object),
    settings: { ...settings, watchContainerCredentialsConfig: "/config" },
    prepare: (webhook, trace) =>
      webhook.containerCredentialsFileChanged(listed ? '{"identities":[{"namespace":"default","serviceAccount":"app"}]}' : null, trace.root),
  });
  return JSON.parse(patchIn(response) ?? "null") as readonly Operation[];
}

/** `add` of RFC 6902, section 4.1, which is all that the webhook sends. */
function apply(object: object, operations: readonly Operation[]): object {
  const copy = structuredClone(object) as Record<string, unknown>;
  for (const { op, path, value } of operations) {
    expect(op).toBe("add");
    const keys = path
      .split("/")
      .slice(1)
      .map((key) => key.replaceAll("~1", "/").replaceAll("~0", "~"));
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
