import { bodyBytes, type HttpRequest } from "@irsa-sim/core";
import { DecodingError } from "@irsa-sim/kubernetes-types";
import { REFUSALS } from "../kubernetes-status.js";

const PROTOBUF = "application/vnd.kubernetes.protobuf";

/** Whether a request brings its object in protobuf, as clients of Go do for kinds that they were built with. */
export function isProtobuf({ headers }: HttpRequest): boolean {
  return headers["content-type"]?.split(";")[0]?.trim().toLowerCase() === PROTOBUF;
}

/**
 * The same request with its object in JSON; what reads protobuf is loaded with the first one that comes.
 *
 * @throws {KubernetesStatus} 400 for what is no such message
 */
export async function inJson(request: HttpRequest): Promise<HttpRequest> {
  const { decodeProtobuf } = await import("@irsa-sim/kubernetes-types/protobuf");
  try {
    const body = JSON.stringify(decodeProtobuf(bodyBytes(request)));
    return { ...request, headers: { ...request.headers, "content-type": "application/json" }, body };
  } catch (error) {
    if (!(error instanceof DecodingError)) throw error;
    throw REFUSALS.badRequest(error.message);
  }
}
