import type { HttpRequest, HttpResponse, RunReport, TraceEvent } from "@irsa-sim/core";

/** A run as `irsa-sim run --json` prints it with the well-known keys, which are the page's. Bytes are no JSON; they become base64 under another name. */
export function toReportJson(report: RunReport): string {
  return JSON.stringify({ ...report, events: report.events.map(withTextBodies) }, null, 2);
}

function withTextBodies(event: TraceEvent): object {
  if (event.kind !== "exchange") return event;
  return { ...event, request: textBody(event.request), response: event.response === null ? null : textBody(event.response) };
}

function textBody<Message extends HttpRequest | HttpResponse>(message: Message): object {
  const { body } = message;
  if (typeof body === "string") return message;
  return { ...message, body: "", bodyBase64: btoa(String.fromCharCode(...body)) };
}
