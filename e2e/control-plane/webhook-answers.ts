/** What a webhook may answer to a review, good and bad. */
import type { HttpResponse, Json, JsonObject } from "@irsa-sim/core";

/** A way to answer. */
export interface WebhookAnswer {
  readonly name: string;
  /** `null` for silence. */
  answer(review: SentReview): HttpResponse | null;
}

/** As it came. */
export interface SentReview {
  readonly apiVersion: string;
  readonly request: { readonly uid: string };
}

const json = (status: number, body: Json): HttpResponse => ({ status, headers: { "content-type": "application/json" }, body: JSON.stringify(body) });
const text = (status: number, body: string, contentType = "text/plain; charset=utf-8"): HttpResponse => ({
  ...{ status, headers: { "content-type": contentType }, body },
});
const framed = ({ apiVersion, request: { uid } }: SentReview, response: JsonObject, frame: JsonObject = {}): HttpResponse =>
  json(200, { kind: "AdmissionReview", apiVersion, ...frame, response: { uid, allowed: true, ...response } });
const answers = (of: Readonly<Record<string, WebhookAnswer["answer"]>>): readonly WebhookAnswer[] =>
  Object.entries(of).map(([name, answer]) => ({ name, answer }));
const patched = (operations: Json): JsonObject => ({
  patchType: "JSONPatch",
  patch: btoa(typeof operations === "string" ? operations : JSON.stringify(operations)),
});
const status = (code: number, more: JsonObject = {}): JsonObject => ({ kind: "Status", apiVersion: "v1", metadata: {}, status: "Failure", code, ...more });

