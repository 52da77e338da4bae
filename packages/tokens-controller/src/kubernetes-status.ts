/** What a refused TokenRequest says, in Kubernetes' own words: the only place where these texts are made. */
import { goJson, type HttpResponse, type JsonObject } from "@irsa-sim/core";

/** A Kubernetes `Status` of failure, to be thrown by a check and answered by the handler. */
export class KubernetesStatus extends Error {
  readonly status: number;
  readonly reason: string;
  /** `null` where Kubernetes sends none. */
  readonly details: JsonObject | null;

  constructor(status: number, reason: string, message: string, details: JsonObject | null) {
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
      ...(this.details === null ? {} : { details: this.details }),
      code: this.status,
    };
    return { status: this.status, headers: { "content-type": "application/json" }, body: `${goJson(body)}\n` };
  }
}

/** 404: `serviceaccounts "x" not found`. */
export function notFound(resource: string, name: string): KubernetesStatus {
  return new KubernetesStatus(404, "NotFound", `${resource} "${name}" not found`, { name, kind: resource });
}

/** 422 for one field of the TokenRequest. */
export function invalidField(objectName: string, field: string, problem: string): KubernetesStatus {
  const message = `TokenRequest.authentication.k8s.io "${objectName}" is invalid: ${field}: ${problem}`;
  const causes = [{ reason: "FieldValueInvalid", message: problem, field }];
  return new KubernetesStatus(422, "Invalid", message, {
    ...(objectName === "" ? {} : { name: objectName }),
    group: "authentication.k8s.io",
    kind: "TokenRequest",
    causes,
  });
}

/** 400. */
export function badRequest(message: string): KubernetesStatus {
  return new KubernetesStatus(400, "BadRequest", message, null);
}

/** 409: the caller means an object of the same name that is gone. */
export function conflict({ kind, group = "" }: { readonly kind: string; readonly group?: string }, name: string, problem: string): KubernetesStatus {
  const resource = group === "" ? kind : `${kind}.${group}`;
  const details = { name, ...(group === "" ? {} : { group }), kind };
  return new KubernetesStatus(409, "Conflict", `Operation cannot be fulfilled on ${resource} "${name}": ${problem}`, details);
}

/** 500: the key did not sign. */
export function signingFailed(cause: string): KubernetesStatus {
  const problem = `failed to generate token: ${cause}`;
  return new KubernetesStatus(500, "InternalError", `Internal error occurred: ${problem}`, { causes: [{ message: problem }] });
}
