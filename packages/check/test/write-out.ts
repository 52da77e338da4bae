/** What a scenario's world holds when it has been played, as people export it: what kubectl and the aws command line print. */
import type { Json, JsonObject, RunReport } from "@irsa-sim/core";
import type { LoadedScenario } from "@irsa-sim/scenario-runner";
import type { InputFile } from "../src/index.js";

/** A scenario, and how it went. */
export interface Played {
  readonly scenario: LoadedScenario;
  readonly report: RunReport;
}

/** The files of its cluster and its accounts. */
export function writeOut({ scenario, report }: Played): readonly InputFile[] {
  const { aws, cluster } = scenario;
  const partition = cluster.region.startsWith("cn-") ? "aws-cn" : cluster.region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
  const state = stateOf(report);
  const named = (kind: string) => [...state].flatMap(([what, after]) => (what.startsWith(`${kind} `) ? [{ name: what.slice(kind.length + 1), after }] : []));
  const providers = named("OpenIDConnectProvider");
  // A cluster has Roles of its own.
  const rolesIn = () => named("Role").filter(({ name }) => name.startsWith("arn:"));
  const rightsIn = () => [...named("Role").filter(({ name }) => !name.startsWith("arn:")), ...named("RoleBinding")];
  // What nobody got into the cluster stands in files all the same.
  const objects =
    (report.failure?.step ?? 2) < 2
      ? appliedIn(scenario)
      : [...named("ConfigMap"), ...rightsIn(), ...named("ServiceAccount"), ...named("Pod")].map(({ after }) => after);
  return [
    json("cluster.json", {
      cluster: {
        name: cluster.name,
        arn: `arn:${partition}:eks:${cluster.region}:${aws.account}:cluster/${cluster.name}`,
        version: cluster.version === undefined ? "1.34" : `1.${cluster.version}`,
        endpoint: "https://0123456789ABCDEF.gr7.eu-west-1.eks.amazonaws.com",
        identity: { oidc: { issuer: cluster.issuer.url } },
        status: "ACTIVE",
      },
    }),
    json("objects.json", {
      apiVersion: "v1",
      kind: "List",
      metadata: { resourceVersion: "" },
      items: objects.map((object) => (object.kind === "Pod" ? asRunning(object, cluster.nodeOs) : object)),
    }),
    ...[aws.account, ...aws.accounts.keys()].map((account) =>
      json(`${account}/providers.json`, {
        OpenIDConnectProviderList: providers.filter(({ name }) => name.includes(`:${account}:`)).map(({ name }) => ({ Arn: name })),
      }),
    ),
    ...providers.map(({ after: { url, clientIds, thumbprints } }, index) =>
      json(`provider-${index}.json`, {
        ...{ Url: url, ClientIDList: clientIds, ThumbprintList: thumbprints, CreateDate: "2025-03-04T10:11:12+00:00", Tags: [] },
      }),
    ),
    ...rolesIn().flatMap(({ name: arn, after }) => (arn.endsWith(`/${aws.nodeRole.name}`) ? [] : [roleFile(arn, after, scenario)])),
    ...Object.entries(aws.roles).flatMap(([name, role]) =>
      // What IAM did not take was never exported, and stands in somebody's files all the same.
      rolesIn().some((one) => one.name.endsWith(`/${name}`))
        ? []
        : [roleFile(`arn:${partition}:iam::${aws.account}:role${role.path}${name}`, { trustPolicy: role.trustPolicy }, scenario)],
    ),
    ...Object.entries(aws.roles).flatMap(([role, { policies }]) =>
      Object.entries(policies).flatMap(([policy, document]) =>
        named("RolePolicy").some(({ name }) => name === `${role}/${policy}`)
          ? []
          : [json(`not-taken-${role}-${policy}.json`, { RoleName: role, PolicyName: policy, PolicyDocument: document })],
      ),
    ),
    ...named("RolePolicy").flatMap(({ name, after }, index) => {
      const [role, policy] = name.split("/");
      return role === aws.nodeRole.name ? [] : [json(`role-policy-${index}.json`, { RoleName: role, PolicyName: policy, PolicyDocument: after })];
    }),
  ];
}

function appliedIn({ timeline }: LoadedScenario): readonly JsonObject[] {
  return timeline.flatMap((entry) => (entry.kind === "action" ? entry.objects : []));
}

/** The last state of everything that changed, by what it is. */
function stateOf({ events }: RunReport): ReadonlyMap<string, JsonObject> {
  const state = new Map<string, JsonObject>();
  for (const event of events) {
    if (event.kind !== "change") continue;
    if (event.after === null) state.delete(event.what);
    else state.set(event.what, event.after as JsonObject);
  }
  return state;
}

function roleFile(arn: string, { trustPolicy }: JsonObject, { aws }: LoadedScenario): InputFile {
  const name = arn.slice(arn.lastIndexOf("/") + 1);
  const described = [aws, ...aws.accounts.values()].map(({ roles }) => roles[name]).find((role) => role !== undefined);
  return json(`role-${name}.json`, {
    Role: {
      Path: described?.path ?? "/",
      RoleName: name,
      RoleId: "AROAEXAMPLEEXAMPLE12",
      Arn: arn,
      CreateDate: "2025-03-04T10:11:12+00:00",
      AssumeRolePolicyDocument: trustPolicy as Json,
      MaxSessionDuration: described?.maxSessionDurationSeconds ?? 3600,
      RoleLastUsed: {},
    },
  });
}

/** The scheduler and the kubelet have seen it. */
function asRunning(pod: JsonObject, nodeOs: string): JsonObject {
  const spec = pod.spec as JsonObject;
  const selector = nodeOs === "windows" ? { nodeSelector: { "kubernetes.io/os": nodeOs } } : {};
  return { ...pod, spec: { ...spec, ...selector }, status: { phase: "Running", conditions: [] } };
}

function json(file: string, value: unknown): InputFile {
  return { file, text: `${JSON.stringify(value, null, 2)}\n`, isNamed: true };
}
