/** Services that are put on the network when somebody first calls them; S3, STS and IAM are there from the beginning. */
import { type FoundOperation, loadService, operationFor, type ServiceReference } from "@irsa-sim/aws-reference";
import { createService } from "@irsa-sim/aws-services";
import { type HostRegistration, issueCertificate, partitionOf } from "@irsa-sim/core";
import { createAuthenticate, type Iam, type SessionKeeper, type StoredPolicy } from "@irsa-sim/iam";
import { REGIONS } from "../keys/regions.js";
import { whenAsked } from "../world/when-asked.js";
import type { Wiring } from "../world/wiring.js";

/** A service's operation that asks for an action. */
export interface CalledService {
  readonly service: ServiceReference;
  readonly operation: FoundOperation;
}

/** What of the world services answer from. */
export interface ServicesOptions {
  readonly iam: Iam;
  readonly sessions: SessionKeeper;
  readonly policyOf: (resource: string) => StoredPolicy | null;
}

/** Actors of their own. */
const OWN = ["s3", "sts", "iam"];

/**
 * Creates the way to a service by an action such as `secretsmanager:GetSecretValue`.
 *
 * @returns `null` for what no service has
 */
export function createServices(wiring: Wiring, options: ServicesOptions): (action: string) => Promise<CalledService | null> {
  const listening = new Set<string>();
  return async (action) => {
    const [prefix = "", name = ""] = action.split(":");
    const service = await loadService(prefix);
    const operation = service === null ? null : operationFor(service, name);
    if (service === null || operation === null) return null;
    if (!OWN.includes(prefix) && !listening.has(prefix)) {
      listening.add(prefix);
      listen(wiring, { ...options, prefix, service });
    }
    return { service, operation };
  };
}

/** Puts all APIs of a service on the network, in all regions of the partition. */
function listen(
  wiring: Wiring,
  { prefix, service, iam, sessions, policyOf }: ServicesOptions & { readonly prefix: string; readonly service: ServiceReference },
): void {
  const { clock, random, hosts, description } = wiring;
  const partition = partitionOf(description.cluster.region);
  const regions = REGIONS.filter((region) => partitionOf(region) === partition);
  const authenticate = createAuthenticate({ iam, sessions });
  const names = new Map<string, { readonly region: string; readonly signingRegion: string }>();
  for (const { endpoints, operations } of service.apis) {
    const endpoint = endpoints[partition];
    if (endpoint === undefined) continue;
    const prefixes = new Set(Object.values(operations).map(({ hostPrefix = "" }) => hostPrefix));
    for (const region of regions) {
      for (const hostPrefix of ["", ...prefixes]) {
        names.set(`${hostPrefix}${endpoint.host.replace("{region}", region)}`, { region, signingRegion: endpoint.signingRegion ?? region });
      }
    }
  }
  const certificate = certify(wiring, [...names.keys()]);
  for (const [host, { region, signingRegion }] of names) {
    const answers = () =>
      createService({
        prefix,
        reference: service,
        region,
        signingRegion,
        partition,
        iam,
        authenticate,
        policyOf,
        clock,
        random: random.stream(`aws/${prefix}/${region}`),
      });
    hosts.listen({ host, actor: "aws", handler: whenAsked(answers), certificate });
  }
}

function certify({ keys, clock }: Wiring, hosts: readonly string[]): NonNullable<HostRegistration["certificate"]> {
  const { privateKey } = keys.certificates.s3;
  const year = 365 * 86_400_000;
  const validity = { notBefore: new Date(clock.now() - year), notAfter: new Date(clock.now() + 10 * year) };
  const [commonName = ""] = hosts;
  return { chain: [issueCertificate({ commonName, hosts, privateKey, validity, serialNumber: "02" }, keys.serviceAuthority)], privateKey };
}
