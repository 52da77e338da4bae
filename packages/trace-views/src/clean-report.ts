import type { HttpRequest, HttpResponse, RunReport, TraceEvent } from "@irsa-sim/core";
import { cleanTexts } from "./text/clean-texts.js";

const cleaned = new WeakMap<RunReport, RunReport>();

/**
 * A run as a view for people may write it: every text one clean line. The bodies of messages stay whole: `readJson` cleans what a view decodes from one, and
 * the view of whole messages what it shows.
 */
export function cleanReport(report: RunReport): RunReport {
  const known = cleaned.get(report) ?? { ...cleanTexts({ ...report, events: [] }), events: report.events.map(cleanEvent) };
  // Views show a step at a time, of a report that may hold a day.
  cleaned.set(report, known);
  cleaned.set(known, known);
  return known;
}

function cleanEvent(event: TraceEvent): TraceEvent {
  if (event.kind !== "exchange") return cleanTexts(event);
  const { request, response, ...rest } = event;
  return { ...cleanTexts(rest), request: cleanMessage(request), response: response === null ? null : cleanMessage(response) };
}

function cleanMessage<Message extends HttpRequest | HttpResponse>({ body, ...rest }: Message): Message {
  return { ...cleanTexts(rest), body } as Message;
}
