import { bodyText, type HttpResponse } from "@irsa-sim/core";

const MESSAGES: Readonly<Record<number, string>> = {
  400: "the server rejected our request for an unknown reason",
  401: "the server has asked for the client to provide credentials",
  404: "the server could not find the requested resource",
  405: "the server does not allow this method on the requested resource",
  409: "the server reported a conflict",
  422: "the server rejected our request due to an error in our request",
  429: "the server has received too many requests and has asked us to try again later",
  503: "the server is currently unable to handle the request",
  504: "the server was unable to return a response in the time allotted, but may still be processing the request",
};
/** Where the server's own text is what is told, unless it has none. */
const OWN_TEXT: Readonly<Record<number, string>> = {
  403: "unknown",
  406: "the server was unable to respond with a content type that the client supports",
  415: "the body of the request was in an unknown format - accepted media types include: ",
};
const NO_TEXT = "unknown";
/** Of a long page so much is told. */
const SHOWN = 2048;

/**
 * What Kubernetes' client says of a status that is no success: the message of a `Status`, else a sentence for the code.
 *
 * @see https://pkg.go.dev/k8s.io/apimachinery/pkg/api/errors#NewGenericServerResponse
 */
export function describeHttpFailure(response: HttpResponse): string {
  const { status } = response;
  const body = bodyText(response);
  const said = messageOfStatus(body);
  if (said !== null) return said;
  const text = isText(response) ? body.slice(0, SHOWN).trim() : NO_TEXT;
  const known = MESSAGES[status];
  if (known !== undefined) return known;
  const own = OWN_TEXT[status];
  if (own !== undefined) return text === "" || text === NO_TEXT ? own : text;
  if (status >= 500) return `an error on the server (${JSON.stringify(text)}) has prevented the request from succeeding`;
  return `the server responded with the status code ${status} but did not return more information`;
}

function isText({ headers }: HttpResponse): boolean {
  const type = headers["content-type"] ?? "";
  return type === "" || type.trim().toLowerCase().startsWith("text/");
}

function messageOfStatus(body: string): string | null {
  if (!body.trim().startsWith("{")) return null;
  try {
    const { kind, apiVersion, message } = JSON.parse(body) as { readonly kind?: unknown; readonly apiVersion?: unknown; readonly message?: unknown };
    return kind === "Status" && apiVersion === "v1" && typeof message === "string" ? message : null;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return null;
  }
}
