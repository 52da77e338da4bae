/** What the API server says when it refuses, in Kubernetes' own words: the only place where these texts are made. */
import type { HttpResponse, JsonObject } from "@irsa-sim/core";

/** A Kubernetes `Status` of failure, thrown where a request is refused and answered by the handler. */
export class KubernetesStatus extends Error {
  readonly status: number;
  readonly reason: string;
  readonly details: JsonObject;

  constructor(status: number, reason: string, message: string, details: JsonObject = {}) {
    super(message);
    this.name = "KubernetesStatus";
    this.status = status;
    this.reason = reason;
    this.details = details;
  }

  /** The response that carries it. */
  toResponse(): HttpResponse {
    const body = {
      kind: "Status",
      apiVersion: "v1",
      metadata: {},
      status: "Failure",
      message: this.message,
      reason: this.reason,
      details: this.details,
      code: this.status,
    };
    return json(this.status, body);
  }
}

/** A response of JSON, with the newline that the API server ends it with. */
export function json(status: number, body: object): HttpResponse {
  return { status, headers: { "content-type": "application/json" }, body: `${JSON.stringify(body)}\n` };
}

export const REFUSALS = {
  unauthorized: () => new KubernetesStatus(401, "Unauthorized", "Unauthorized"),
  forbidden: (user: string, what: { readonly verb: string; readonly resource: string; readonly namespace: string | null }) =>
    new KubernetesStatus(
      403,
      "Forbidden",
      `${what.resource} is forbidden: User "${user}" cannot ${what.verb} resource "${what.resource}" in API group "" ${what.namespace === null ? "at the cluster scope" : `in the namespace "${what.namespace}"`}`,
      { kind: what.resource },
    ),
  noSuchPath: () => new KubernetesStatus(404, "NotFound", "the server could not find the requested resource"),
  notFound: (resource: string, name: string) => new KubernetesStatus(404, "NotFound", `${resource} "${name}" not found`, { name, kind: resource }),
  alreadyExists: (resource: string, name: string) =>
    new KubernetesStatus(409, "AlreadyExists", `${resource} "${name}" already exists`, { name, kind: resource }),
  methodNotAllowed: () => new KubernetesStatus(405, "MethodNotAllowed", "the server does not allow this method on the requested resource"),
  badRequest: (message: string) => new KubernetesStatus(400, "BadRequest", message),
  podForbidden: (pod: string, why: string) => new KubernetesStatus(403, "Forbidden", `pods "${pod}" is forbidden: ${why}`, { name: pod, kind: "pods" }),
  invalid: (kind: string, name: string, problems: readonly { readonly field: string; readonly message: string }[]) => {
    const texts = problems.map(({ field, message }) => `${field}: ${message}`);
    const all = texts.length === 1 ? texts[0] : `[${texts.join(", ")}]`;
    const causes = problems.map(({ field, message }) => ({ reason: "FieldValueInvalid", message, field }));
    return new KubernetesStatus(422, "Invalid", `${kind} "${name}" is invalid: ${all}`, { name, kind, causes });
  },
  webhookFailed: (webhook: string, cause: string) =>
    new KubernetesStatus(500, "InternalError", `Internal error occurred: failed calling webhook "${webhook}": ${cause}`),
  webhookDenied: (webhook: string, message: string) =>
    new KubernetesStatus(400, "BadRequest", `admission webhook "${webhook}" denied the request${message === "" ? " without explanation" : `: ${message}`}`),
  patchFailed: (cause: string) => new KubernetesStatus(500, "InternalError", `Internal error occurred: ${cause}`),
} as const;
