import { bodyText, type ExchangeEvent, findEvent, type HttpHeaders, type RunReport, type Step } from "@irsa-sim/core";
import { cleanReport } from "./clean-report.js";
import { shortenSecrets } from "./shorten-secrets.js";
import { actorName } from "./text/actor-name.js";
import { cleanLine } from "./text/clean-line.js";
import { cleanLines } from "./text/clean-lines.js";
import { indented } from "./text/layout.js";
import type { ViewOptions } from "./view-options.js";

/** At most this many messages of a step; a day of rotation has hundreds that are alike. */
const MAX_EXCHANGES = 12;

/** The whole messages of a step, requests and responses; empty when it has none. */
export function renderMessages(report: RunReport, step: Step, options: ViewOptions): string {
  const exchanges = exchangesOf(cleanReport(report), step);
  const shown = exchanges.slice(0, MAX_EXCHANGES).map((exchange) => renderExchange(exchange, options));
  const more =
    exchanges.length > MAX_EXCHANGES ? [options.palette.quiet(`    … and ${exchanges.length - MAX_EXCHANGES} more; irsa-sim run --json has them all`)] : [];
  return [...shown, ...more].join("\n\n") + (exchanges.length === 0 ? "" : "\n");
}

/** A step that sends nothing itself may still show in a message of another step: STS's answer is step 8 of what step 6 sent. */
function exchangesOf({ events, steps }: RunReport, step: Step): readonly ExchangeEvent[] {
  const own = events.filter((event): event is ExchangeEvent => event.kind === "exchange" && event.step === step);
  if (own.length > 0) return own;
  const evidence = (steps[step]?.evidence ?? []).flatMap(({ event }) => (event === null ? [] : [findEvent(events, event)]));
  return evidence.filter((event): event is ExchangeEvent => event?.kind === "exchange");
}

function renderExchange({ actor, to, name, request, response, failure, tls }: ExchangeEvent, { width, palette, showTokens }: ViewOptions): string {
  const secret = showTokens ? (text: string) => text : shortenSecrets;
  const head = palette.accent(`${actorName(actor)} → ${actorName(to)}  ${name}`);
  const peer = tls === null ? [] : indented(palette.quiet(`TLS: ${tls.subject}, issued by ${tls.issuer}`), 4, width);
  const answer =
    response === null
      ? [palette.bad(failure === null ? "no answer" : `${failure.code}: ${failure.message}`)]
      : [palette.strong(`HTTP ${response.status}`), ...headerLines(response.headers), "", pretty(bodyText(response), response.headers)];
  const text = [palette.strong(`${request.method} ${request.url}`), ...headerLines(request.headers), "", pretty(bodyText(request), request.headers)].join("\n");
  return [
    ...indented(head, 4, width),
    ...peer,
    ...indented(secret(text.trimEnd()), 4, width),
    "",
    ...indented(secret(answer.join("\n").trimEnd()), 4, width),
  ].join("\n");
}

function headerLines(headers: HttpHeaders): readonly string[] {
  return Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
}

/** JSON indented, a form one parameter a line, anything else line by line as it is. */
function pretty(body: string, headers: HttpHeaders): string {
  if (headers["content-type"]?.startsWith("application/x-www-form-urlencoded"))
    return [...new URLSearchParams(body)].map(([name, value]) => cleanLine(`${name} = ${value}`)).join("\n");
  return cleanLines(/^\s*[[{]/.test(body) ? indentJson(body) : body);
}

/** An object in a bucket may look like JSON and be none. */
function indentJson(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch (error) {
    if (error instanceof SyntaxError) return text;
    throw error;
  }
}
