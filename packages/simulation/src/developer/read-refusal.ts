import { bodyText, type HttpResponse } from "@irsa-sim/core";
import { readQueryError } from "@irsa-sim/sdk-credential-provider";
import type { Refusal } from "../refusal.js";

/** What IAM said, as whoever called it saw it. */
export function readRefusal(response: HttpResponse): Omit<Refusal, "action"> {
  return { ...readQueryError(bodyText(response)), status: response.status };
}
