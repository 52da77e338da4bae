import type { CheckEvent, Finding, Json } from "@irsa-sim/core";
import { type StepStory, type Story, type TrustDecision, type TrustElement, type TrustStatement, trustDecisionAt } from "@irsa-sim/story";
import { cleanTexts } from "../text/clean-texts.js";
import { displayWidth } from "../text/display-width.js";
import { indented, padTo } from "../text/layout.js";
import { instant } from "../text/time.js";
import type { ViewOptions } from "../view-options.js";
import { comparedValues } from "./compared-values.js";

/** Claims that are times (RFC 7519, section 4.1). */
const TIMES = new Set(["exp", "iat", "nbf"]);
/** Where values begin. */
const COLUMN = 29;

/**
 * What STS decided from the trust policy: statement by statement and element by element what the policy asks for, and beside it what the token or the request has.
 */
export function trustLines(told: StepStory, story: Story, options: ViewOptions): readonly string[] {
  const check = told.checks.find((one) => one.check === "sts.trust-policy");
  const decision = check === undefined ? null : trustDecisionAt(story, { seq: check.seq });
  if (check === undefined || decision === null) return [];
  return [...decision.statements.flatMap((statement) => statementLines(statement, check, options)), ...restLines(decision, options)];
}

function statementLines(statement: TrustStatement, check: CheckEvent, options: ViewOptions): readonly string[] {
  const { policy, pointer, sid, effect, applies, elements } = statement;
  const { width, palette } = options;
  const mark = applies ? (effect === "Deny" ? palette.bad("✘") : palette.good("✔")) : palette.bad("–");
  const head = `${mark} ${effect}${sid === null ? "" : ` ${sid}`}  ${palette.quiet(`${policy} ${pointer} ${applies ? "applies" : "does not apply"}`)}`;
  return [...indented(head, 4, width), ...elements.flatMap((element) => elementLines(element, check, options))];
}

/** One line where policy and token say the same, both under each other where they do not. */
function elementLines(
  { element, operator, conditionKey, claim, isMet, expected, actual }: TrustElement,
  check: CheckEvent,
  options: ViewOptions,
): readonly string[] {
  const { width, palette } = options;
  const label = operator === null ? element : `${operator} ${claim === null ? (conditionKey ?? "") : `:${claim}`}`;
  const [policy, token] = [expected.join(", "), actual.length === 0 ? "–" : actual.join(", ")];
  const source = claim === null ? "request" : "token";
  const column = width < COLUMN + 30 ? 16 : COLUMN;
  const head = `${isMet ? palette.good("✔") : palette.bad("✘")} ${label}`;
  if (isMet && policy === token) return besides(head, policy, { source: `= ${source}`, column, options });
  const layout = { indent: 8, column, width, palette, labels: [palette.quiet("policy"), palette.quiet(source)], marked: !isMet } as const;
  return [...indented(head, 6, width), ...comparedValues(located(policy, check.expected), located(token, check.actual), layout)];
}

/** A value of the decision, with the place where it was written when it is the one that the check came down to. */
function located(value: string, finding: Finding): Finding {
  return finding.value === value ? finding : { value };
}

function besides(
  head: string,
  value: string,
  { source, column, options }: { readonly source: string; readonly column: number; readonly options: ViewOptions },
) {
  const { width, palette } = options;
  const whole = `${padTo(`      ${head}`, column - 2)}  ${value}  ${palette.quiet(source)}`;
  return displayWidth(whole) <= width ? [whole] : [...indented(head, 6, width), ...indented(`${value}  ${palette.quiet(source)}`, 8, width)];
}

/** What else the token says, which no element of the policy reads. */
function restLines({ statements, claims }: TrustDecision, { width, palette }: ViewOptions): readonly string[] {
  if (claims === null) return [];
  const read = new Set(statements.flatMap(({ elements }) => elements.map(({ claim }) => claim)));
  const rest = Object.entries(cleanTexts(claims)).filter(([name]) => !read.has(name));
  const text = rest.map(([name, value]) => `${name} ${describe(name, value)}`).join(" · ");
  return text === "" ? [] : indented(palette.quiet(`the token also says ${text}`), 4, width);
}

function describe(name: string, value: Json): string {
  if (typeof value === "number" && TIMES.has(name)) return instant(value * 1000);
  if (Array.isArray(value)) return value.join(", ");
  return typeof value === "object" && value !== null ? "{…}" : String(value);
}
