import { bodyText, type HttpRequest } from "@irsa-sim/core";
import { REFUSALS } from "../kubernetes-status.js";

/** The media types in which objects are accepted. */
export const OBJECT_MEDIA_TYPES = ["application/json"] as const;

/**
 * Reads the body of a request that comes in one of the accepted media types; the first one is assumed where none is given.
 *
 * Differs from the API server, which also accepts YAML, CBOR and protobuf.
 * @throws {KubernetesStatus} 415
 */
export function readBody<MediaType extends string>(
  request: HttpRequest,
  accepted: readonly [MediaType, ...MediaType[]],
): { readonly mediaType: MediaType; readonly text: string } {
  const sent = request.headers["content-type"]?.split(";")[0]?.trim().toLowerCase() ?? accepted[0];
  const mediaType = accepted.find((candidate) => candidate === sent);
  if (mediaType === undefined) throw REFUSALS.unsupportedMediaType(accepted);
  return { mediaType, text: bodyText(request) };
}
