/**
 * The answers of AWS's query protocol on the wire, for every service that speaks it.
 * Leaves out: the JSON variant (section 1.4), which only STS has.
 * @see sts-and-iam.md, sections 1.2, 1.3 and 1.5
 */
import { bodyBytes, type EpochMillis, type HttpResponse } from "@irsa-sim/core";
import { XMLBuilder } from "fast-xml-parser";

/** A member of a result: text, a number, a flag, a structure or, for a list, `{ member: [...] }`; a member that is `null` or `undefined` is left out. */
export type QueryMember = string | number | boolean | null | undefined | readonly QueryMember[] | { readonly [name: string]: QueryMember };

/** The content of a successful answer. */
export interface QueryResult {
  /** `CreateRole`; its envelope is `CreateRoleResponse`. */
  readonly action: string;
  /** `https://iam.amazonaws.com/doc/2010-05-08/`. */
  readonly namespace: string;
  /** The members of `<action>Result` in the order of the wire; `null` for an action without a result. */
  readonly result: { readonly [name: string]: QueryMember } | null;
  /** A UUID. */
  readonly requestId: string;
  readonly now: EpochMillis;
}

/** The content of a refusal. */
export interface QueryError {
  readonly namespace: string;
  /** Follows from `status` when absent: `Sender` below 500, else `Receiver`. */
  readonly type?: "Sender" | "Receiver";
  readonly code: string;
  /** `null` leaves the element out, as STS does for `MalformedInput`. */
  readonly message: string | null;
  /** HTTP status. */
  readonly status: number;
  /** A UUID. */
  readonly requestId: string;
  readonly now: EpochMillis;
}

/**
 * Renders a successful answer.
 *
 * @example renderQueryResponse({ action: "GetRole", namespace, result: { Role: { RoleName: "my-pod-role" } }, requestId, now }).status // => 200
 */
export function renderQueryResponse({ action, namespace, result, requestId, now }: QueryResult): HttpResponse {
  const envelope = {
    [`${action}Response`]: {
      "@xmlns": namespace,
      ...(result === null ? {} : { [`${action}Result`]: withoutAbsent(result) }),
      ResponseMetadata: { RequestId: requestId },
    },
  };
  return render(200, envelope, { requestId, now });
}

/** Renders a refusal. */
export function renderQueryError({ namespace, type, code, message, status, requestId, now }: QueryError): HttpResponse {
  const envelope = {
    ErrorResponse: {
      "@xmlns": namespace,
      Error: withoutAbsent({ Type: type ?? (status < 500 ? "Sender" : "Receiver"), Code: code, Message: message }),
      RequestId: requestId,
    },
  };
  return render(status, envelope, { requestId, now });
}

/** What XML 1.0 cannot say in any way (its production Char). */
const NOT_XML = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

/** No declaration, two spaces, a final newline, as AWS prints it. */
const XML_OPTIONS = {
  format: true,
  indentBy: "  ",
  ignoreAttributes: false,
  attributeNamePrefix: "@",
  suppressEmptyNode: true,
  suppressBooleanAttributes: false,
  // Quotation marks stand for themselves in AWS's texts; only what would end an element is escaped.
  entities: [
    { regex: NOT_XML, val: "\uFFFD" },
    { regex: /&/g, val: "&amp;" },
    { regex: /</g, val: "&lt;" },
    { regex: />/g, val: "&gt;" },
  ],
};
const XML = new XMLBuilder(XML_OPTIONS);

function render(status: number, envelope: object, sent: { readonly requestId: string; readonly now: EpochMillis }): HttpResponse {
  const body = XML.build(envelope);
  const headers = {
    "x-amzn-requestid": sent.requestId,
    "content-type": "text/xml",
    "content-length": String(bodyBytes({ body }).byteLength),
    date: new Date(sent.now).toUTCString(),
  };
  return { status, headers, body };
}

/** The builder would print an absent member as an empty element. */
function withoutAbsent(value: QueryMember): QueryMember {
  if (isList(value)) return value.map(withoutAbsent);
  if (value === null || typeof value !== "object") return value;
  const present = Object.entries(value).filter(([, member]) => member !== null && member !== undefined);
  return Object.fromEntries(present.map(([name, member]) => [name, withoutAbsent(member)]));
}

/** `Array.isArray` does not narrow away a read-only list. */
function isList(value: QueryMember): value is readonly QueryMember[] {
  return Array.isArray(value);
}
