import type { ChainProvider } from "@irsa-sim/story";
import { cleanTexts, indented, labelled, leftAndRight, type Palette } from "@irsa-sim/trace-views";
import type { ChainInputs, ChainReport } from "./chain-report.js";
import type { PlayedChain } from "./read-chain.js";

/** How chains are shown. */
export interface ChainViewOptions {
  readonly width: number;
  readonly palette: Palette;
}

const COLUMN = 14;

/** One chain, or several side by side, for a terminal. */
export function renderChains(played: readonly ChainReport[], playedWith: ChainInputs, options: ChainViewOptions): string {
  const [reports, inputs] = [cleanTexts(played), cleanTexts(playedWith)];
  const shown =
    reports.length === 1
      ? reports.flatMap((report) => [chainLines(report, options), outcomeLines(report, options)])
      : [reports.flatMap((report) => briefLines(report, options))];
  return `${[...shown, inputLines(inputs, options)].map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

function chainLines({ sdk, providers }: ChainReport, options: ChainViewOptions): readonly string[] {
  const { width, palette } = options;
  const asked = providers.filter(({ verdict }) => verdict !== "not-reached");
  const others = providers.filter(({ verdict }) => verdict === "not-reached").map(({ name }) => name);
  return [
    ...leftAndRight(palette.strong(sdk), palette.quiet("the default chain, in order"), width),
    ...(providers.length === 0 ? indented("no provider is asked", 6, width) : asked.flatMap((provider) => providerLines(provider, options))),
    ...(others.length === 0 ? [] : indented(palette.quiet(`not asked any more: ${others.join(", ")}`), 6, width)),
  ];
}

function providerLines({ position, name, verdict, reason, inputs }: ChainProvider, { width, palette }: ChainViewOptions): readonly string[] {
  const marks = { used: palette.good("✔"), failed: palette.bad("✘"), skipped: "–", "not-reached": "·" };
  const said = [verdict, ...(reason === null ? [] : [reason])].join(": ");
  const read = inputs.length === 0 ? "" : palette.quiet(` (${inputs.join(", ")})`);
  return [...indented(`${String(position).padStart(2)} ${marks[verdict]} ${palette.accent(name)}`, 1, width), ...indented(`${said}${read}`, 6, width)];
}

function outcomeLines({ winner, principal, error, shadowed, ifRefused }: ChainReport, { width, palette }: ChainViewOptions): readonly string[] {
  const line = (label: string, text: string): readonly string[] => labelled(palette.strong(label), text, { indent: 1, column: COLUMN, width });
  const after = ifRefused === null ? [] : line("if refused", afterwards(ifRefused));
  if (winner === null) return [...line("no winner", "the app gets an error:"), ...indented(palette.bad(error ?? ""), COLUMN, width), ...after];
  const beware = shadowed === null ? [] : line("beware", `web identity is set up too, and stands behind: ${shadowed} is never asked`);
  return [...line("winner", palette.good(winner)), ...line("calls as", principal ?? ""), ...beware, ...after];
}

/** What becomes of the app when STS refuses. */
function afterwards({ winner, principal, error }: PlayedChain): string {
  return winner === null ? `the app gets STS's refusal: ${error}` : `nobody says so: ${winner} takes over, and the app calls as ${principal}`;
}

function briefLines({ sdk, winner, principal, error, ifRefused }: ChainReport, { width, palette }: ChainViewOptions): readonly string[] {
  const said = winner === null ? palette.bad(`an error: ${error}`) : `${palette.good(winner)}: ${principal}`;
  const after =
    ifRefused === null ? "" : ifRefused.winner === null ? "; if STS refuses: an error" : `; if STS refuses: ${palette.bad(ifRefused.principal ?? "")}`;
  return labelled(palette.strong(sdk), `${said}${after}`, { indent: 0, column: COLUMN, width });
}

function inputLines({ variables, files, assumed }: ChainInputs, { width, palette }: ChainViewOptions): readonly string[] {
  const quiet = (text: string, indent: number): readonly string[] => indented(palette.quiet(text), indent, width);
  return [
    ...quiet(`variables: ${variables.join(", ") || "none that a chain reads"}`, 1),
    ...(files.length === 0 ? [] : quiet(`files: ${files.join(", ")}`, 1)),
    ...quiet("taken to be so:", 1),
    ...assumed.flatMap((text) => quiet(`– ${text}`, 3)),
  ];
}
