import { type Actor, type HttpRequest, NetworkError, type Subject, withSigningRegion } from "@irsa-sim/core";
import type { SocketAnswer, SocketHandler } from "@irsa-sim/node-host";
import type { World } from "@irsa-sim/simulation";
import { decideTarget, scopeOf } from "../endpoints/decide-target.js";
import type { Service } from "../endpoints/endpoints.js";
import { admitBearer } from "./admit-bearer.js";
import { type ClientTime, credentialsToClientTime, fromClientTime, toClientTime } from "./client-time.js";
import { decideSender } from "./decide-sender.js";
import { CLIENT_CALLS } from "./follow-client-calls.js";
import type { KeyOwners } from "./key-owners.js";
import { nameRequest } from "./name-request.js";
import { accessKeyOf, podInToken, sessionTokenOf } from "./read-credential.js";

/** What strangers are answered with. */
export interface StrangerOptions {
  readonly world: World;
  readonly origins: Readonly<Record<Service, string>>;
  readonly owners: KeyOwners;
  /** Whose port it is; `null` for one that is no one service's. */
  readonly service: Service | null;
  /** The developer's token out here; nobody outside is the developer when absent. */
  readonly kubernetesToken?: string | null;
  /** The client's time at this moment. */
  readonly clientTime: () => ClientTime;
}

/** Fields that the simulated wire adds behind a sender's back: nobody outside may say them. */
const OF_THE_WIRE = /^x-irsa-sim-/;
/** A socket's other end is a container in a pod's network, two hops from its node. */
const HOPS = { "x-irsa-sim-hops": "2" };

/**
 * Creates the handler of a port for clients that are no actors of the world: each request gets a root span of its own in the trace, is sent on over the
 * world's network as if from a pod, and meets whatever is cut off, slow or answered otherwise there.
 */
export function answerStranger({ world, origins, owners, service, kubernetesToken = null, clientTime }: StrangerOptions): SocketHandler {
  const network = world.networkFrom("pods");
  return async (request) => {
    const url = decideTarget({ request, hosts: world.hosts, service, origins });
    const to = url === null ? null : world.hosts.resolve(new URL(url).host);
    if (url === null || to === null) return "misdirected";
    const plain = { ...request, url, takesMore: true as const, headers: headersFor(to.actor, request, kubernetesToken) };
    const sent = fromClientTime(signedForOwnRegion(plain, service), clientTime());
    const name = nameRequest(sent, to.actor);
    const subject = subjectOf(sent, { world, owners });
    const { actor, step } = decideSender({ request: sent, to: to.actor, name, ownerOf: owners.ownerOf });
    const origin = await originOf(sent, { world, owners });
    return world.clock.run(async () => {
      const begun = world.trace.root.enter(`${CLIENT_CALLS} ${name}`, { step, actor, subject });
      const span = actor === "sdk" ? begun.about({ call: begun.seq as number }) : begun;
      if (origin !== null) span.note("sts.issued-elsewhere", { ...origin });
      const answer = await send(() => network.send(sent, span, { name, tls: { accept: () => {} } }));
      if (typeof answer === "string") return answer;
      if (to.actor === "sts") owners.learn(answer, subject);
      return (to.actor === "sts" || to.actor === "node" ? credentialsToClientTime : toClientTime)(answer, clientTime());
    });
  };
}

/** The client has seen the certificate itself, and decided. */
async function send(carry: () => Promise<SocketAnswer>): Promise<SocketAnswer> {
  try {
    return await carry();
  } catch (error) {
    if (!(error instanceof NetworkError)) throw error;
    return error.code === "ETIMEDOUT" || error.code === "EAI_AGAIN" ? "silence" : "reset";
  }
}

/** IAM has no regions; a client that was told its port signs for the region that it is set to. */
function signedForOwnRegion(request: HttpRequest, service: Service | null): HttpRequest {
  const scope = service === "iam" ? scopeOf(request) : null;
  return scope === null ? request : withSigningRegion(request, scope.region);
}

function headersFor(to: Actor, request: HttpRequest, kubernetesToken: string | null): HttpRequest["headers"] {
  const headers = Object.fromEntries(Object.entries(request.headers).filter(([name]) => !OF_THE_WIRE.test(name)));
  if (to === "node") return { ...headers, ...HOPS };
  return to === "api-server" ? admitBearer(headers, kubernetesToken) : headers;
}

/** Where its credentials come from, when no answer in this trace handed them out: then another replica did. */
async function originOf(request: HttpRequest, { world, owners }: Pick<StrangerOptions, "world" | "owners">) {
  const accessKeyId = accessKeyOf(request);
  if (accessKeyId === null || !accessKeyId.startsWith("ASIA") || owners.ownerOf(accessKeyId) !== null) return null;
  return world.originOfCredentials({ accessKeyId, sessionToken: sessionTokenOf(request) });
}

/** The pod of the token, or that of whose credentials it is signed with; its first container, which is one of several at most. */
function subjectOf(request: HttpRequest, { world, owners }: Pick<StrangerOptions, "world" | "owners">): Subject {
  const pod = podInToken(request);
  if (pod === null) return owners.ownerOf(accessKeyOf(request) ?? "") ?? {};
  const container = world.kubelet.container(pod.namespace, pod.name)?.name;
  return { pod: `${pod.namespace}/${pod.name}`, ...(container === undefined ? {} : { container }) };
}
