import type { Actor, HttpRequest, Step, Subject } from "@irsa-sim/core";
import { accessKeyOf } from "./read-credential.js";

/** What the decision is made from. */
export interface SenderInput {
  readonly request: HttpRequest;
  /** Who will answer. */
  readonly to: Actor;
  /** What the request asks for. */
  readonly name: string;
  /** Whom credentials of STS were issued to, by access key; `null` for a key that STS did not issue. */
  readonly ownerOf: (accessKeyId: string) => Subject | null;
}

/** Who sent it, as far as that can be told, and in which step. */
export interface Sender {
  readonly actor: Actor;
  readonly step: Step | null;
}

/**
 * Who sent a request that came over a socket. Nobody says so on the wire: it follows from what is asked of whom, and with which key.
 * Differs from the truth: an app that keeps its own client of Kubernetes counts as a controller, and whoever reads the issuer's documents as a developer.
 */
export function decideSender({ request, to, name, ownerOf }: SenderInput): Sender {
  switch (to) {
    case "sts":
      return sentByApp(request, ownerOf, name.startsWith("AssumeRole") ? 6 : 9);
    case "s3":
    case "aws":
      return sentByApp(request, ownerOf, 9);
    case "iam":
      return sentByApp(request, ownerOf, 0);
    case "node":
    case "pod-identity-agent":
      return { actor: "sdk", step: 6 };
    case "webhook":
      return { actor: "api-server", step: 1 };
    case "api-server":
      return { actor: callerOfKubernetes(request), step: name === "TokenRequest" ? 4 : request.method === "GET" ? null : 1 };
    default:
      return { actor: "developer", step: to === "oidc-issuer" ? 0 : null };
  }
}

/** With a key that nobody got from STS it is somebody with a key of their own; unsigned it is an app. */
function sentByApp(request: HttpRequest, ownerOf: SenderInput["ownerOf"], step: Step): Sender {
  const key = accessKeyOf(request);
  const isDeveloper = key?.startsWith("AKIA") === true && ownerOf(key) === null;
  return isDeveloper ? { actor: "developer", step: step === 0 ? 0 : null } : { actor: "sdk", step };
}

function callerOfKubernetes({ headers }: HttpRequest): Actor {
  const agent = headers["user-agent"] ?? "";
  if (agent.startsWith("kubelet/")) return "kubelet";
  return agent.startsWith("kubectl/") || agent.startsWith("curl/") ? "developer" : "controller";
}
