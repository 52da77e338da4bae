import type { HttpRequest, HttpResponse, RunReport, TraceEvent } from "@irsa-sim/core";

/**
 * Reads what `toJson` wrote; `null` when a text is no run of this version. Whether each part of it is what it should be is not looked at.
 */
export function fromJson(text: string): RunReport | null {
  const report = parse(text) as Partial<RunReport> | null;
  if (report?.schema !== "irsa-sim/run/v1" || !Array.isArray(report.events) || !Array.isArray(report.steps)) return null;
  return { base: null, apps: [], ...report, events: report.events.map(eventFromJson) } as RunReport;
}

function parse(text: string): object | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" ? value : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** An event as it was before `eventToJson`: what JSON has no form for is there again. */
export function eventFromJson(event: TraceEvent): TraceEvent {
  if (event.kind !== "exchange") return event;
  return { ...event, request: bytesBody(event.request), response: event.response === null ? null : bytesBody(event.response) };
}

function bytesBody<Message extends HttpRequest | HttpResponse>(message: Message & { readonly bodyBase64?: string }): Message {
  const { bodyBase64, ...rest } = message;
  if (bodyBase64 === undefined) return message;
  return { ...rest, body: Uint8Array.from(atob(bodyBase64), (character) => character.charCodeAt(0)) } as unknown as Message;
}
