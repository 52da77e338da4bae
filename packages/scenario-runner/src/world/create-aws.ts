import { createS3 } from "@irsa-sim/fake-s3";
import { createSts } from "@irsa-sim/fake-sts";
import { createAuthenticate, createCloudTrail, createIam, createIamQueryApi, createSessionStore, type Iam, type SessionStore } from "@irsa-sim/iam";
import type { LoadedScenario } from "../scenario/loaded-scenario.js";
import type { Wiring } from "./wiring.js";

/** IAM, STS and S3 of one account and region. */
export function createAws({ clock, networkFrom, random, keys, hosts, scenario }: Wiring): { readonly iam: Iam; readonly sessions: SessionStore } {
  const { region } = scenario.cluster;
  const network = networkFrom("aws");
  const iam = createIam({ clock, random: random.stream("iam"), accounts: [scenario.aws.account] });
  const sessions = createSessionStore({ clock, random: random.stream("sessions") });
  const authenticate = createAuthenticate({ iam, sessions });
  const cloudTrail = createCloudTrail({ clock, random: random.stream("cloudtrail") });
  const sts = createSts({
    region,
    iam,
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
    iam,
    sessions,
    network,
    clock: clock.skewed(scenario.cluster.clockSkews?.sts ?? 0),
    random: random.stream("sts-global"),
    publicAnchors: [keys.publicRoot],
    cloudTrail,
    accountsWithoutRegion: new Set(),
  });
  const s3 = createS3({ region, iam, authenticate, buckets: bucketsOf(scenario), clock, random: random.stream("s3") });
  const iamApi = createIamQueryApi({ iam, authenticate, clock, random: random.stream("iam-api") });
  hosts.listen({ host: "iam.amazonaws.com", actor: "iam", handler: iamApi, certificate: keys.certificates.iam });
  hosts.listen({ host: "sts.amazonaws.com", actor: "sts", handler: globalSts, certificate: keys.certificates.sts });
  hosts.listen({ host: `sts.${region}.amazonaws.com`, actor: "sts", handler: sts, certificate: keys.certificates.sts });
  hosts.listen({ host: `s3.${region}.amazonaws.com`, actor: "s3", handler: s3, certificate: keys.certificates.s3 });
  hosts.listen({ host: `*.s3.${region}.amazonaws.com`, actor: "s3", handler: s3, certificate: keys.certificates.s3 });
  return { iam, sessions };
}

function bucketsOf({ aws }: LoadedScenario) {
  return Object.entries(aws.buckets).map(([name, objects]) => ({ name, accountId: aws.account, objects }));
}
