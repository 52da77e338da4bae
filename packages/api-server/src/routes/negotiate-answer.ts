import { bodyText, type HttpRequest, type HttpResponse } from "@irsa-sim/core";
import { stringify } from "yaml";
import { REFUSALS } from "../kubernetes-status.js";

/** In which form an answer is given. */
export type AnswerMediaType = "application/json" | "application/yaml";

/** As the 406 lists them; protobuf is given by the real server alone. */
const LISTED = ["application/json", "application/yaml", "application/vnd.kubernetes.protobuf"] as const;

/**
 * The form that a client wants: by weight, then in the order in which it names them.
 *
 * Differs from the API server, which also gives protobuf: who asks for that first gets what it names next, and JSON where it names nothing else.
 * @throws {KubernetesStatus} 406
 */
export function negotiateAnswer({ headers }: HttpRequest): AnswerMediaType {
  const ranges = readRanges(headers.accept || "*/*");
  for (const { type } of ranges) {
    if (type === "application/yaml") return type;
    if (type === "*/*" || type === "application/*" || type === "application/json") return "application/json";
  }
  if (ranges.some(({ type }) => type === LISTED[2])) return "application/json";
  throw REFUSALS.notAcceptable(LISTED);
}

/** The answer in that form. */
export function inMediaType(response: HttpResponse, mediaType: AnswerMediaType): HttpResponse {
  if (mediaType === "application/json" || response.headers["content-type"] !== "application/json") return response;
  const body = stringify(JSON.parse(bodyText(response)), { sortMapEntries: true, lineWidth: 0 });
  return { ...response, headers: { ...response.headers, "content-type": mediaType }, body };
}

function readRanges(header: string): readonly { readonly type: string; readonly weight: number }[] {
  const ranges = header.split(",").map((range) => {
    const [type = "", ...parameters] = range.split(";").map((part) => part.trim());
    const weight = parameters.find((parameter) => parameter.startsWith("q="));
    return { type, weight: weight === undefined ? 1 : Number.parseFloat(weight.slice(2)) || 0 };
  });
  return ranges.sort((a, b) => b.weight - a.weight);
}
