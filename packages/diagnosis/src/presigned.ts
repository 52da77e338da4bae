import type { Symptom } from "./cause.js";
import { requestBehind } from "./sent-request.js";

/** Whether the request that a service refused was signed in its URL. */
export function isPresigned({ events, check }: Pick<Symptom, "events" | "check">): boolean {
  const request = requestBehind(events, check);
  return request !== null && new URL(request.request.url).searchParams.has("X-Amz-Signature");
}
