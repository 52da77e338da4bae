/** AdmissionReview v1 as far as the webhook reads and answers it (webhook.md, section 9). */
import { goObject, goString } from "./patch/go-json.js";

/** What matters of a review. */
export interface AdmissionReview {
  /** Echoed; empty for none. */
  readonly kind: string;
  readonly apiVersion: string;
  /** Of the request; empty when there was none. */
  readonly uid: string;
  readonly namespace: string;
  readonly object: object;
}

/** Why a review is answered with a denial; `review` is what could be read before. */
export class ReviewError extends Error {
  readonly review: Partial<AdmissionReview>;

  constructor(message: string, review: Partial<AdmissionReview> = {}) {
    super(message);
    this.review = review;
  }
}

/**
 * Reads a review; group, version and kind are not checked, and the object is taken for a pod whatever it is.
 *
 * Differs from the webhook for bodies that are no JSON object: YAML and protobuf are not read, and Go's own error texts are given only for what people meet.
 *
 * @throws {ReviewError} for what is answered with a denial
 */
export function parseAdmissionReview(body: string): AdmissionReview {
  const value = parseJson(body) as { readonly kind?: string; readonly apiVersion?: string; readonly request?: Record<string, unknown> | null };
  const { kind = "", apiVersion = "", request } = value ?? {};
  if (request === undefined || request === null) throw new ReviewError("bad content");
  const { uid = "", namespace = "", object } = request as { readonly uid?: string; readonly namespace?: string; readonly object?: unknown };
  const read = { kind, apiVersion, uid, namespace };
  if (object === undefined || object === null) throw new ReviewError("unexpected end of JSON input", read);
  if (typeof object !== "object")
    throw new ReviewError(`json: cannot unmarshal ${typeof object === "boolean" ? "bool" : typeof object} into Go value of type v1.Pod`, read);
  return { ...read, object };
}

function parseJson(body: string): unknown {
  if (body.trim() === "") throw new ReviewError("bad content");
  try {
    return JSON.parse(body);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new ReviewError("couldn't get version/kind; json parse error: unexpected end of JSON input");
  }
}

/** The answer that lets a pod through, with a patch or unchanged. */
export function allowed({ kind, apiVersion, uid }: AdmissionReview, patch: string | null): string {
  const change: readonly (readonly [string, string])[] =
    patch === null
      ? []
      : [
          ["patch", goString(base64(patch))],
          ["patchType", goString("JSONPatch")],
        ];
  return envelope({ kind, apiVersion }, [["uid", goString(uid)], ["allowed", "true"], ...change]);
}

/** The answer that keeps a pod out. */
export function denied({ kind = "", apiVersion = "", uid = "" }: Partial<AdmissionReview>, message: string): string {
  return envelope({ kind, apiVersion }, [
    ["uid", goString(uid)],
    ["allowed", "false"],
    [
      "status",
      goObject([
        ["metadata", "{}"],
        ["message", goString(message)],
      ]),
    ],
  ]);
}

function envelope({ kind, apiVersion }: Pick<AdmissionReview, "kind" | "apiVersion">, response: readonly (readonly [string, string])[]): string {
  const head = [["kind", kind] as const, ["apiVersion", apiVersion] as const]
    .filter(([, value]) => value !== "")
    .map(([key, value]) => [key, goString(value)] as const);
  return goObject([...head, ["response", goObject(response)]]);
}

function base64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}
