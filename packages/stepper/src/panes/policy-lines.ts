import type { TrustDecision, TrustElement, TrustStatement } from "@irsa-sim/story";
import { cleanLine, indented } from "@irsa-sim/trace-views";
import { differingPart } from "./differing-part.js";
import { field } from "./field.js";
import type { PaneContext } from "./pane-context.js";
import { prose } from "./prose.js";

/** The role's trust policy as STS decided it, statement by statement, with the token's claim beside each condition. */
export function policyLines(decision: TrustDecision | null, context: PaneContext): readonly string[] {
  const { palette } = context;
  if (context.isBlind) return prose("What the trust policy said is hidden until you have predicted how it ends.", context).map((line) => palette.quiet(line));
  if (decision === null) return prose("No trust policy was asked by now: STS does so in step 7, after all that concerns the token itself.", context);
  const verdict = decision.isAllowed ? palette.good(`✔ ${decision.outcome}`) : palette.bad(`✘ ${decision.outcome}`);
  return [`${palette.strong("trust policy")}  ${verdict}`, ...decision.statements.flatMap((statement) => ["", ...statementLines(statement, context)])];
}

function statementLines({ sid, effect, applies, isDecisive, elements, pointer }: TrustStatement, context: PaneContext): readonly string[] {
  const { palette, width } = context;
  const name = `${cleanLine(sid ?? pointer)}  ${effect}`;
  const words = applies ? `applies${isDecisive ? ", and decides" : ""}` : "does not apply";
  return [
    ...indented(`${applies ? palette.good("✔") : palette.quiet("–")} ${palette.strong(name)}  ${palette.quiet(words)}`, 0, width),
    ...elements.flatMap((element) => elementLines(element, context)),
  ];
}

function elementLines({ element, operator, conditionKey, isMet, expected, actual, claim }: TrustElement, context: PaneContext): readonly string[] {
  const { palette, width } = context;
  const mark = isMet ? palette.good("✔") : palette.bad("✘");
  // Of several values none is nearer to the claim than another.
  const differing = !isMet && expected.length === 1 && actual.length === 1 ? differingPart(expected.join(), actual.join()) : null;
  const name = [element, operator, conditionKey].filter((part) => part !== null).join(" ");
  const found = `${claim === null ? "" : `${claim} = `}${actual.join(", ") || "(absent)"}`;
  const place = { indent: 4, column: 8 };
  const isSame = isMet && expected.join() === actual.join();
  return [
    ...indented(`${mark} ${cleanLine(name)}`, 2, width),
    ...(isSame ? [] : field("policy", expected.join(", "), context, place)),
    ...field(isSame ? "both" : claim === null ? "request" : "token", found, context, place),
    ...(differing === null ? [] : field("differs", differing, context, place)),
  ];
}
