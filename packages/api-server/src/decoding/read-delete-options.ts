import { bodyText, type HttpRequest } from "@irsa-sim/core";
import { BodyError, decodeObject } from "@irsa-sim/kubernetes-types";
import { REFUSALS } from "../kubernetes-status.js";
import { readBody } from "../routes/read-body.js";

/** What a DELETE says besides whom. */
export interface DeleteOptions {
  readonly isDryRun: boolean;
  /** What the object must be for the request to count. */
  readonly preconditions: { readonly uid?: string; readonly resourceVersion?: string };
}

/**
 * Reads the options in the body of a DELETE.
 *
 * Leaves out: how long an object is given to go, and what becomes of what belongs to it: both are always as they are without options.
 * @throws {KubernetesStatus} 400, 415
 */
export function readDeleteOptions(request: HttpRequest): DeleteOptions {
  const text = bodyText(request);
  if (text === "") return { isDryRun: false, preconditions: {} };
  const { mediaType } = readBody(request, ["application/json", "application/yaml"]);
  try {
    const { object } = decodeObject(text, { expected: { kind: "DeleteOptions", group: "", version: "v1" }, mediaType });
    const { dryRun = [], preconditions = {} } = object as { readonly dryRun?: readonly string[]; readonly preconditions?: DeleteOptions["preconditions"] };
    return { isDryRun: dryRun.includes("All"), preconditions };
  } catch (error) {
    if (!(error instanceof BodyError)) throw error;
    throw REFUSALS.badRequest(error.message);
  }
}
