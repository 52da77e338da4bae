import { memberOf, type Place, type RecognisedDocument, textOf } from "@irsa-sim/documents";
import type { Evidence } from "../check-options.js";

/** A call of AssumeRoleWithWebIdentity that CloudTrail recorded. */
export interface SeenCall {
  readonly place: Place;
  /** As AWS writes it. */
  readonly time: string | null;
  readonly subject: string | null;
  /** With its scheme. */
  readonly issuer: string | null;
  readonly role: string | null;
  /** What the caller was told, as far as CloudTrail says it; `null` for a call that succeeded. */
  readonly error: string | null;
}

const PROVIDER = /^arn:[^:]+:iam::\d{12}:oidc-provider\/(.+)$/;

/** CloudTrail writes this where the caller was told that a trust policy does not let it in. */
const UNKNOWN_ERROR = "An unknown error occurred";

/** The calls among documents. */
export function seenCallsIn(documents: readonly RecognisedDocument[]): readonly SeenCall[] {
  return documents.flatMap((document) => {
    if (document.kind !== "web-identity-call") return [];
    const text = (name: string): string | null => textOf(memberOf(document.node, name));
    const [, host] = PROVIDER.exec(text("provider") ?? "") ?? [];
    const [code, message] = [text("errorCode"), text("errorMessage")];
    return [
      {
        ...{ place: document.node.place, time: text("time"), subject: text("subject"), role: text("role") },
        issuer: host === undefined ? null : `https://${host}`,
        error: code === null ? null : errorOf(code, message),
      },
    ];
  });
}

function errorOf(code: string, message: string | null): string {
  const told = message === UNKNOWN_ERROR ? "Not authorized to perform sts:AssumeRoleWithWebIdentity" : message;
  return told === null ? code : `${code}: ${told}`;
}

/** What was seen, with what the calls show where nobody gave it: those that failed count before those that succeeded. Calls of several subjects choose nobody. */
export function withSeenCalls(evidence: Evidence, calls: readonly SeenCall[]): Evidence {
  const failed = calls.filter(({ error }) => error !== null);
  const telling = failed.length > 0 ? failed : calls;
  const last = telling.at(-1);
  if (last === undefined) return evidence;
  const isOne = telling.every(({ subject }) => subject === last.subject);
  const token = isOne ? { file: last.place.file, issuer: last.issuer, subject: last.subject } : null;
  return { ...evidence, token: evidence.token ?? token, error: evidence.error ?? (isOne ? last.error : null) };
}
