import type { AccountId } from "@irsa-sim/core";
import { createS3 } from "@irsa-sim/fake-s3";
import { createSts } from "@irsa-sim/fake-sts";
import { createAuthenticate, createCloudTrail, createIam, createIamQueryApi, createSessionStore, type Iam, type SessionStore } from "@irsa-sim/iam";
import type { LoadedScenario } from "../scenario/loaded-scenario.js";
import { partitionOf } from "./partition.js";
import type { Wiring } from "./wiring.js";

/** An STS that is not of the cluster's partition, for each partition. */
const STS_OF_PARTITIONS = {
  aws: { region: "us-east-1", host: "sts.us-east-1.amazonaws.com" },
  "aws-cn": { region: "cn-north-1", host: "sts.cn-north-1.amazonaws.com.cn" },
  "aws-us-gov": { region: "us-gov-west-1", host: "sts.us-gov-west-1.amazonaws.com" },
};

/** IAM, STS and S3 of one account and region; and an STS of each other partition, which has accounts of its own. */
export function createAws({ clock, networkFrom, random, keys, hosts, scenario }: Wiring): { readonly iam: Iam; readonly sessions: SessionStore } {
  const { region } = scenario.cluster;
  const { account, sts } = scenario.aws;
  const iam = createIam({ clock, random: random.stream("iam"), accounts: [account] });
  const sessions = createSessionStore({ clock, random: random.stream("sessions") });
  const authenticate = createAuthenticate({ iam, sessions });
  const cloudTrail = createCloudTrail({ clock, random: random.stream("cloudtrail") });
  const listenSts = (host: string, place: { readonly region: string; readonly stream: string; readonly iam?: Iam }): void => {
    const handler = createSts({
      iam,
      ...place,
      sessions,
      network: networkFrom("aws"),
      clock: clock.skewed(scenario.cluster.clockSkews?.sts ?? 0),
      random: random.stream(place.stream),
      publicAnchors: [keys.publicRoot],
      cloudTrail,
      accountsWithoutRegion: new Set<AccountId>(sts.inactiveRegions.includes(place.region) ? [account] : []),
      ...(sts.rateLimit === null ? {} : { rateLimit: sts.rateLimit }),
    });
    hosts.listen({ host, actor: "sts", handler, certificate: keys.certificates.sts });
  };
  const s3 = createS3({ region, iam, authenticate, buckets: bucketsOf(scenario), clock, random: random.stream("s3") });
  const iamApi = createIamQueryApi({ iam, authenticate, clock, random: random.stream("iam-api") });
  hosts.listen({ host: "iam.amazonaws.com", actor: "iam", handler: iamApi, certificate: keys.certificates.iam });
  listenSts("sts.amazonaws.com", { region: "us-east-1", stream: "sts-global" });
  listenSts(`sts.${region}.amazonaws.com`, { region, stream: "sts" });
  for (const [partition, place] of Object.entries(STS_OF_PARTITIONS)) {
    if (partition === partitionOf(region)) continue;
    const stream = `sts-${partition}`;
    listenSts(place.host, { region: place.region, stream, iam: createIam({ clock, random: random.stream(`iam-${partition}`), accounts: [] }) });
  }
  hosts.listen({ host: `s3.${region}.amazonaws.com`, actor: "s3", handler: s3, certificate: keys.certificates.s3 });
  hosts.listen({ host: `*.s3.${region}.amazonaws.com`, actor: "s3", handler: s3, certificate: keys.certificates.s3 });
  return { iam, sessions };
}

function bucketsOf({ aws }: LoadedScenario) {
  return Object.entries(aws.buckets).map(([name, objects]) => ({ name, accountId: aws.account, objects }));
}
