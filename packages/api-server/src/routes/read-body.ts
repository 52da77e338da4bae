import { bodyText, type HttpRequest } from "@irsa-sim/core";
import { REFUSALS } from "../kubernetes-status.js";

/**
 * Reads the body of a request that comes in one of the accepted media types; the first one is assumed where none is given.
 *
 * @param listed what a refusal lists; the accepted ones when left out
 * @throws {KubernetesStatus} 415
 */
export function readBody<MediaType extends string>(
  request: HttpRequest,
  accepted: readonly [MediaType, ...MediaType[]],
  listed: readonly string[] = accepted,
): { readonly mediaType: MediaType; readonly text: string } {
  const sent = request.headers["content-type"]?.split(";")[0]?.trim().toLowerCase() ?? accepted[0];
  const mediaType = accepted.find((candidate) => candidate === sent);
  if (mediaType === undefined) throw REFUSALS.unsupportedMediaType(listed);
  return { mediaType, text: bodyText(request) };
}
