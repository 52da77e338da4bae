import { type HttpRequest, NetworkError, type Subject } from "@irsa-sim/core";
import type { SocketAnswer, SocketHandler } from "@irsa-sim/node-host";
import type { World } from "@irsa-sim/simulation";
import { decideTarget } from "../endpoints/decide-target.js";
import type { Service } from "../endpoints/endpoints.js";
import { decideSender } from "./decide-sender.js";
import { CLIENT_CALLS } from "./is-client-call.js";
import type { KeyOwners } from "./key-owners.js";
import { nameRequest } from "./name-request.js";
import { accessKeyOf, podInToken } from "./read-credential.js";

/** What strangers are answered with. */
export interface StrangerOptions {
  readonly world: World;
  readonly origins: Readonly<Record<Service, string>>;
  readonly owners: KeyOwners;
  /** Whose port it is; `null` for one that is no one service's. */
  readonly service: Service | null;
}

/** Fields that the simulated wire adds behind a sender's back: nobody outside may say them. */
const OF_THE_WIRE = /^x-irsa-sim-/;
/** A socket's other end is a container in a pod's network, two hops from its node. */
const HOPS = { "x-irsa-sim-hops": "2" };

/**
 * Creates the handler of a port for clients that are no actors of the world: each request gets a root span of its own in the trace, is sent on over the
 * world's network as if from a pod, and meets whatever is cut off, slow or answered otherwise there.
 */
export function answerStranger({ world, origins, owners, service }: StrangerOptions): SocketHandler {
  const network = world.networkFrom("pods");
  return async (request) => {
    const url = decideTarget({ request, hosts: world.hosts, service, origins });
    const to = url === null ? null : world.hosts.resolve(new URL(url).host);
    if (url === null || to === null) return "misdirected";
    const sent = { ...request, url, takesMore: true, headers: { ...withoutWire(request.headers), ...(to.actor === "node" ? HOPS : {}) } };
    const name = nameRequest(sent, to.actor);
    const subject = subjectOf(sent, { world, owners });
    const { actor, step } = decideSender({ request: sent, to: to.actor, name, ownerOf: owners.ownerOf });
    return world.clock.run(async () => {
      const begun = world.trace.root.enter(`${CLIENT_CALLS} ${name}`, { step, actor, subject });
      const span = actor === "sdk" ? begun.about({ call: begun.seq as number }) : begun;
      const answer = await send(() => network.send(sent, span, { name, tls: { accept: () => {} } }));
      if (to.actor === "sts" && typeof answer !== "string") owners.learn(answer, subject);
      return answer;
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

function withoutWire(headers: HttpRequest["headers"]): HttpRequest["headers"] {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !OF_THE_WIRE.test(name)));
}

/** The pod of the token, or that of whose credentials it is signed with; its first container, which is one of several at most. */
function subjectOf(request: HttpRequest, { world, owners }: Pick<StrangerOptions, "world" | "owners">): Subject {
  const pod = podInToken(request);
  if (pod === null) return owners.ownerOf(accessKeyOf(request) ?? "") ?? {};
  const container = world.kubelet.container(pod.namespace, pod.name)?.name;
  return { pod: `${pod.namespace}/${pod.name}`, ...(container === undefined ? {} : { container }) };
}
