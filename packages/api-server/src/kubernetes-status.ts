/**
 * What the API server says when it refuses, in Kubernetes' own words: the only place where these answers are made.
 * @see kubernetes-tokens.md, sections 1.4, 1.9, 7 and 8; webhook.md, section 9.5
 */
import { goJson, type HttpResponse, type JsonObject } from "@irsa-sim/core";
import type { FieldProblem } from "./admission/field-problem.js";
import type { StoredObject } from "./storage/kubernetes-object.js";
import { qualifiedName, type Resource } from "./storage/resources.js";

/** A Kubernetes `Status` of failure, thrown where a request is refused and answered by the handler. */
export class KubernetesStatus extends Error {
  readonly status: number;
  /** Empty for none, which only a webhook's denial has. */
  readonly reason: string;
  readonly details: JsonObject | null;
  /** Beside the content type. */
  readonly headers: HttpResponse["headers"];

  /** Of the answer, which has none but for a list's. */
  readonly metadata: JsonObject;

  constructor(
    status: number,
    reason: string,
    message: string,
    details: JsonObject | null = null,
    headers: HttpResponse["headers"] = {},
    metadata: JsonObject = {},
  ) {
    super(message);
    this.name = "KubernetesStatus";
    this.status = status;
    this.reason = reason;
    this.details = details;
    this.headers = headers;
    this.metadata = metadata;
  }

  /** The response that carries it. */
  toResponse(): HttpResponse {
    const { status: code, reason, message, details, metadata } = this;
    const body = { kind: "Status", apiVersion: "v1", metadata, status: "Failure", message };
    const answer = json(code, { ...body, ...(reason === "" ? {} : { reason }), ...(details === null ? {} : { details }), code });
    return { ...answer, headers: { ...answer.headers, ...this.headers } };
  }
}

/** A response of JSON, with the newline that the API server ends it with. */
export function json(status: number, body: object): HttpResponse {
  return { status, headers: { "content-type": "application/json" }, body: `${goJson(body)}\n` };
}

/** A path outside the API; this answer alone is no `Status`. */
export function pageNotFound(): HttpResponse {
  return { status: 404, headers: { "content-type": "text/plain; charset=utf-8", "x-content-type-options": "nosniff" }, body: "404 page not found\n" };
}

