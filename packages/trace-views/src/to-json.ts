import type { HttpRequest, HttpResponse, RunReport, TraceEvent } from "@irsa-sim/core";
import { shortenSecrets } from "./shorten-secrets.js";
import { cleanLines } from "./text/clean-lines.js";

/** About so long is a part, in characters. */
const PART_LENGTH = 65_536;

/**
 * A run as `irsa-sim run --json` prints it, in parts of whole lines: the text of a fleet is larger than the fleet.
 * What JSON lets stand and a terminal acts on is written as an escape, which means the same.
 * With the well-known keys, which are public, messages stand whole, so that others can verify them; with fresh keys secrets are cut unless asked for.
 */
export function* toJson(report: RunReport, { showTokens }: { readonly showTokens: boolean }): Generator<string> {
  const cut = showTokens || report.keys === "well-known" ? (text: string) => text : shortenSecrets;
  let part = "";
  for (const lines of linesOf(report)) {
    part += lines;
    if (part.length < PART_LENGTH) continue;
    yield cut(cleanLines(part));
    part = "";
  }
  yield cut(cleanLines(part));
}

/** What `JSON.stringify(report, null, 2)` gives, member by member and event by event, with a line break at the end. */
function* linesOf(report: RunReport): Generator<string> {
  const members = Object.entries(report).filter(([, value]) => value !== undefined);
  yield "{\n";
  for (const [index, [name, value]] of members.entries()) {
    const end = index === members.length - 1 ? "\n" : ",\n";
    if (name !== "events" || report.events.length === 0) yield `  ${JSON.stringify(name)}: ${indented(value, 2)}${end}`;
    else yield* eventLines(report.events, end);
  }
  yield "}\n";
}

function* eventLines(events: readonly TraceEvent[], end: string): Generator<string> {
  yield '  "events": [\n';
  for (const [index, event] of events.entries()) yield `    ${indented(eventToJson(event), 4)}${index === events.length - 1 ? "\n" : ",\n"}`;
  yield `  ]${end}`;
}

/** In JSON a line break is never part of a text. */
function indented(value: unknown, spaces: number): string {
  return JSON.stringify(value, null, 2).replaceAll("\n", `\n${" ".repeat(spaces)}`);
}

/** An event as JSON can write it: bytes become base64 under another name. */
export function eventToJson(event: TraceEvent): object {
  if (event.kind !== "exchange") return event;
  return { ...event, request: textBody(event.request), response: event.response === null ? null : textBody(event.response) };
}

function textBody<Message extends HttpRequest | HttpResponse>(message: Message): object {
  const { body } = message;
  if (typeof body === "string") return message;
  return { ...message, body: "", bodyBase64: btoa(String.fromCharCode(...body)) };
}
