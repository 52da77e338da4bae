import { bodyText, type HttpRequest, type HttpResponse } from "@irsa-sim/core";
import { stringify } from "yaml";
import { REFUSALS } from "../kubernetes-status.js";
import { parseRoute } from "./parse-route.js";

/** In which form an answer is given. */
export type AnswerMediaType = "application/json" | "application/yaml";

/** As the 406 lists them; protobuf is given by the real server alone. */
const LISTED = ["application/json", "application/yaml", "application/vnd.kubernetes.protobuf"] as const;

/** What a collection can also be given as. */
const STREAMED = ["application/json;stream=watch", "application/vnd.kubernetes.protobuf;stream=watch"];

/**
 * The form that a client wants: by weight, then in the order in which it names them.
 *
 * Differs from the API server, which also gives protobuf: who asks for that first gets what it names next, and JSON where it names nothing else. And it asks
 * who calls before it looks at this.
 * @throws {KubernetesStatus} 406
 */
export function negotiateAnswer({ headers, method, url }: HttpRequest): AnswerMediaType {
  const ranges = readRanges(headers.accept || "*/*").filter(({ type }) => RANGES.includes(type));
  for (const { type } of ranges.filter(({ isPlain }) => isPlain)) {
    if (type === "application/yaml") return type;
    if (type !== LISTED[2]) return "application/json";
  }
  if (ranges.some(({ type, isPlain }) => isPlain && type === LISTED[2])) return "application/json";
  if (ranges.length > 0) throw REFUSALS.notAcceptable(LISTED);
  const route = parseRoute(new URL(url).pathname);
  const isList = typeof route === "object" && route.name === null && method === "GET";
  throw REFUSALS.notRepresentable(isList ? [...LISTED, ...STREAMED] : LISTED);
}

const RANGES: readonly string[] = ["*/*", "application/*", ...LISTED];

/** The answer in that form. */
export function inMediaType(response: HttpResponse, mediaType: AnswerMediaType): HttpResponse {
  if (mediaType === "application/json" || response.headers["content-type"] !== "application/json") return response;
  const body = stringify(JSON.parse(bodyText(response)), { sortMapEntries: true, lineWidth: 0 });
  return { ...response, headers: { ...response.headers, "content-type": mediaType }, body };
}

interface MediaRange {
  readonly type: string;
  readonly weight: number;
  /** Without a wish for another kind of object, such as a table. */
  readonly isPlain: boolean;
}

function readRanges(header: string): readonly MediaRange[] {
  const ranges = header.split(",").map((range) => {
    const [type = "", ...parameters] = range.split(";").map((part) => part.trim());
    const weight = parameters.find((parameter) => parameter.startsWith("q="));
    const isPlain = !parameters.some((parameter) => /^(as|g|v)=/.test(parameter));
    return { type, weight: weight === undefined ? 1 : Number.parseFloat(weight.slice(2)) || 0, isPlain };
  });
  return ranges.sort((a, b) => b.weight - a.weight);
}