/** The refusals, each with its exact text. */
export const REFUSALS = {
  /** 401. */
  unauthorized: () => new KubernetesStatus(401, "Unauthorized", "Unauthorized"),
  /** 403 for a path outside the API. */
  pathForbidden: (user: string, verb: string, path: string) =>
    new KubernetesStatus(403, "Forbidden", `forbidden: User ${quoted(user)} cannot ${verb} path ${quoted(path)}`, {}, NOT_SNIFFED),
  /** 403 of the authoriser. */
  notAllowed: (resource: Resource, name: string, why: string) =>
    new KubernetesStatus(403, "Forbidden", `${named(resource, name)} is forbidden: ${why}`, details(resource, name), NOT_SNIFFED),
  /** 403 of admission. */
  forbidden: (resource: Resource, name: string, why: string) =>
    new KubernetesStatus(403, "Forbidden", `${named(resource, name)} is forbidden: ${why}`, details(resource, name)),
  /** 403 for a new object in a namespace that is going. */
  namespaceTerminating: (resource: Resource, name: string, namespace: string) =>
    new KubernetesStatus(
      403,
      "Forbidden",
      `${named(resource, name)} is forbidden: unable to create new content in namespace ${namespace} because it is being terminated`,
      {
        ...details(resource, name),
        causes: [{ reason: "NamespaceTerminating", message: `namespace ${namespace} is being terminated`, field: "metadata.namespace" }],
      },
    ),
  /** 404 for a path of the API that nothing serves. */
  noSuchRoute: () => new KubernetesStatus(404, "NotFound", "the server could not find the requested resource", {}),
  /** 404 of NodeRestriction, which names no resource. */
  podNotFound: (name: string) => new KubernetesStatus(404, "NotFound", `pod ${quoted(name)} not found`, { name, kind: "pod" }),
  /** 404 for an object. */
  notFound: (resource: Resource, name: string) =>
    new KubernetesStatus(404, "NotFound", `${qualifiedName(resource)} ${quoted(name)} not found`, details(resource, name)),
  /** 405. */
  methodNotAllowed: () => new KubernetesStatus(405, "MethodNotAllowed", "the server does not allow this method on the requested resource", {}),
  /** 406. */
  notAcceptable: (accepted: readonly string[]) =>
    new KubernetesStatus(406, "NotAcceptable", `only the following media types are accepted: ${accepted.join(", ")}`),
  /** 406 of who finds the way, for an answer in none of the forms that are given. */
  notRepresentable: (given: readonly string[]) =>
    new KubernetesStatus(406, "NotAcceptable", `406: Not Acceptable\n\nAvailable representations: ${given.join(", ")}`, {}),
  /** 409 for a taken name. */
  alreadyExists: (resource: Resource, name: string) =>
    new KubernetesStatus(409, "AlreadyExists", `${qualifiedName(resource)} ${quoted(name)} already exists`, details(resource, name)),
  /** 409 for a write that was prepared from an older version. */
  modified: (resource: Resource, name: string) => conflict(resource, name, MODIFIED),
  /** 409 for fields that somebody else manages. */
  applyConflict: ({ message, causes }: { readonly message: string; readonly causes: readonly JsonObject[] }) =>
    new KubernetesStatus(409, "Conflict", message, { causes }),
  /** 409 for a write to an object that was made again under the same name. */
  otherUid: (resource: Resource, { namespace, name, uid }: StoredObject["metadata"], sent: string) => {
    const key = `/registry/${resource.plural}/${namespace === undefined ? "" : `${namespace}/`}${name}`;
    const why = `Precondition failed: UID in precondition: ${sent}, UID in object meta: ${uid}`;
    return conflict(resource, name, `StorageError: invalid object, Code: 4, Key: ${key}, ResourceVersion: 0, AdditionalErrorMsg: ${why}`);
  },
  /** 400 for what takes a running process. */
  noProcess: ({ namespace, name, subresource }: { readonly namespace: string | null; readonly name: string | null; readonly subresource: string | null }) => {
    const what = WITHOUT_PROCESS[subresource ?? ""] ?? "nothing to exec into";
    const why = "irsa-sim plays what containers do and starts no processes; what they call stands in the trace";
    return new KubernetesStatus(400, "BadRequest", `pod ${quoted(`${namespace}/${name}`)} has ${what}: ${why}`);
  },
  /** 400. */
  badRequest: (message: string) => new KubernetesStatus(400, "BadRequest", message),
  /** 410 for a list as it was at a version that is no longer known. */
  tooOldList: () => new KubernetesStatus(410, "Expired", "The resourceVersion for the provided list is too old."),
  /** 410 for the next page of such a list, with a token by which it can be had as it is now. */
  tooOldContinue: (token: string) => new KubernetesStatus(410, "Expired", TOO_OLD_CONTINUE, null, {}, { continue: token }),
  /** 504 for a version that is still to come. */
  tooLargeVersion: (sent: number, present: number) =>
    new KubernetesStatus(504, "Timeout", `Timeout: Too large resource version: ${sent}, current: ${present}`, {
      causes: [{ reason: "ResourceVersionTooLarge", message: "Too large resource version" }],
      retryAfterSeconds: 1,
    }),
  /** 500 for a watch from what is no version. */
  noVersion: (sent: string) =>
    new KubernetesStatus(500, "", `resourceVersion: Invalid value: ${quoted(sent)}: strconv.ParseUint: parsing ${quoted(sent)}: invalid syntax`),
  /** 410 for a watch from a version whose changes are no longer known. */
  tooOld: (sent: number, oldest: number) => new KubernetesStatus(410, "Expired", `too old resource version: ${sent} (${oldest})`),
  /** 415. */
  unsupportedMediaType: (accepted: readonly string[]) =>
    new KubernetesStatus(
      415,
      "UnsupportedMediaType",
      `the body of the request was in an unknown format - accepted media types include: ${accepted.join(", ")}`,
    ),
  /** 400 for an object of another namespace than the path's. */
  otherNamespace: () => new KubernetesStatus(400, "BadRequest", "the namespace of the provided object does not match the namespace sent on the request"),
  /** 415 for a patch, which says nothing of what is accepted. */
  unsupportedPatch: () => new KubernetesStatus(415, "UnsupportedMediaType", "415: Unsupported Media Type", {}),
  /** 422 with every problem of the object; what is said twice stands once in the sentence. */
  invalid: ({ kind, group }: Pick<Resource, "kind" | "group">, name: string, problems: readonly FieldProblem[]) => {
    const texts = [...new Set(problems.map(({ field, message }) => `${field}: ${message}`))];
    const qualified = group === "" ? kind : `${kind}.${group}`;
    const causes = problems.map(({ reason, message, field }) => ({ reason, message, field }));
    return new KubernetesStatus(422, "Invalid", `${qualified} ${quoted(name)} is invalid: ${texts.length === 1 ? texts[0] : `[${texts.join(", ")}]`}`, {
      ...(name === "" ? {} : { name }),
      ...(group === "" ? {} : { group }),
      ...(kind === "" ? {} : { kind }),
      causes,
    });
  },
  /** 500 for a new object that says which version of the store it is. */
  versionOnCreate: () => new KubernetesStatus(500, "", "resourceVersion should not be set on objects to be created"),
  /** 500 for a webhook that could not be asked. */
  webhookFailed: (webhook: string, cause: string) => internalError(`failed calling webhook ${quoted(webhook)}: ${cause}`),
  /** A webhook's refusal: its own code when that is one of an error, else 400. */
  webhookDenied: (webhook: string, { code, message, reason, details }: DeniedStatus) => {
    const why = message || reason;
    return new KubernetesStatus(
      code < 400 ? 400 : code,
      reason,
      `admission webhook ${quoted(webhook)} denied the request${why === "" ? " without explanation" : `: ${why}`}`,
      details,
    );
  },
  /** 500 for a patch that does not apply. */
  patchFailed: (cause: string) => internalError(cause),
} as const;