/** By what is special. */
export const WEBHOOK_ANSWERS: readonly WebhookAnswer[] = [
  ...answers({
    "nothing to change": (review) => framed(review, {}),
    "a label more": (review) => framed(review, patched([{ op: "add", path: "/metadata/labels/more", value: "x" }])),
    warnings: (review) => framed(review, { warnings: ["first", 'second "quoted"', "x".repeat(300)] }),
    "an empty warning": (review) => framed(review, { warnings: [""] }),
    "warnings and a denial": (review) => framed(review, { allowed: false, warnings: ["careful"], status: { message: "no" } }),
    "audit annotations": (review) => framed(review, { auditAnnotations: { a: "b" } }),
    "a patch that is empty": (review) => framed(review, patched([])),
    "null for what may be missing": (review) => framed(review, { status: null, patch: null, patchType: null, warnings: null }),
    "a denial": (review) => framed(review, { allowed: false }),
    "a denial with a message": (review) => framed(review, { allowed: false, status: { message: "not here" } }),
    "a denial with a reason": (review) => framed(review, { allowed: false, status: { reason: "NotFound" } }),
    "a denial with a code": (review) => framed(review, { allowed: false, status: { code: 409, message: "taken" } }),
    "a denial with a code that is none": (review) => framed(review, { allowed: false, status: { code: 200, message: "well" } }),
    "a denial with details": (review) =>
      framed(review, {
        allowed: false,
        status: { code: 422, reason: "Invalid", message: "bad", details: { name: "p", causes: [{ message: "m", field: "f" }] } },
      }),
    "a denial with a patch": (review) => framed(review, { allowed: false, ...patched([{ op: "add", path: "/metadata/labels/x", value: "y" }]) }),
    "no word of allowed": (review) => json(200, { kind: "AdmissionReview", apiVersion: review.apiVersion, response: { uid: review.request.uid } }),
    "allowed as a text": (review) => framed(review, { allowed: "true" }),
  }),
  ...answers({
    "another uid": (review) => framed(review, { uid: "other" }),
    "no uid": (review) => json(200, { kind: "AdmissionReview", apiVersion: review.apiVersion, response: { allowed: true } }),
    "another version": (review) => framed(review, {}, { apiVersion: "admission.k8s.io/v1beta1" }),
    "an unknown version": (review) => framed(review, {}, { apiVersion: "admission.k8s.io/v9" }),
    "no version": (review) => framed(review, {}, { apiVersion: "" }),
    "another kind": (review) => framed(review, {}, { kind: "Pod" }),
    "no kind": (review) => framed(review, {}, { kind: "" }),
    "no response": ({ apiVersion }) => json(200, { kind: "AdmissionReview", apiVersion }),
    "a response that is null": ({ apiVersion }) => json(200, { kind: "AdmissionReview", apiVersion, response: null }),
    "the request alone": (review) => json(200, review as unknown as JsonObject),
    "an empty object": () => json(200, {}),
    "a list": () => json(200, []),
    nothing: () => text(200, "", "application/json"),
    "no JSON": () => text(200, "ok"),
    "JSON that is cut off": (review) => ({ ...framed(review, {}), body: String(framed(review, {}).body).slice(0, 40) }),
    "no content type": (review) => ({ ...framed(review, {}), headers: {} }),
    "JSON called text": (review) => ({ ...framed(review, {}), headers: { "content-type": "text/plain" } }),
    "a page of HTML": () => text(200, "<html><body>welcome</body></html>", "text/html"),
  }),
  ...answers({
    "a patch without its type": (review) => framed(review, { patch: btoa("[]") }),
    "a type without its patch": (review) => framed(review, { patchType: "JSONPatch" }),
    "a patch of another type": (review) => framed(review, { patch: btoa("{}"), patchType: "MergePatch" }),
    "a good patch of another type": (review) =>
      framed(review, { ...patched([{ op: "add", path: "/metadata/labels/x", value: "y" }]), patchType: "MergePatch" }),
    "an empty patch of another type": (review) => framed(review, { ...patched([]), patchType: "MergePatch" }),
    "a patch of a text": (review) => framed(review, patched(["x"])),
    "a patch whose path is a number": (review) => framed(review, patched([{ op: "add", path: 1, value: 1 }])),
    "a patch of a list by a word": (review) => framed(review, patched([{ op: "add", path: "/spec/containers/first", value: {} }])),
    "a patch far behind a list": (review) => framed(review, patched([{ op: "remove", path: "/spec/containers/9" }])),
    "a patch that is no base64": (review) => framed(review, { patch: "[{", patchType: "JSONPatch" }),
    "a patch that is no JSON": (review) => framed(review, patched("[{")),
    "a patch that is an object": (review) => framed(review, patched({})),
    "a patch that is null": (review) => framed(review, patched(null)),
    "a patch with an unknown operation": (review) => framed(review, patched([{ op: "burn", path: "/metadata/labels" }])),
    "a patch without an operation": (review) => framed(review, patched([{ path: "/metadata/labels" }])),
    "a patch without a path": (review) => framed(review, patched([{ op: "add", value: 1 }])),
    "a patch of what is not there": (review) => framed(review, patched([{ op: "remove", path: "/spec/nope" }])),
    "a patch that replaces what is not there": (review) => framed(review, patched([{ op: "replace", path: "/spec/nope/more", value: 1 }])),
    "a patch below what is not there": (review) => framed(review, patched([{ op: "add", path: "/metadata/annotations/x/y", value: "z" }])),
    "a patch behind the end of a list": (review) => framed(review, patched([{ op: "add", path: "/spec/containers/7/env", value: [] }])),
    "a patch with a test that fails": (review) => framed(review, patched([{ op: "test", path: "/metadata/name", value: "other" }])),
    "a patch that moves": (review) => framed(review, patched([{ op: "copy", from: "/metadata/labels/policy", path: "/metadata/labels/copied" }])),
    "a patch that moves what is not there": (review) => framed(review, patched([{ op: "move", from: "/nope", path: "/metadata/labels/x" }])),
    "a patch that makes another type": (review) => framed(review, patched([{ op: "add", path: "/spec/containers", value: "none" }])),
    "a patch that makes a pod without containers": (review) => framed(review, patched([{ op: "replace", path: "/spec/containers", value: [] }])),
    "a patch with a member that nobody knows": (review) => framed(review, patched([{ op: "add", path: "/spec/nope", value: 1 }])),
    "a patch of the name": (review) => framed(review, patched([{ op: "replace", path: "/metadata/name", value: "other" }])),
    "a patch of the namespace": (review) => framed(review, patched([{ op: "add", path: "/metadata/namespace", value: "default" }])),
    "a patch of the service account": (review) => framed(review, patched([{ op: "replace", path: "/spec/serviceAccountName", value: "nope" }])),
    "a patch of a volume that nobody knows": (review) =>
      framed(review, patched([{ op: "add", path: "/spec/containers/0/volumeMounts/-", value: { name: "nope", mountPath: "/x" } }])),
  }),
  ...[301, 400, 401, 403, 404, 405, 408, 409, 413, 415, 418, 422, 429, 500, 502, 503, 504].map((code) => ({
    name: `HTTP ${code}`,
    answer: () => text(code, 'went "wrong"\n'),
  })),
  ...answers({
    "HTTP 201 with an answer": (review) => ({ ...framed(review, {}), status: 201 }),
    "HTTP 204": () => ({ status: 204, headers: {}, body: "" }),
    "HTTP 500 with an answer": (review) => ({ ...framed(review, {}), status: 500 }),
    "HTTP 500 without a word": () => text(500, ""),
    "HTTP 500 with a Status": () => json(500, status(500, { message: "the database is gone", reason: "InternalError" })),
    "HTTP 403 with a Status": () => json(403, status(403, { message: "go away", reason: "Forbidden" })),
    "HTTP 500 with a long page": () => text(500, `<html>${"x".repeat(3000)}</html>`, "text/html"),
    silence: () => null,
  }),
];
