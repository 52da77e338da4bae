import { type AccountId, type Handler, partitionOf } from "@irsa-sim/core";
import { type Bucket, createS3 } from "@irsa-sim/fake-s3";
import { createSts } from "@irsa-sim/fake-sts";
import {
  createAuthenticate,
  createCloudTrail,
  createIam,
  createIamQueryApi,
  createSealedSessions,
  createSessionStore,
  type IamAccounts,
  type SessionKeeper,
  type SessionSealing,
} from "@irsa-sim/iam";
import { REGIONS } from "../keys/regions.js";
import { kmsKeysOf, newBuckets } from "../settings/aws/buckets/new-buckets.js";
import { organizationOptions } from "../settings/aws/organization/organization-options.js";
import { addOtherOidcProviders } from "../settings/aws/other-oidc-providers/add-other-oidc-providers.js";
import { addUsers } from "../settings/aws/users/add-users.js";
import { vpcEndpointsOf } from "../settings/cluster/network/vpc-endpoints.js";
import { accountsOf, clustersOf } from "../settings/clusters/clusters-of.js";
import { awsHosts } from "./aws-hosts.js";
import { createEksAuthHosts, type EksAuthIn } from "./create-eks-auth-hosts.js";
import { whenAsked } from "./when-asked.js";
import type { Wiring } from "./wiring.js";

/** The region that the hosts without one belong to. */
const GLOBAL_REGION = "us-east-1";

/** What AWS's part of a world is wired with. */
export interface AwsWiring extends Wiring {
  /** Lets sessions stand in their tokens; they are kept in memory when absent. */
  readonly sealing?: SessionSealing | null;
}

/** IAM, and STS and S3 in all regions; those of other partitions know nothing of this one's accounts. */
export function createAws({ clock, networkFrom, random, keys, hosts, description, sealing = null }: AwsWiring): {
  readonly iam: IamAccounts;
  readonly sessions: SessionKeeper;
  readonly eksAuthIn: EksAuthIn;
  readonly buckets: Map<string, Bucket>;
} {
  const { region } = description.cluster;
  const network = networkFrom("aws");
  const { account } = description.aws;
  const partition = partitionOf(region);
  const iam = createIam({
    clock,
    random: random.stream("iam"),
    partition,
    accounts: accountsOf(description),
    quotas: description.aws.quotas,
    ...organizationOptions(description.aws),
    vpcEndpoints: clustersOf(description).flatMap((cluster) => vpcEndpointsOf(cluster.description)),
    propagationMs: description.aws.propagationSeconds * 1000,
  });
  addOtherOidcProviders(iam, description, clock);
  addUsers(iam, description);
  const { seenByServices } = iam;
  const sessions =
    sealing === null ? createSessionStore({ clock, random: random.stream("sessions") }) : createSealedSessions({ ...sealing, clock, iam: seenByServices });
  const cloudTrail = createCloudTrail({ clock, random: random.stream("cloudtrail") });
  // Another partition knows nothing of this one's accounts.
  const nobody = createIam({ clock, random: random.stream("iam-elsewhere"), accounts: [] });
  const { rateLimit, inactiveRegions } = description.aws.sts;
  const stsIn = (place: { readonly region: string; readonly stream: string }): Handler =>
    createSts({
      region: place.region,
      iam: partitionOf(place.region) === partition ? seenByServices : nobody,
      sessions,
      network,
      clock: clock.skewed(description.cluster.clockSkews.sts),
      random: random.stream(place.stream),
      publicAnchors: [keys.publicRoot, keys.serviceAuthority.certificate],
      cloudTrail,
      accountsWithoutRegion: new Set<AccountId>(inactiveRegions.includes(place.region) ? [account] : []),
      ...(rateLimit === null ? {} : { rateLimit }),
    });
  const buckets = new Map<string, Bucket>();
  const s3 = createS3({
    iam: seenByServices,
    authenticate: createAuthenticate({ iam: seenByServices, sessions }),
    buckets: newBuckets(description),
    store: buckets,
    kmsKeys: kmsKeysOf(description),
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
  for (const each of new Set([region, ...REGIONS])) {
    const { sts, s3: s3Host } = awsHosts(each);
    const handler = whenAsked(() => stsIn({ region: each, stream: each === region ? "sts" : each === GLOBAL_REGION ? "sts-global" : `sts/${each}` }));
    hosts.listen({ host: sts, actor: "sts", handler, certificate: certificates.sts });
    if (each === GLOBAL_REGION) hosts.listen({ host: "sts.amazonaws.com", actor: "sts", handler, certificate: certificates.sts });
    if (partitionOf(each) === partition)
      for (const host of [s3Host, `*.${s3Host}`]) hosts.listen({ host, actor: "s3", handler: s3, certificate: certificates.s3 });
  }
  if (partition === "aws")
    for (const host of ["s3.amazonaws.com", "*.s3.amazonaws.com"]) hosts.listen({ host, actor: "s3", handler: s3, certificate: certificates.s3 });
  return { iam, sessions, buckets, eksAuthIn: createEksAuthHosts({ clock, random, keys, hosts }, { iam: seenByServices, sessions }) };
}