/** What a webhook says of its refusal. */
interface DeniedStatus {
  readonly code: number;
  readonly message: string;
  readonly reason: string;
  readonly details?: JsonObject;
}

/** What a pod has not in which nothing runs. */
const WITHOUT_PROCESS: Readonly<Record<string, string>> = {
  log: "no logs",
  attach: "nothing to attach to",
  portforward: "nothing to forward to",
  ephemeralcontainers: "nothing to debug",
};

const TOO_OLD_CONTINUE =
  "The provided continue parameter is too old to display a consistent list result. You can start a new list without the continue parameter, or use the continue token " +
  "in this response to retrieve the remainder of the results. Continuing with the provided token results in an inconsistent list - objects that were created, modified, " +
  "or deleted between the time the first chunk was returned and now may show up in the list.";

/** The authoriser's answers alone are written past the API's own serialiser. */
const NOT_SNIFFED = { "x-content-type-options": "nosniff" };

const MODIFIED = "the object has been modified; please apply your changes to the latest version and try again";

function conflict(resource: Resource, name: string, why: string): KubernetesStatus {
  return new KubernetesStatus(409, "Conflict", `Operation cannot be fulfilled on ${qualifiedName(resource)} ${quoted(name)}: ${why}`, details(resource, name));
}

function internalError(cause: string): KubernetesStatus {
  return new KubernetesStatus(500, "InternalError", `Internal error occurred: ${cause}`, { causes: [{ message: cause }] });
}

function named(resource: Resource, name: string): string {
  return name === "" ? qualifiedName(resource) : `${qualifiedName(resource)} ${quoted(name)}`;
}

function details({ plural, group }: Resource, name: string): JsonObject {
  return { ...(name === "" ? {} : { name }), ...(group === "" ? {} : { group }), kind: plural };
}

function quoted(text: string): string {
  return JSON.stringify(text);
}
