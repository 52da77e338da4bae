import { bodyText, type HttpResponse, NetworkError, type Span } from "@irsa-sim/core";
import type { Refusal } from "../refusal.js";

/**
 * Why the API server did not do what it was asked, as the caller was told: its Status, or that it could not be reached. `null` when it did it.
 *
 * @param span where the work stands in the trace
 * @param work answers with the last response, or with `null` when nothing had to be done
 */
export async function findRefusal(span: Span, work: () => Promise<HttpResponse | null>): Promise<Refusal | null> {
  const action = span.seq as number;
  try {
    const response = await work();
    if (response === null || response.status < 400) return null;
    const { reason = "Unknown", message = "" } = JSON.parse(bodyText(response)) as { readonly reason?: string; readonly message?: string };
    return { code: reason, status: response.status, message, action };
  } catch (error) {
    if (!(error instanceof NetworkError)) throw error;
    return { code: error.code, status: null, message: error.message, action };
  }
}
