import { bodyText, type HttpRequest, type HttpResponse } from "@irsa-sim/core";
import { stringify } from "yaml";
import { REFUSALS } from "../kubernetes-status.js";
import { readRanges } from "./media-ranges.js";
import { parseRoute } from "./parse-route.js";

/** In which form an answer is given. */
export interface AnswerForm {
  readonly mediaType: "application/json" | "application/yaml";
  /** Whether objects come as rows of a table, for people to read. */
  readonly isTable: boolean;
}

/** As the 406 lists them; protobuf is given by the real server alone. */
const LISTED = ["application/json", "application/yaml", "application/vnd.kubernetes.protobuf"] as const;

/** What a collection can also be given as. */
const STREAMED = ["application/json;stream=watch", "application/vnd.kubernetes.protobuf;stream=watch"];

const TABLE = "meta.k8s.io/v1/Table";
/** What is given where nothing is asked for. */
export const JSON_FORM: AnswerForm = { mediaType: "application/json", isTable: false };

/**
 * The form that a client wants: by weight, then in the order in which it names them.
 *
 * Differs from the API server, which also gives protobuf: who asks for that first gets what it names next, and JSON where it names nothing else. And it asks
 * who calls before it looks at this.
 * @throws {KubernetesStatus} 406
 */
export function negotiateAnswer({ headers, method, url }: HttpRequest): AnswerForm {
  const ranges = readRanges(headers.accept || "*/*").filter(({ type }) => RANGES.includes(type));
  for (const { type, form } of ranges) {
    if (form === TABLE && type === LISTED[0] && method === "GET") return { ...JSON_FORM, isTable: true };
    if (form !== null || type === LISTED[2]) continue;
    return type === "application/yaml" ? { ...JSON_FORM, mediaType: type } : JSON_FORM;
  }
  if (ranges.some(({ type, form }) => form === null && type === LISTED[2])) return JSON_FORM;
  if (ranges.length > 0) throw REFUSALS.notAcceptable(LISTED);
  const route = parseRoute(new URL(url).pathname);
  const isList = typeof route === "object" && route.name === null && method === "GET";
  throw REFUSALS.notRepresentable(isList ? [...LISTED, ...STREAMED] : LISTED);
}

const RANGES: readonly string[] = ["*/*", "application/*", ...LISTED];

/** The answer in that form. */
export function inMediaType(response: HttpResponse, { mediaType }: AnswerForm): HttpResponse {
  if (mediaType === "application/json" || response.headers["content-type"] !== "application/json") return response;
  const body = stringify(JSON.parse(bodyText(response)), { sortMapEntries: true, lineWidth: 0 });
  return { ...response, headers: { ...response.headers, "content-type": mediaType }, body };
}
