import { type EpochMillis, issueCertificateAsync, type ServerCertificate } from "@irsa-sim/core";
import type { KeyMaterial } from "@irsa-sim/simulation";

const DAY_MS = 86_400_000;
const YEAR_MS = 365 * DAY_MS;
const HOSTS = ["localhost", "*.localhost", "127.0.0.1"];

/**
 * The certificate for who names this machine and no simulated host; one of the world's roots signs it.
 *
 * @param asked.hosts further names and addresses of this machine
 */
export async function loopbackCertificate(
  { certificates, serviceAuthority }: KeyMaterial,
  { hosts, now }: { readonly hosts: readonly string[]; readonly now: EpochMillis },
): Promise<ServerCertificate> {
  const { privateKey } = certificates.s3;
  const validity = { notBefore: new Date(now - DAY_MS), notAfter: new Date(now + YEAR_MS) };
  return {
    chain: [
      await issueCertificateAsync(
        { commonName: "irsa-sim on this machine", hosts: [...new Set([...HOSTS, ...hosts])], privateKey, validity, serialNumber: "03" },
        serviceAuthority,
      ),
    ],
    privateKey,
  };
}

/** PEM of all roots that certificates of the world lead to: the public ones, the cluster's own, and that of an issuer who has one. */
export function allRoots({ publicRoot, serviceAuthority, clusterRoot, certificates }: KeyMaterial): string {
  return [publicRoot, serviceAuthority.certificate, clusterRoot, ...certificates.ownIssuer.chain.slice(-1)].join("");
}
