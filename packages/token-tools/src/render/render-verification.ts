import { cleanTexts, comparedValues, indented, labelled, leftAndRight } from "@irsa-sim/trace-views";
import type { Verification, VerificationCheck } from "../verify/verify-token.js";
import type { TokenViewOptions } from "./render-inspection.js";

const COLUMN = 14;

/** The verification for a terminal. */
export function renderVerification(verification: Verification, { width, palette }: Omit<TokenViewOptions, "showTokens">): string {
  const { checks, refusal, assumed } = cleanTexts(verification);
  const made = checks.filter(({ isAssumed }) => !isAssumed);
  const passed = made.filter((check) => check.passed).length;
  const verdict =
    refusal === null
      ? [` ${palette.good("✔ STS takes this token")}`]
      : [
          ...labelled(palette.strong("AWS says"), `${refusal.status} ${palette.bad(refusal.code)}   ${refusal.message}`, { indent: 1, column: COLUMN, width }),
          ...indented(palette.quiet("no check after the one that failed is made"), COLUMN, width),
        ];
  const parts = [
    leftAndRight(palette.strong("STS checks the token"), palette.quiet(`${passed} of ${made.length} passed · at ${verification.at}`), width),
    checks.filter((check, index) => !isRepeated(check, checks[index - 1])).flatMap((check) => checkLines(check, { width, palette })),
    verdict,
    [palette.quiet(" not given, and taken to be so:"), ...assumed.flatMap((text) => indented(palette.quiet(`– ${text}`), 3, width))],
  ];
  return `${parts.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

/** The issuer's host is asked twice, for either document. */
function isRepeated(check: VerificationCheck, before: VerificationCheck | undefined): boolean {
  return check.isAssumed && check.check === before?.check;
}

function checkLines(check: VerificationCheck, { width, palette }: Omit<TokenViewOptions, "showTokens">): readonly string[] {
  const { title, passed, expected, actual, details } = check;
  if (passed && check.isAssumed) return indented(palette.quiet(`– ${title}: not given, and taken to be right`), 1, width);
  const condition = conditionOf(details);
  const head = passed ? `${palette.good("✔")} ${title}` : `${palette.bad("✘")} ${palette.bad(palette.strong(title))}`;
  return [
    ...indented(`${head}${condition === "" ? "" : `  ${condition}`}`, 1, width),
    ...comparedValues(expected, actual, { indent: 3, column: COLUMN, width, palette, marked: !passed }),
  ];
}

/** The operator and key of a policy's condition, where the check was about one. */
function conditionOf(details: VerificationCheck["details"]): string {
  const { operator, conditionKey } = (details ?? {}) as { readonly operator?: string; readonly conditionKey?: string };
  return operator === undefined ? "" : `${operator} ${conditionKey ?? ""}`;
}
