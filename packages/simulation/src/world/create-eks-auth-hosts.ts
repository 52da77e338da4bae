import { issueCertificate, type ServerCertificate } from "@irsa-sim/core";
import { createAuthenticate, type Iam, type SessionKeeper } from "@irsa-sim/iam";
import { createEksAuth, type EksAuth } from "@irsa-sim/pod-identity-agent";
import { awsHosts } from "./aws-hosts.js";
import type { Wiring } from "./wiring.js";

/** The EKS Auth API of a region, which is on the network from the first question on. */
export type EksAuthIn = (region: string) => EksAuth;

const YEAR_MS = 365 * 86_400_000;

/** Creates the APIs on demand, one for each region that a cluster with agents is in. */
export function createEksAuthHosts(
  { clock, random, keys, hosts }: Pick<Wiring, "clock" | "random" | "keys" | "hosts">,
  { iam, sessions }: { readonly iam: Iam; readonly sessions: SessionKeeper },
): EksAuthIn {
  const byRegion = new Map<string, EksAuth>();
  const certify = (host: string): ServerCertificate => {
    const { privateKey } = keys.certificates.s3;
    const validity = { notBefore: new Date(clock.now() - YEAR_MS), notAfter: new Date(clock.now() + 10 * YEAR_MS) };
    return { chain: [issueCertificate({ commonName: host, hosts: [host], privateKey, validity, serialNumber: "03" }, keys.serviceAuthority)], privateKey };
  };
  return (region) => {
    const existing = byRegion.get(region);
    if (existing !== undefined) return existing;
    const authenticate = createAuthenticate({ iam, sessions });
    const eksAuth = createEksAuth({ region, iam, authenticate, sessions, clock, random: random.stream(`eks-auth/${region}`) });
    byRegion.set(region, eksAuth);
    const host = awsHosts(region).eksAuth;
    hosts.listen({ host, actor: "aws", handler: eksAuth.handler, certificate: certify(host) });
    return eksAuth;
  };
}
