/** Worlds with one or two things wrong in them: each refusal has a cause, of the pod that failed, and each fix that is told as one works. */
import { createRandom, type Random, type RunReport } from "@irsa-sim/core";
import { WELL_KNOWN_KEYS } from "@irsa-sim/simulation";
import { describe, expect, test } from "vitest";
import { applyEdits, type LoadedScenario, loadScenario, runScenario, runWithFix } from "../../src/index.js";
import { catalogueFiles, START_AT } from "../catalogue.js";
import { ISSUER, type Mutation, type MutationKind, type Pick, picker } from "./mutation.js";
import { POD_MUTATIONS } from "./pods.js";
import { POLICY_MUTATIONS } from "./policies.js";
import { TRUST_MUTATIONS } from "./trust.js";

const OPTIONS = { seed: "1", startAt: START_AT, keys: WELL_KNOWN_KEYS, keysAre: "well-known" } as const;
const CHUNKS = 8;
const WORLDS_PER_CHUNK = 250;
const KINDS: readonly (readonly MutationKind[])[] = [TRUST_MUTATIONS, POLICY_MUTATIONS, POD_MUTATIONS];

/** Of a pod without any role, and of one that has another role and is well: each calls before the pod in question does, or is created after it. */
const OTHERS = {
  "plain.yaml": "apiVersion: v1\nkind: Pod\nmetadata: { name: plain }\nspec: { containers: [{ name: app, image: example.com/a:1 }] }\n",
  "plain-of-its-name.yaml": "apiVersion: v1\nkind: Pod\nmetadata: { name: my-pod }\nspec: { containers: [{ name: app, image: example.com/a:1 }] }\n",
  "well-account.yaml":
    "apiVersion: v1\nkind: ServiceAccount\nmetadata: { name: well, annotations: { eks.amazonaws.com/role-arn: arn:aws:iam::111122223333:role/well } }\n",
  "well.yaml":
    "apiVersion: v1\nkind: Pod\nmetadata: { name: well }\nspec: { serviceAccountName: well, containers: [{ name: app, image: example.com/a:1 }, { name: sidecar, image: example.com/b:1 }] }\n",
};
const WELL_ROLE = `aws:
  roles:
    well:
      trustPolicy:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Principal: { Federated: "arn:aws:iam::\${account}:oidc-provider/\${issuer}" }
            Action: sts:AssumeRoleWithWebIdentity
            Condition: { StringEquals: { "\${issuer}:sub": "system:serviceaccount:default:well" } }
      policies: { read: read-my-bucket.json }
`;
const PROVIDER = `  oidcProviders: [{ url: "https://${ISSUER}", clientIds: [sts.amazonaws.com] }]\n`;
const OWN_CALL = 'call: { pod: my-pod, sdk: dotnet-v3, action: "s3:GetObject", bucket: my-bucket, key: hello.txt }';
const BASES = {
  "one pod": ["apply: [service-account.yaml, pod.yaml]", OWN_CALL],
  "a plain pod after it": ["apply: [service-account.yaml, pod.yaml]", "apply: [plain.yaml]", OWN_CALL],
  "pods of its name in another cluster": [
    "{ cluster: green, apply: [plain-of-its-name.yaml] }",
    "apply: [service-account.yaml, pod.yaml]",
    "{ cluster: green, apply: [service-account.yaml] }",
    OWN_CALL,
  ],
  "in the second cluster, with one of its name in the first": [
    "apply: [plain-of-its-name.yaml]",
    "{ cluster: green, apply: [service-account.yaml, pod.yaml] }",
    `{ cluster: green, ${OWN_CALL} }`,
  ],
  "two others before and after it": ["apply: [plain.yaml]", "apply: [service-account.yaml, pod.yaml]", "apply: [well-account.yaml, well.yaml]", OWN_CALL],
} as const;

const CLUSTERS = "clusters: { green: { webhook: { region: eu-west-1 } } }\n";
const IN_GREEN: keyof typeof BASES = "in the second cluster, with one of its name in the first";
/** The second cluster has the issuer that everything is about, and the first one nobody's. */
const SECOND = `cluster: { issuerId: 00112233445566778899AABBCCDDEEFF }
clusters: { green: { issuerId: A1B2C3D4E5F60718293A4B5C6D7E8F90, webhook: { region: eu-west-1 } } }
`;

