/** Worlds in which all is as it should be, by chance. */
import fc from "fast-check";
import {
  AUDIENCE,
  type Conditions,
  type Identity,
  identityOf,
  providerArnOf,
  type Statement,
  statementFor,
  subjectOf,
  type TrustPolicy,
  WORKING,
  type World,
  type WrittenWorkload,
} from "./world.js";

const NAMESPACES = ["default", "billing", "kube-system", "team-a", "a"];
const NAMES = ["payments", "api", "external-dns", "worker-2", "x"];
const KINDS = ["Deployment", "StatefulSet", "DaemonSet", "Job", "CronJob", "Pod"] as const;
const REGIONS = ["us-west-2", "eu-west-1", "ap-southeast-1"];

/** How a trust policy that admits its service account can be written. */
type TrustStyle = (world: Pick<World, "account" | "issuer">, identity: Pick<Identity, "namespace" | "serviceAccount">) => readonly Statement[];

const OTHER = "system:serviceaccount:other:other-sa";
const conditions = ({ issuer }: Pick<World, "issuer">, sub: Conditions[string]): Conditions => ({
  StringEquals: { [`${issuer}:aud`]: AUDIENCE },
  ...{ StringLike: sub },
});
const TRUST_STYLES: Readonly<Record<string, TrustStyle>> = {
  plain: (world, identity) => [statementFor(world, subjectOf(identity))],
  "StringLike without a star": (world, identity) => [
    { ...statementFor(world, ""), Condition: conditions(world, { [`${world.issuer}:sub`]: subjectOf(identity) }) },
  ],
  "a pattern": (world, identity) => [
    { ...statementFor(world, ""), Condition: conditions(world, { [`${world.issuer}:sub`]: `system:serviceaccount:${identity.namespace}:*` }) },
  ],
  "several accounts": (world, identity) => {
    const { Condition: own, ...statement } = statementFor(world, subjectOf(identity));
    return [{ ...statement, Condition: { StringEquals: { ...own?.StringEquals, [`${world.issuer}:sub`]: [OTHER, subjectOf(identity)] } } }];
  },
  "several actions": (world, identity) => [{ ...statementFor(world, subjectOf(identity)), Action: ["sts:AssumeRoleWithWebIdentity", "sts:TagSession"] }],
  "without audience": (world, identity) => [{ ...statementFor(world, ""), Condition: { StringEquals: { [`${world.issuer}:sub`]: subjectOf(identity) } } }],
  "another's statement first": (world, identity) => [statementFor(world, OTHER), statementFor(world, subjectOf(identity))],
  "a node's statement behind": (world, identity) => [
    statementFor(world, subjectOf(identity)),
    { Effect: "Allow", Principal: { Service: "ec2.amazonaws.com" }, Action: "sts:AssumeRole" },
  ],
  "another is denied": (world, identity) => [
    statementFor(world, subjectOf(identity)),
    {
      Effect: "Deny",
      Principal: { Federated: providerArnOf(world) },
      Action: "sts:AssumeRoleWithWebIdentity",
      Condition: { StringEquals: { [`${world.issuer}:sub`]: OTHER } },
    },
  ],
};

const name = fc.constantFrom("log-router", "proxy", "metrics");
const env = fc.constantFrom([], [{ name: "LOG_LEVEL", value: "info" }], [{ name: "AWS_REGION", value: "eu-central-1" }]);

const workload = fc.record({
  kind: fc.constantFrom(...KINDS),
  env,
  sidecar: fc.option(name),
  init: fc.option(fc.constant("migrate")),
  spec: fc.constantFrom({}, { securityContext: { fsGroup: 2000 } }, { terminationGracePeriodSeconds: 10 }),
  podAnnotations: fc.constantFrom({}, { "prometheus.io/scrape": "true" }),
});

const identity = fc.record({
  namespace: fc.constantFrom(...NAMESPACES),
  name: fc.constantFrom(...NAMES),
  path: fc.constantFrom("/", "/", "/team-b/"),
  style: fc.constantFrom(...Object.keys(TRUST_STYLES)),
  workload,
});

/** A world with one to three workloads, each with a role of its own. */
export const randomWorld: fc.Arbitrary<World> = fc
  .record({
    region: fc.constantFrom(...REGIONS),
    account: fc.constantFrom("444455556666", "111122223333"),
    clientIds: fc.constantFrom([AUDIENCE], [AUDIENCE, "other"]),
    identities: fc.uniqueArray(identity, { minLength: 1, maxLength: 3, selector: (one) => one.name }),
  })
  .map(({ region, account, clientIds, identities }) => {
    const issuer = `oidc.eks.${region}.amazonaws.com/id/5E5D7BAA84911ACC36EE4D978F209DD7`;
    const place = { account, issuer };
    return { ...WORKING, ...place, region, clientIds, providerUrl: issuer, identities: identities.map((one) => toIdentity(one, place)) };
  });

type Chosen = typeof identity extends fc.Arbitrary<infer Value> ? Value : never;

function toIdentity({ namespace, name, path, style, workload: chosen }: Chosen, world: Pick<World, "account" | "issuer">): Identity {
  const plain = identityOf({ namespace, name, path }, world);
  const trust: TrustPolicy = { Version: "2012-10-17", Statement: TRUST_STYLES[style]?.(world, plain) ?? [] };
  const { kind, env, sidecar, init, spec, podAnnotations } = chosen;
  const made: WrittenWorkload = {
    ...plain.workload,
    kind,
    spec,
    podAnnotations,
    containers: [{ name: "app", env }, ...(sidecar === null ? [] : [{ name: sidecar, env: [] }])],
    initContainers: init === null ? [] : [{ name: init, env: [] }],
  };
  return { ...plain, workload: made, role: { ...plain.role, trust } };
}
