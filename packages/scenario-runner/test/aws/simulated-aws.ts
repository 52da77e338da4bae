/** irsa-sim's own AWS: IAM, STS and S3 of one account, and the issuer that STS asks for keys, on a network in memory. */
import {
  createHostDirectory,
  createInMemoryTransport,
  createNetwork,
  createRandom,
  createTrace,
  type EpochMillis,
  type Handler,
  type HttpRequest,
  type HttpResponse,
  type IssuerUrl,
  type JsonObject,
  trustAnchors,
  VirtualClock,
} from "@irsa-sim/core";
import { createS3 } from "@irsa-sim/fake-s3";
import { createSts } from "@irsa-sim/fake-sts";
import { createAuthenticate, createCloudTrail, createIam, createIamQueryApi, createSessionStore, type User } from "@irsa-sim/iam";
import { createOidcIssuer } from "@irsa-sim/oidc-issuer";
import { WELL_KNOWN_KEYS } from "@irsa-sim/simulation";

export const REGION = "eu-west-1";
export const ACCOUNT = "111122223333";
export const PROVIDER = "oidc.eks.eu-west-1.amazonaws.com/id/A1B2C3D4E5F60718293A4B5C6D7E8F90";
export const ISSUER = `https://${PROVIDER}`;
export const BUCKET = "my-bucket";
export const HOSTS = { sts: `sts.${REGION}.amazonaws.com`, iam: "iam.amazonaws.com", s3: `s3.${REGION}.amazonaws.com` } as const;

/** A service of the simulated AWS. */
export type Service = keyof typeof HOSTS;

/** What tests ask. */
export interface SimulatedAws {
  readonly clock: VirtualClock;
  /** A developer with all rights. */
  readonly developer: User;
  sign(claims: JsonObject): Promise<string>;
  /** Over the network, as a client that trusts the public root. */
  send(service: Service, request: HttpRequest): Promise<HttpResponse>;
  /** To the service itself, as a host that was reached already. */
  handle(service: Service, request: HttpRequest): Promise<HttpResponse>;
}

/** Creates the services; the bucket holds `hello.txt` and `secret.txt`. */
export async function createSimulatedAws(startAt: EpochMillis): Promise<SimulatedAws> {
  const clock = new VirtualClock(startAt);
  const trace = createTrace(clock);
  const random = createRandom("aws");
  const hosts = createHostDirectory();
  const network = createNetwork(hosts, createInMemoryTransport(hosts, clock), clock);
  const keys = WELL_KNOWN_KEYS;
  const iam = createIam({ clock, random: random.stream("iam"), accounts: [ACCOUNT] });
  const sessions = createSessionStore({ clock, random: random.stream("sessions") });
  const authenticate = createAuthenticate({ iam, sessions });
  const issuer = await createOidcIssuer({ issuer: ISSUER as IssuerUrl, signingKeys: keys.issuerSigningKeys.slice(0, 1) });
  const objects = { "hello.txt": "hello.txt", "secret.txt": "secret.txt" };
  const handlers: Readonly<Record<Service, Handler>> = {
    sts: createSts({
      region: REGION,
      iam,
      sessions,
      network,
      clock,
      random: random.stream("sts"),
      publicAnchors: [keys.publicRoot],
      cloudTrail: createCloudTrail({ clock, random: random.stream("cloudtrail") }),
      accountsWithoutRegion: new Set(),
    }),
    iam: createIamQueryApi({ iam, authenticate, clock, region: "us-east-1", random: random.stream("iam-api") }),
    s3: createS3({ iam, authenticate, buckets: [{ name: BUCKET, region: REGION, accountId: ACCOUNT, objects }], clock, random: random.stream("s3") }),
  };
  hosts.listen({ host: new URL(ISSUER).host, actor: "oidc-issuer", handler: issuer.handler, certificate: keys.certificates.oidc });
  for (const [service, handler] of Object.entries(handlers) as [Service, Handler][])
    hosts.listen({ host: HOSTS[service], actor: service, handler, certificate: keys.certificates[service] });
  const developer = iam.account(ACCOUNT)?.users.get("developer");
  if (developer === undefined) throw new Error("the account has no developer");
  return {
    clock,
    developer,
    sign: (claims) => issuer.sign(claims),
    send: (service, request) => clock.run(() => network.send(request, trace.root, { name: service, tls: trustAnchors([keys.publicRoot]) })),
    handle: (service, request) => clock.run(() => handlers[service](request, trace.root)),
  };
}