const load = (base: string, timeline: readonly string[]): LoadedScenario => {
  const own = Object.fromEntries(Object.entries(OTHERS).map(([file, text]) => [`world/${file}`, text]));
  const clusters = base === IN_GREEN ? SECOND : timeline.some((line) => line.includes("green")) ? CLUSTERS : "";
  const lines = timeline.map((line) => `  - ${line}`).join("\n");
  const scenario = `title: world\nbase: basic\n${clusters}${WELL_ROLE}${base === IN_GREEN ? PROVIDER : ""}expect: { outcome: succeeded }\ntimeline:\n${lines}\n`;
  return loadScenario(catalogueFiles({ ...own, "world/scenario.yaml": scenario }), "world");
};

interface World {
  readonly name: string;
  readonly base: keyof typeof BASES;
  readonly mutations: readonly Mutation[];
  /** Whether what is told of it is played anew from outside, which takes time. */
  readonly isLookedInto: boolean;
}

function drawWorld(random: Random): World {
  const pick: Pick = picker(random);
  const mutations = Array.from({ length: pick([1, 1, 2]) }, () => pick(pick(KINDS))(pick));
  const base = pick(["one pod", "one pod", "a plain pod after it", "pods of its name in another cluster", IN_GREEN, "two others before and after it"] as const);
  return { name: `${base}: ${mutations.map(({ name }) => name).join("; ")}`, base, mutations, isLookedInto: pick([true, false, false, false]) };
}

const loaded = new Map(Object.entries(BASES).map(([name, timeline]) => [name, load(name, timeline)]));

function subjectOf(base: World["base"]) {
  return { pod: "default/my-pod", ...(base === IN_GREEN ? { cluster: "green" } : {}) };
}

/** `null` where two mutations do not go together: the one took away what the other changes. */
function build({ base, mutations }: World): LoadedScenario | null {
  const scenario = loaded.get(base) as LoadedScenario;
  const stopped = { index: scenario.timeline.length, subject: subjectOf(base) };
  return applyEdits(
    scenario,
    mutations.flatMap(({ edits }) => edits),
    stopped,
  );
}

/** What is wrong with what is told of a world; empty when nothing is. */
async function judge(world: World, scenario: LoadedScenario): Promise<readonly string[]> {
  const report = await runWithFix(scenario, OPTIONS);
  const { failure } = report;
  if (failure === null) return [];
  const told = [
    ...(failure.cause === null || !failure.because || !failure.fix ? ["no cause"] : []),
    ...(failure.subject.pod === undefined || failure.subject.pod === "default/my-pod" ? [] : [`the pod is ${failure.subject.pod}`]),
    ...(failure.subject.cluster !== undefined && (failure.subject.cluster === "green") !== (world.base === IN_GREEN) ? ["the pod is the other cluster's"] : []),
    ...(world.isLookedInto ? await judgeFix(scenario, report) : []),
    ...(world.base === "one pod" || !world.isLookedInto ? [] : await judgeNeighbours(world, failure.cause)),
  ];
  return told.map((problem) => `${world.name} -> ${failure.cause}: ${problem}`);
}

/** A fix that is told as one mends the world from the beginning, with all that it expects. */
async function judgeFix(scenario: LoadedScenario, { failure }: RunReport): Promise<readonly string[]> {
  if (failure === null || !failure.isFixTried) return [];
  const mended = applyEdits(scenario, failure.edits, { index: scenario.timeline.length, subject: failure.subject });
  const again = mended === null ? null : await runScenario(mended, OPTIONS);
  return again?.outcome === "as-expected" ? [] : [`the fix fails: ${failure.fix}`];
}

/** Pods beside it change nothing of what is said of a pod. */
async function judgeNeighbours(world: World, cause: string | null): Promise<readonly string[]> {
  const alone = build({ ...world, base: "one pod" });
  const { failure } = await runScenario(alone as LoadedScenario, OPTIONS);
  return failure?.cause === cause ? [] : [`alone it is ${failure?.cause}`];
}

describe("random worlds", () => {
  test.each(Array.from({ length: CHUNKS }, (_, chunk) => chunk))("chunk %i", { timeout: 240_000 }, async (chunk) => {
    const random = createRandom(`worlds/${chunk}`);
    const problems: string[] = [];
    let played = 0;
    while (played < WORLDS_PER_CHUNK) {
      const world = drawWorld(random);
      const scenario = build(world);
      if (scenario === null) continue;
      played += 1;
      problems.push(...(await judge(world, scenario)));
    }
    expect(problems).toEqual([]);
  });
});
