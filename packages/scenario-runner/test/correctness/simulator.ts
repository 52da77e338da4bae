/** irsa-sim's own AWS, in memory: IAM, STS, S3 and the issuer that STS asks for keys. */
import {
  bodyText,
  createHostDirectory,
  createInMemoryTransport,
  createNetwork,
  createRandom,
  createTrace,
  epochMillis,
  type Handler,
  type IssuerUrl,
  toEpochSeconds,
  trustAnchors,
  VirtualClock,
} from "@irsa-sim/core";
import { createS3 } from "@irsa-sim/fake-s3";
import { createSts } from "@irsa-sim/fake-sts";
import { createAuthenticate, createIam, createIamQueryApi, createSessionStore } from "@irsa-sim/iam";
import { createOidcIssuer } from "@irsa-sim/oidc-issuer";
import { signRequest } from "@irsa-sim/sdk-credential-provider";
import { WELL_KNOWN_KEYS } from "../../src/index.js";
import { BUCKET, HOSTS, ISSUER, REGION, readAnswer, type ServiceRequest, type Subject } from "./subject.js";

const ACCOUNT = "111122223333";

/** Creates the services of one account. */
export async function createSimulator(): Promise<Subject> {
  const clock = new VirtualClock(epochMillis(Date.UTC(2026, 0, 5, 9)));
  const trace = createTrace(clock);
  const random = createRandom("correctness");
  const hosts = createHostDirectory();
  const network = createNetwork(hosts, createInMemoryTransport(hosts, clock));
  const keys = WELL_KNOWN_KEYS;
  const iam = createIam({ clock, random: random.stream("iam"), accounts: [ACCOUNT] });
  const sessions = createSessionStore({ clock, random: random.stream("sessions") });
  const authenticate = createAuthenticate({ iam, sessions });
  const issuer = await createOidcIssuer({ issuer: ISSUER as IssuerUrl, signingKeys: keys.issuerSigningKeys });
  const objects = new Map(["hello.txt", "secret.txt"].map((key) => [key, { body: key, contentType: "text/plain", lastModified: clock.now() }]));
  const handlers: Readonly<Record<keyof typeof HOSTS, Handler>> = {
    sts: createSts({ region: REGION, iam, sessions, network, clock, random: random.stream("sts"), publicAnchors: [keys.publicRoot] }),
    iam: createIamQueryApi({ iam, authenticate, clock, random: random.stream("iam-api") }),
    s3: createS3({ region: REGION, iam, authenticate, buckets: [{ name: BUCKET, accountId: ACCOUNT, objects }], clock, random: random.stream("s3") }),
  };
  hosts.listen({ host: new URL(ISSUER).host, actor: "oidc-issuer", handler: issuer.handler, certificate: keys.certificates.oidc });
  for (const [service, handler] of Object.entries(handlers) as [keyof typeof HOSTS, Handler][])
    hosts.listen({ host: HOSTS[service], actor: service, handler, certificate: keys.certificates[service] });
  const developer = iam.account(ACCOUNT)?.users.get("developer");
  if (developer === undefined) throw new Error("the account has no developer");

  const send = async ({ service, path, credentials, ...request }: ServiceRequest) => {
    const whole = { ...request, url: `https://${HOSTS[service]}${path}` };
    const region = service === "iam" ? "us-east-1" : REGION;
    const sent = credentials === undefined ? whole : await signRequest({ request: whole, service, region, credentials, at: clock.now() });
    const response = await clock.run(() => network.send(sent, trace.root, { name: service, tls: trustAnchors([keys.publicRoot]) }));
    return readAnswer(response.status, bodyText(response));
  };
  return {
    name: "irsa-sim",
    account: ACCOUNT,
    developer,
    nowSeconds: () => toEpochSeconds(clock.now()),
    sign: (claims) => issuer.sign(claims),
    send,
    close: async () => {},
  };
}
