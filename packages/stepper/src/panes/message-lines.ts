import type { Arrow } from "@irsa-sim/story";
import { cleanLine, indented } from "@irsa-sim/trace-views";
import { laneName } from "../screen/lane-name.js";
import { bodyLines, memberLines } from "./content-lines.js";
import type { PaneContext } from "./pane-context.js";
import { prose } from "./prose.js";

const LONG = 40;

/** The request, and its answer as soon as it has come. */
export function messageLines(context: PaneContext): readonly string[] {
  const { arrow } = context.here;
  if (arrow === null) return prose("This step sends no message: what it does, it does inside an actor. Checks, token and volume show it.", context);
  const { palette, width } = context;
  const head = `${laneName(arrow.from, LONG)} → ${laneName(arrow.to, LONG)}  ${cleanLine(arrow.name)}`;
  const peer = arrow.tls === null ? [] : indented(palette.quiet(`TLS: ${cleanLine(arrow.tls.subject)}, issued by ${cleanLine(arrow.tls.issuer)}`), 0, width);
  const { method, url, headers, body } = arrow.request;
  return [
    ...indented(palette.accent(head), 0, width),
    ...peer,
    "",
    ...indented(palette.strong(`${method} ${cleanLine(url)}`), 0, width),
    ...memberLines(headers, context, 0),
    "",
    ...bodyLines(body, context),
    "",
    ...answerLines(arrow, context),
  ];
}

function answerLines(arrow: Arrow, context: PaneContext): readonly string[] {
  const { palette, here, width, isBlind } = context;
  const { response, refusal, endSeq } = arrow;
  const isAnswered = endSeq === null || endSeq - 1 <= here.until || here.isRefusal;
  if (!isAnswered || (isBlind && refusal !== null)) return [palette.quiet("the answer is still to come")];
  if (response === null) return indented(palette.bad(`no answer: ${cleanLine(`${refusal?.code ?? ""} ${refusal?.message ?? ""}`)}`), 0, width);
  const status = `HTTP ${response.status}`;
  return [
    refusal === null ? palette.strong(status) : palette.bad(status),
    ...memberLines(response.headers, context, 0),
    "",
    ...bodyLines(response.body, context),
  ];
}
