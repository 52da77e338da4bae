/** One way to break the world; durations are written `30s`, `90m`, `24h`. */
export type Fault =
  | { readonly unreachable: Unreachable }
  | { readonly slow: { readonly host: string; readonly by: string } }
  | { readonly answers: Answers }
  | { readonly "kubelet-stopped": true }
  | { readonly "token-tampered": { readonly pod: string; readonly namespace?: string; readonly claim: string; readonly value: string } }
  | { readonly "webhook-watch-delayed": string };

/** A host that nobody can reach, or nobody in one place. */
interface Unreachable {
  readonly host: string;
  readonly how?: "timeout" | "refused" | "unresolved" | "dns-timeout";
  readonly from?: "pods" | "node" | "control-plane" | "aws" | "developer";
  /** How long; until it is ended when left out. */
  readonly for?: string;
}

/** Answers in the place of a service's own, used up in order. */
interface Answers {
  readonly of: "sts" | "s3" | "issuer" | "instance-metadata" | "container-credentials";
  /** Only requests of this operation, or whose path begins so. */
  readonly to?: string;
  readonly with: readonly Answer[];
  /** What comes then: the service's own answers, or the last one for ever. */
  readonly afterwards?: "usual" | "last";
}

interface Answer {
  readonly usual?: true;
  readonly silence?: true;
  readonly status?: number;
  readonly code?: string;
  readonly message?: string;
  readonly body?: string;
  readonly delay?: string;
}

/** The same fault as it is written to end it. */
export function endOf(fault: Fault): object {
  if ("unreachable" in fault) {
    const { host, from } = fault.unreachable;
    return { unreachable: { host, ...(from === undefined ? {} : { from }), off: true } };
  }
  if ("slow" in fault) return { slow: { ...fault.slow, by: "0s" } };
  if ("answers" in fault) return { answers: { of: fault.answers.of, ...(fault.answers.to === undefined ? {} : { to: fault.answers.to }), off: true } };
  if ("kubelet-stopped" in fault) return { "kubelet-stopped": false };
  if ("token-tampered" in fault) {
    const { pod, namespace } = fault["token-tampered"];
    return { "token-tampered": { pod, ...(namespace === undefined ? {} : { namespace }), off: true } };
  }
  return { "webhook-watch-delayed": "0s" };
}
