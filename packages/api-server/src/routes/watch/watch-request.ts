import type { HttpRequest } from "@irsa-sim/core";
import { REFUSALS } from "../../kubernetes-status.js";
import { checkWatchParameters } from "../list/list-request.js";

/** What a watch asks for, besides whom it watches. */
export interface WatchRequest {
  /** The version after which changes are told; 0 for what is there, and then what happens. */
  readonly resourceVersion: number;
  /** When the answer comes although nothing happened; `null` for never. */
  readonly timeoutSeconds: number | null;
  /** Whether the answer ends with the version up to which it tells everything. */
  readonly allowWatchBookmarks: boolean;
  /** Whether what is there comes first, and a mark behind it. */
  readonly sendInitialEvents: boolean;
}

/** Whether a GET of a collection asks for what happens to it rather than what is there. */
export function isWatch({ url }: HttpRequest): boolean {
  return isTrue(new URL(url).searchParams.get("watch"));
}

/**
 * Reads the parameters of a watch.
 *
 * @throws {KubernetesStatus} 400 for a timeout that is no number, 422 for what does not go together, 500 for a version that is none
 */
export function readWatchRequest(request: HttpRequest): WatchRequest {
  checkWatchParameters(request);
  const { searchParams } = new URL(request.url);
  const sendInitialEvents = isTrue(searchParams.get("sendInitialEvents"));
  const version = sendInitialEvents ? "0" : searchParams.get("resourceVersion") || "0";
  if (!/^\d+$/.test(version)) throw REFUSALS.noVersion(version);
  const timeout = searchParams.get("timeoutSeconds") || "0";
  if (!/^\d+$/.test(timeout)) throw REFUSALS.badRequest(`strconv.ParseInt: parsing "${timeout}": invalid syntax`);
  return {
    resourceVersion: Number(version),
    timeoutSeconds: Number(timeout) === 0 ? null : Number(timeout),
    allowWatchBookmarks: isTrue(searchParams.get("allowWatchBookmarks")),
    sendInitialEvents,
  };
}

/** As the server reads a truth: whatever does not say no. */
function isTrue(value: string | null): boolean {
  return value !== null && value !== "0" && value.toLowerCase() !== "false";
}
