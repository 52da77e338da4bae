import type { HttpResponse } from "@irsa-sim/core";

const TEXT = "text/plain; charset=utf-8";

/** An answer as Go sends it when nobody sets a type: what the webhook says is text, JSON or not. */
export function answerText(status: number, body: string): HttpResponse {
  return { status, headers: { "content-type": TEXT }, body };
}

/** An error's answer, with a newline at its end. */
export function answerError(status: number, message: string): HttpResponse {
  return { status, headers: { "content-type": TEXT, "x-content-type-options": "nosniff" }, body: `${message}\n` };
}
