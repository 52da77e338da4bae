import { type AccountId, type Arn, type Clock, type JsonObject, partitionOf } from "@irsa-sim/core";
import { createS3, defaultKeyPolicy, type NewBucket } from "@irsa-sim/fake-s3";
import { createSts } from "@irsa-sim/fake-sts";
import {
  createAuthenticate,
  createCloudTrail,
  createIam,
  createIamQueryApi,
  createSessionStore,
  type Iam,
  type IamAccounts,
  type IamOptions,
  type OpenIdConnectProvider,
  type SessionStore,
} from "@irsa-sim/iam";
import type { WorldDescription } from "../description/world-description.js";
import { awsHosts } from "./aws-hosts.js";
import { issuerOf } from "./issuer-of.js";
import type { Wiring } from "./wiring.js";

/** A region of each partition but `aws`, which has us-east-1. */
const OTHER_PARTITIONS = { "aws-cn": "cn-north-1", "aws-us-gov": "us-gov-west-1" };

/** IAM, STS and S3 of a region; the STS of us-east-1, which for the partition `aws` is the global one; and an STS of each other partition. */
export function createAws({ clock, networkFrom, random, keys, hosts, description }: Wiring): { readonly iam: IamAccounts; readonly sessions: SessionStore } {
  const { region } = description.cluster;
  const network = networkFrom("aws");
  const { account } = description.aws;
  const partition = partitionOf(region);
  const iam = createIam({
    clock,
    random: random.stream("iam"),
    partition,
    accounts: [description.aws.account, ...description.aws.accounts.keys()],
    quotas: description.aws.quotas,
    ...organizationOf(description),
    propagationMs: description.aws.propagationSeconds * 1000,
  });
  for (const provider of providersOfOtherClusters(description, clock)) iam.account(description.aws.account)?.oidcProviders.set(provider.url, provider);
  addUsers(iam, description);
  const { seenByServices } = iam;
  const sessions = createSessionStore({ clock, random: random.stream("sessions") });
  const cloudTrail = createCloudTrail({ clock, random: random.stream("cloudtrail") });
  // Another partition knows nothing of this one's accounts.
  const nobody = createIam({ clock, random: random.stream("iam-elsewhere"), accounts: [] });
  const { rateLimit, inactiveRegions } = description.aws.sts;
  const listenSts = (names: readonly string[], place: { readonly region: string; readonly stream: string; readonly iam: Iam }): void => {
    const handler = createSts({
      ...place,
      sessions,
      network,
      clock: clock.skewed(description.cluster.clockSkews?.sts ?? 0),
      random: random.stream(place.stream),
      publicAnchors: [keys.publicRoot],
      cloudTrail,
      accountsWithoutRegion: new Set<AccountId>(inactiveRegions.includes(place.region) ? [account] : []),
      ...(rateLimit === null ? {} : { rateLimit }),
    });
    for (const host of names) hosts.listen({ host, actor: "sts", handler, certificate: keys.certificates.sts });
  };
  const s3 = createS3({
    region,
    iam: seenByServices,
    authenticate: createAuthenticate({ iam: seenByServices, sessions }),
    buckets: bucketsOf(description),
    clock,
    random: random.stream("s3"),
  });
  const iamApi = createIamQueryApi({
    iam,
    authenticate: createAuthenticate({ iam, sessions }),
    clock,
    region: awsHosts(region).iam.region,
    random: random.stream("iam-api"),
  });
  const { certificates } = keys;
  const named = awsHosts(region);
  hosts.listen({ host: named.iam.host, actor: "iam", handler: iamApi, certificate: certificates.iam });
  listenSts(["sts.amazonaws.com", awsHosts("us-east-1").sts], {
    region: "us-east-1",
    stream: "sts-global",
    iam: partition === "aws" ? seenByServices : nobody,
  });
  for (const [other, elsewhere] of Object.entries(OTHER_PARTITIONS)) {
    if (other !== partition) listenSts([awsHosts(elsewhere).sts], { region: elsewhere, stream: `sts-${other}`, iam: nobody });
  }
  listenSts([named.sts], { region, stream: "sts", iam: seenByServices });
  for (const host of [named.s3, `*.${named.s3}`]) hosts.listen({ host, actor: "s3", handler: s3, certificate: certificates.s3 });
  return { iam, sessions };
}

/** One per cluster of before: `oidc.eks.eu-west-1.amazonaws.com/id/` and its number, in hex. */
function providersOfOtherClusters({ aws, cluster }: WorldDescription, clock: Clock): readonly OpenIdConnectProvider[] {
  return Array.from({ length: aws.otherOidcProviders }, (_, index) => {
    const url = issuerOf(cluster.region, (index + 1).toString(16).toUpperCase().padStart(32, "0"));
    const arn = `arn:${partitionOf(cluster.region)}:iam::${aws.account}:oidc-provider/${url}` as Arn;
    return { arn, url, clientIds: ["sts.amazonaws.com"], thumbprints: [], createdAt: clock.now() };
  });
}

function addUsers(iam: IamAccounts, { aws, cluster }: WorldDescription): void {
  const users = iam.account(aws.account)?.users;
  for (const [name, { accessKeyId, secretAccessKey, policies }] of Object.entries(aws.users)) {
    const arn = `arn:${partitionOf(cluster.region)}:iam::${aws.account}:user/${name}` as Arn;
    const stored = Object.entries(policies).map(([policy, document]) => ({ source: `user/${name}/policy/${policy}`, document }));
    // The id of a user is the key's, as unlike any other's.
    users?.set(name, { arn, id: accessKeyId.replace("AKIA", "AIDA"), name, accessKeyId, secretAccessKey, policies: stored });
  }
}

function bucketsOf({ aws, cluster }: WorldDescription): readonly NewBucket[] {
  return Object.entries(aws.buckets).map(([name, objects]) => {
    const { account = aws.account, policy = null, kmsKey: id = null } = aws.bucketSettings[name] ?? {};
    return { name, accountId: account, objects, policy, kmsKey: id === null ? null : keyOf({ aws, cluster }, id) };
  });
}

function keyOf({ aws, cluster }: Pick<WorldDescription, "aws" | "cluster">, id: string): NonNullable<NewBucket["kmsKey"]> {
  const { account, policy } = aws.kmsKeys[id] ?? { account: aws.account, policy: null };
  const partition = partitionOf(cluster.region);
  return { arn: `arn:${partition}:kms:${cluster.region}:${account}:key/${id}`, accountId: account, policy: policy ?? defaultKeyPolicy(account, partition) };
}

function organizationOf({ aws: { organization } }: WorldDescription): Pick<IamOptions, "organization"> {
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
