/** A webhook call that failed, as against one that said no; the message is the cause that Kubernetes reports. */
export class ReviewAnswerError extends Error {}

/** What a webhook decided. */
export interface ReviewAnswer {
  readonly allowed: boolean;
  /** Why not; may be empty. */
  readonly message: string;
  /** JSON Patch, decoded; `null` for none. */
  readonly patch: string | null;
}

/**
 * Reads and checks an answer as the API server does for AdmissionReview v1.
 *
 * @throws {ReviewAnswerError} when the answer does not count
 * @see webhook.md, section 9.5
 */
export function parseReviewAnswer(body: string, uid: string): ReviewAnswer {
  const { kind = "", apiVersion = "", response = {} } = parseObject(body) as Answer;
  if (kind !== "AdmissionReview" || apiVersion !== "admission.k8s.io/v1") {
    const [group = "", version = ""] = apiVersion.includes("/") ? apiVersion.split("/") : ["", apiVersion];
    throw new ReviewAnswerError(
      `received invalid webhook response: expected webhook response of admission.k8s.io/v1, Kind=AdmissionReview, got ${group}/${version}, Kind=${kind}`,
    );
  }
  if (response.uid !== uid) throw new ReviewAnswerError(`received invalid webhook response: expected response.uid="${uid}", got "${response.uid ?? ""}"`);
  if ((response.patch === undefined) !== (response.patchType === undefined))
    throw new ReviewAnswerError("received invalid webhook response: webhook returned response.patch but not response.patchType, or the reverse");
  return { allowed: response.allowed ?? false, message: response.status?.message ?? "", patch: response.patch === undefined ? null : decode(response.patch) };
}

interface Answer {
  readonly kind?: string;
  readonly apiVersion?: string;
  readonly response?: {
    readonly uid?: string;
    readonly allowed?: boolean;
    readonly status?: { readonly message?: string };
    readonly patch?: string;
    readonly patchType?: string;
  };
}

function parseObject(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new ReviewAnswerError(`received invalid webhook response: ${error.message}`);
  }
}

function decode(base64: string): string {
  return new TextDecoder().decode(Uint8Array.from(atob(base64), (character) => character.charCodeAt(0)));
}
