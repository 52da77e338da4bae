/** Answers that a scenario puts in the place of a host's own: a directory of hosts in front of the world's, so that the way there, its handshake too, is as always. */
import {
  type Clock,
  type Handler,
  type HostDirectory,
  type HostRegistration,
  type HttpRequest,
  type HttpResponse,
  NetworkError,
  type Span,
} from "@irsa-sim/core";

/** Whose answers can be put in place. */
export type AnsweredService = "sts" | "s3" | "issuer" | "instance-metadata" | "container-credentials";

/** One answer: the host's own or another one, after a while, or none at all. */
export interface ScriptedAnswer {
  readonly delayMs: number;
  readonly response: HttpResponse | "usual" | "silence";
}

/** What is answered instead. */
export interface AnswerScript {
  readonly service: AnsweredService;
  /** Only requests of this operation, or whose path begins so; all when `null`. */
  readonly to: string | null;
  /** Used up in order. */
  readonly answers: readonly ScriptedAnswer[];
  /** What comes when they are used up: the host's own, or the last for ever. */
  readonly afterwards: "usual" | "last";
}

/** Hosts whose answers can be put in place. */
export interface ScriptedHosts {
  readonly hosts: HostDirectory;
  /** Puts answers in place of those before; a script without answers ends it. */
  answer(script: AnswerScript): void;
}

/** Who gave no answer is given up by whoever waits without a limit of its own. */
const PATIENCE_MS = 60_000;
const METADATA_HOST = "169.254.169.254";
/** ECS's and EKS Pod Identity's. */
const CONTAINER_HOSTS: readonly string[] = ["169.254.170.2", "169.254.170.23", "[fd00:ec2::23]"];
const ACTORS: Readonly<Record<string, AnsweredService>> = { sts: "sts", s3: "s3", "oidc-issuer": "issuer" };
const STEPS = { sts: 7, s3: 9, issuer: 7, "instance-metadata": 6, "container-credentials": 6 } as const;

/** Whether a service is at hand on each node, so that no two clusters share it. */
export function isOfNode(service: AnsweredService): boolean {
  return service === "instance-metadata" || service === "container-credentials";
}

/** Puts the scripts in front of the hosts. */
export function createScriptedHosts(own: HostDirectory, clock: Clock): ScriptedHosts {
  const scripts = new Map<AnsweredService, Playing>();
  return {
    answer(script) {
      scripts.set(script.service, { script, used: 0 });
    },
    hosts: {
      listen: own.listen,
      names: own.names,
      resolve(host) {
        const registration = own.resolve(host);
        const service = serviceOf(host, registration);
        const playing = service === null ? undefined : scripts.get(service);
        if (playing === undefined || playing.script.answers.length === 0) return registration;
        const usual: Handler = registration?.handler ?? nobody;
        const handler: Handler = (request, span) => play(playing, { request, usual, clock }, span);
        return registration === null ? { host, actor: "node", handler } : { ...registration, handler };
      },
    },
  };
}

interface Playing {
  readonly script: AnswerScript;
  used: number;
}

function serviceOf(host: string, registration: HostRegistration | null): AnsweredService | null {
  if (CONTAINER_HOSTS.includes(host)) return "container-credentials";
  if (host === METADATA_HOST) return "instance-metadata";
  return ACTORS[registration?.actor ?? ""] ?? null;
}

const nobody: Handler = async ({ url }) => {
  const { host } = new URL(url);
  throw new NetworkError("ETIMEDOUT", `connect ETIMEDOUT ${host}`, { address: host });
};

async function play(
  playing: Playing,
  { request, usual, clock }: { readonly request: HttpRequest; readonly usual: Handler; readonly clock: Clock },
  span: Span,
): Promise<HttpResponse> {
  const { script } = playing;
  if (script.to !== null && !concerns(script.to, request)) return usual(request, span);
  const number = playing.used + 1;
  const answer = script.answers[Math.min(playing.used, script.answers.length - 1)] as ScriptedAnswer;
  const isOver = playing.used >= script.answers.length && script.afterwards === "usual";
  playing.used += 1;
  if (isOver) return usual(request, span);
  if (answer.delayMs > 0) await clock.sleep(answer.delayMs);
  if (answer.response === "usual") return usual(request, span);
  const said = answer.response === "silence" ? "no answer" : `HTTP ${answer.response.status}`;
  const work = span.enter("Answers as the scenario says", { step: STEPS[script.service] });
  work.note("network.answered-instead", { service: script.service, number, answer: said });
  if (answer.response === "silence") {
    await clock.sleep(PATIENCE_MS);
    throw new NetworkError("ETIMEDOUT", `read ETIMEDOUT ${new URL(request.url).host}`);
  }
  if (answer.response.status >= 400) {
    const wanted = { check: "answer.own", title: "gives its own answer", passed: false, expected: { value: "the service's own answer" } };
    work.check({ ...wanted, actual: { value: said }, reason: "answered-instead" });
  }
  return answer.response;
}

function concerns(to: string, { url, body }: HttpRequest): boolean {
  if (to.startsWith("/")) return new URL(url).pathname.startsWith(to);
  return new URLSearchParams(typeof body === "string" ? body : "").get("Action") === to;
}
