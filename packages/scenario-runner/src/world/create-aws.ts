import type { Arn, JsonObject } from "@irsa-sim/core";
import { createS3, defaultKeyPolicy, type NewBucket } from "@irsa-sim/fake-s3";
import { createSts } from "@irsa-sim/fake-sts";
import {
  createAuthenticate,
  createCloudTrail,
  createIam,
  createIamQueryApi,
  createSessionStore,
  type IamAccounts,
  type IamOptions,
  type SessionStore,
} from "@irsa-sim/iam";
import type { LoadedScenario } from "../scenario/loaded-scenario.js";
import { partitionOf } from "./partition.js";
import type { Wiring } from "./wiring.js";

/** IAM, STS and S3 of one account and region. */
export function createAws({ clock, networkFrom, random, keys, hosts, scenario }: Wiring): { readonly iam: IamAccounts; readonly sessions: SessionStore } {
  const { region } = scenario.cluster;
  const network = networkFrom("aws");
  const iam = createIam({
    clock,
    random: random.stream("iam"),
    accounts: [scenario.aws.account],
    quotas: scenario.aws.quotas,
    ...organizationOf(scenario),
    propagationMs: scenario.aws.propagationSeconds * 1000,
  });
  addUsers(iam, scenario);
  const { seenByServices } = iam;
  const sessions = createSessionStore({ clock, random: random.stream("sessions") });
  const cloudTrail = createCloudTrail({ clock, random: random.stream("cloudtrail") });
  const sts = createSts({
    region,
    iam: seenByServices,
    sessions,
    network,
    clock: clock.skewed(scenario.cluster.clockSkews?.sts ?? 0),
    random: random.stream("sts"),
    publicAnchors: [keys.publicRoot],
    cloudTrail,
    accountsWithoutRegion: new Set(),
  });
  const globalSts = createSts({
    region: "us-east-1",
    iam: seenByServices,
    sessions,
    network,
    clock: clock.skewed(scenario.cluster.clockSkews?.sts ?? 0),
    random: random.stream("sts-global"),
    publicAnchors: [keys.publicRoot],
    cloudTrail,
    accountsWithoutRegion: new Set(),
  });
  const s3 = createS3({
    region,
    iam: seenByServices,
    authenticate: createAuthenticate({ iam: seenByServices, sessions }),
    buckets: bucketsOf(scenario),
    clock,
    random: random.stream("s3"),
  });
  const iamApi = createIamQueryApi({ iam, authenticate: createAuthenticate({ iam, sessions }), clock, random: random.stream("iam-api") });
  hosts.listen({ host: "iam.amazonaws.com", actor: "iam", handler: iamApi, certificate: keys.certificates.iam });
  hosts.listen({ host: "sts.amazonaws.com", actor: "sts", handler: globalSts, certificate: keys.certificates.sts });
  hosts.listen({ host: `sts.${region}.amazonaws.com`, actor: "sts", handler: sts, certificate: keys.certificates.sts });
  hosts.listen({ host: `s3.${region}.amazonaws.com`, actor: "s3", handler: s3, certificate: keys.certificates.s3 });
  hosts.listen({ host: `*.s3.${region}.amazonaws.com`, actor: "s3", handler: s3, certificate: keys.certificates.s3 });
  return { iam, sessions };
}

function addUsers(iam: IamAccounts, { aws, cluster }: LoadedScenario): void {
  const users = iam.account(aws.account)?.users;
  for (const [name, { accessKeyId, secretAccessKey, policies }] of Object.entries(aws.users)) {
    const arn = `arn:${partitionOf(cluster.region)}:iam::${aws.account}:user/${name}` as Arn;
    const stored = Object.entries(policies).map(([policy, document]) => ({ source: `user/${name}/policy/${policy}`, document }));
    // The id of a user is the key's, as unlike any other's.
    users?.set(name, { arn, id: accessKeyId.replace("AKIA", "AIDA"), name, accessKeyId, secretAccessKey, policies: stored });
  }
}

function bucketsOf({ aws, cluster }: LoadedScenario): readonly NewBucket[] {
  return Object.entries(aws.buckets).map(([name, objects]) => {
    const { account = aws.account, policy = null, kmsKey: id = null } = aws.bucketSettings[name] ?? {};
    return { name, accountId: account, objects, policy, kmsKey: id === null ? null : keyOf({ aws, cluster }, id) };
  });
}

function keyOf({ aws, cluster }: Pick<LoadedScenario, "aws" | "cluster">, id: string): NonNullable<NewBucket["kmsKey"]> {
  const { account, policy } = aws.kmsKeys[id] ?? { account: aws.account, policy: null };
  const partition = partitionOf(cluster.region);
  return { arn: `arn:${partition}:kms:${cluster.region}:${account}:key/${id}`, accountId: account, policy: policy ?? defaultKeyPolicy(account, partition) };
}

function organizationOf({ aws: { organization } }: LoadedScenario): Pick<IamOptions, "organization"> {
  if (organization === null) return {};
  const stored = (kind: string, policies: Readonly<Record<string, JsonObject>>) =>
    Object.entries(policies).map(([name, document]) => ({ source: `organization/${kind}/${name}`, document }));
  return {
    organization: {
      serviceControlPolicies: stored("service-control-policy", organization.serviceControlPolicies),
      resourceControlPolicies: stored("resource-control-policy", organization.resourceControlPolicies),
    },
  };
}
