import { type AccountId, partitionOf } from "@irsa-sim/core";
import { createS3 } from "@irsa-sim/fake-s3";
import { createSts } from "@irsa-sim/fake-sts";
import {
  createAuthenticate,
  createCloudTrail,
  createIam,
  createIamQueryApi,
  createSessionStore,
  type Iam,
  type IamAccounts,
  type SessionStore,
} from "@irsa-sim/iam";
import { newBuckets } from "../settings/aws/buckets/new-buckets.js";
import { organizationOptions } from "../settings/aws/organization/organization-options.js";
import { addOtherOidcProviders } from "../settings/aws/other-oidc-providers/add-other-oidc-providers.js";
import { addUsers } from "../settings/aws/users/add-users.js";
import { vpcEndpointsOf } from "../settings/cluster/network/vpc-endpoints.js";
import { awsHosts } from "./aws-hosts.js";
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
    ...organizationOptions(description.aws),
    vpcEndpoints: vpcEndpointsOf(description),
    propagationMs: description.aws.propagationSeconds * 1000,
  });
  addOtherOidcProviders(iam, description, clock);
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
      clock: clock.skewed(description.cluster.clockSkews.sts),
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
    buckets: newBuckets(description),
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
