import type { HttpRequest, HttpResponse, RunReport, TraceEvent } from "@irsa-sim/core";
import { shortenSecrets } from "./shorten-secrets.js";
import { cleanLines } from "./text/clean-lines.js";

/**
 * A run as `irsa-sim run --json` prints it.
 * What JSON lets stand and a terminal acts on is written as an escape, which means the same.
 * With the well-known keys, which are public, messages stand whole, so that others can verify them; with fresh keys secrets are cut unless asked for.
 */
export function toJson(report: RunReport, { showTokens }: { readonly showTokens: boolean }): string {
  const text = cleanLines(JSON.stringify({ ...report, events: report.events.map(withTextBodies) }, null, 2));
  return showTokens || report.keys === "well-known" ? text : shortenSecrets(text);
}

/** Bytes are no JSON; they become base64 under another name. */
function withTextBodies(event: TraceEvent): object {
  if (event.kind !== "exchange") return event;
  return { ...event, request: textBody(event.request), response: event.response === null ? null : textBody(event.response) };
}

function textBody<Message extends HttpRequest | HttpResponse>(message: Message): object {
  const { body } = message;
  if (typeof body === "string") return message;
  return { ...message, body: "", bodyBase64: btoa(String.fromCharCode(...body)) };
}
