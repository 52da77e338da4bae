import { cleanTexts, indented, labelled, leftAndRight, type Palette } from "@irsa-sim/trace-views";
import type { ExplainedClaim } from "../inspect/explain-claims.js";
import { show } from "../inspect/in-words.js";
import type { TokenInspection } from "../inspect/inspect-token.js";
import { shortSignature } from "./short-signature.js";

/** How a token is shown. */
export interface TokenViewOptions {
  readonly width: number;
  readonly palette: Palette;
  /** Whether the signature is shown whole. */
  readonly showTokens: boolean;
}

/** Where values begin; nearer on a narrow terminal. */
const COLUMN = 20;
const NARROW_COLUMN = 7;
const INDENT = 3;
const NARROW_COLUMNS = 60;

/** The inspection for a terminal. */
export function renderInspection(seen: TokenInspection, options: TokenViewOptions): string {
  const inspection = cleanTexts(seen);
  const { width, palette } = options;
  const subject = inspection.claims.find(({ path }) => path.join() === "sub")?.value;
  const signature = inspection.signature === "" ? palette.bad("none") : options.showTokens ? inspection.signature : shortSignature(inspection.signature);
  const parts = [
    leftAndRight(`${palette.strong("token")} · ${show(subject)}`, palette.quiet(`not verified · ${inspection.at}`), width),
    ...(inspection.within === null ? [] : [indented(palette.quiet(`found in ${inspection.within}`), 1, width)]),
    [palette.strong(" header"), ...inspection.header.flatMap(({ name, ...parameter }) => entryLines(name, parameter, options))],
    [palette.strong(" claims"), ...inspection.claims.flatMap((claim, index) => claimLines(claim, inspection.claims[index - 1], options))],
    [palette.strong(" signature"), ...indented(signature, 3, width)],
    warningLines(inspection, options),
    indented(palette.quiet("irsa-sim token verify checks it as STS does, against the issuer's saved keys"), 1, width),
  ];
  return `${parts.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

/** Members stand below the claim that they belong to. */
function claimLines(claim: ExplainedClaim, before: ExplainedClaim | undefined, options: TokenViewOptions): readonly string[] {
  const [name = "", ...members] = claim.path;
  if (members.length === 0) return entryLines(name, claim, options);
  const head = before?.path[0] === name ? [] : indented(options.palette.accent(name), 3, options.width);
  return [...head, ...entryLines(`  ${members.join(" ")}`, claim, options)];
}

function entryLines(
  name: string,
  { value, says, readBy, conditionKey = null }: Pick<ExplainedClaim, "value" | "says" | "readBy"> & { readonly conditionKey?: string | null },
  { width, palette }: TokenViewOptions,
): readonly string[] {
  const read = readBy.length === 0 ? "" : palette.quiet(` STS reads it: ${readBy.map((check) => check.replace(/^sts\./, "")).join(", ")}.`);
  const asked = conditionKey === null ? "" : palette.quiet(` In conditions: ${conditionKey}`);
  const column = width < NARROW_COLUMNS ? NARROW_COLUMN : COLUMN;
  // An object's members stand in the sentence.
  const shown = typeof value === "object" && !Array.isArray(value) && value !== null ? "" : show(value);
  const sentence = `${says}.${read}${asked}`;
  const label = palette.accent(name);
  const fits = INDENT + name.length < column;
  if (shown === "" && !fits) return [...indented(label, INDENT, width), ...indented(sentence, column, width)];
  if (shown === "") return labelled(label, sentence, { indent: INDENT, column, width });
  return [...labelled(label, shown, { indent: INDENT, column, width }), ...indented(sentence, column, width)];
}

function warningLines({ warnings }: TokenInspection, { width, palette }: TokenViewOptions): readonly string[] {
  if (warnings.length === 0) return [` ${palette.good("✔")} nothing stands out`];
  return warnings.flatMap(({ id, says }) => indented(`${palette.bad("!")} ${palette.accent(id)}: ${says}`, 1, width));
}
