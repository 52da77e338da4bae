import { findEvent, type RunReport, type Step } from "@irsa-sim/core";
import type { Arrow, DecodedBody, DecodedRequest, DecodedResponse, Story } from "@irsa-sim/story";
import { contentLines, memberLines } from "./blocks/content-lines.js";
import { chooseStory } from "./choose-story.js";
import { tellRun } from "./tell-run.js";
import { actorName } from "./text/actor-name.js";
import { cleanLine } from "./text/clean-line.js";
import { cleanLines } from "./text/clean-lines.js";
import { indented } from "./text/layout.js";
import type { ViewOptions } from "./view-options.js";

/** At most this many messages of a step; a day of rotation has hundreds that are alike. */
const MAX_EXCHANGES = 12;

/** The whole messages of a step, requests and responses, with all that is encoded in them decoded; empty when it has none. */
export function renderMessages(played: RunReport, step: Step, options: ViewOptions): string {
  const run = tellRun(played);
  const arrows = arrowsOf(chooseStory(run, options.about ?? {}) ?? run.main, step, run.report);
  const shown = arrows.slice(0, MAX_EXCHANGES).map((arrow) => renderArrow(arrow, options));
  const more =
    arrows.length > MAX_EXCHANGES ? [options.palette.quiet(`    … and ${arrows.length - MAX_EXCHANGES} more; irsa-sim run --json has them all`)] : [];
  return [...shown, ...more].join("\n\n") + (arrows.length === 0 ? "" : "\n");
}

/** A step that sends nothing itself may still show in a message of another step: STS's answer is step 8 of what step 6 sent. */
function arrowsOf(story: Story, step: Step, { events, steps }: RunReport): readonly Arrow[] {
  const own = story.steps[step]?.arrows ?? [];
  if (own.length > 0) return own;
  const evidence = (steps[step]?.evidence ?? []).flatMap(({ event }) => (event === null ? [] : [findEvent(events, event)?.seq]));
  return story.steps.flatMap(({ arrows }) => arrows.filter(({ seq }) => evidence.includes(seq)));
}

function renderArrow({ from, to, name, request, response, refusal, tls }: Arrow, options: ViewOptions): string {
  const { width, palette } = options;
  const head = palette.accent(`${actorName(from)} → ${actorName(to)}  ${name}`);
  const peer = tls === null ? [] : indented(palette.quiet(`TLS: ${tls.subject}, issued by ${tls.issuer}`), 4, width);
  const answer =
    response === null
      ? [palette.bad(refusal === null ? "no answer" : `${refusal.code}: ${refusal.message}`)]
      : [palette.strong(`HTTP ${response.status}`), ...messageLines(response, options)];
  return [
    ...indented(head, 4, width),
    ...peer,
    ...[palette.strong(cleanLine(`${request.method} ${request.url}`)), ...messageLines(request, options)].flatMap((line) => hanging(line, width)),
    "",
    ...answer.flatMap((line) => hanging(line, width)),
  ].join("\n");
}

function messageLines({ headers, body }: DecodedRequest | DecodedResponse, { showTokens }: ViewOptions): readonly string[] {
  const lines = bodyLines(body, showTokens);
  return [...headers.flatMap((header) => memberLines(header, showTokens)), ...(lines.length === 0 ? [] : ["", ...lines])];
}

function bodyLines(body: DecodedBody, showTokens: boolean): readonly string[] {
  if (body.kind === "empty") return [];
  if (body.kind === "bytes") return [`${body.bytes.length} bytes`];
  if (body.kind === "text" && body.content.kind === "text") return cleanLines(body.content.text.trimEnd()).split("\n");
  return contentLines(body.content, showTokens);
}

/** A line set in as deep as it is by itself, its own continuation too. */
function hanging(line: string, width: number): readonly string[] {
  const depth = line.length - line.trimStart().length;
  return line === "" ? [""] : indented(line.slice(depth), Math.min(4 + depth, Math.floor(width / 2)), width);
}
