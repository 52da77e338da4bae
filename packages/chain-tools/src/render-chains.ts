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
  const [reports, inputs] = [cleanTexts(played.map(onOneLine)), cleanTexts(playedWith)];
  const shown =
    reports.length === 1
      ? reports.flatMap((report) => [chainLines(report, options), outcomeLines(report, options)])
      : [reports.flatMap((report) => briefLines(report, options)), sessionLines(reports, options)];
  return `${[...shown, inputLines(inputs, options)]
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n")}\n`;
}

/** An SDK's words may have lines of their own. */
function onOneLine<T extends PlayedChain & { readonly ifRefused?: PlayedChain | null }>(chain: T): T {
  const { ifRefused } = chain;
  const error = chain.error?.replaceAll(/\s+/g, " ").trim() ?? null;
  return { ...chain, error, ...(ifRefused == null ? {} : { ifRefused: onOneLine(ifRefused) }) };
}

function chainLines({ sdk, sdkVersion, providers }: ChainReport, options: ChainViewOptions): readonly string[] {
  const { width, palette } = options;
  const asked = providers.filter(({ verdict }) => verdict !== "not-reached");
  const others = providers.filter(({ verdict }) => verdict === "not-reached").map(({ name }) => name);
  return [
    ...leftAndRight(palette.strong(sdkVersion === null ? sdk : `${sdk} ${sdkVersion}`), palette.quiet("the default chain, in order"), width),
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
  return winner === null ? `the app gets the refusal: ${error}` : `nobody says so: ${winner} takes over, and the app calls as ${principal}`;
}

/** What a kind of provider is called where many stand side by side. */
const KINDS: Readonly<Record<string, string>> = {
  "web-identity": "web identity",
  env: "keys in variables",
  "system-properties": "keys in system properties",
  profile: "profile",
  container: "container endpoint",
  imds: "instance metadata: the node's role",
};

function briefLines({ sdk, providers, winner, error, shadowed, ifRefused }: ChainReport, { width, palette }: ChainViewOptions): readonly string[] {
  const kind = providers.find(({ verdict }) => verdict === "used")?.kind ?? "";
  const said = winner === null ? palette.bad(`an error: ${shortened(error ?? "")}`) : palette.good(KINDS[kind] ?? winner);
  const hidden = shadowed === null ? "" : "; web identity is set up and never asked";
  const after = ifRefused === null ? "" : `; if refused: ${ifRefused.winner === null ? "an error" : palette.bad(ifRefused.principal ?? "")}`;
  return labelled(palette.strong(sdk), `${said}${hidden}${after}`, { indent: 0, column: COLUMN, width });
}

/** Side by side, only the beginning of what an SDK says is read. */
const MAX_ERROR = 110;

function shortened(error: string): string {
  return error.length <= MAX_ERROR ? error : `${error.slice(0, MAX_ERROR).replace(/\s+\S*$/, "")} …`;
}

/** As whom those that win by web identity call, once for all. */
function sessionLines(reports: readonly ChainReport[], { width, palette }: ChainViewOptions): readonly string[] {
  const session = reports.find(({ principal }) => principal?.startsWith("a session of "))?.principal;
  return session == null ? [] : indented(palette.quiet(`web identity is ${session}`), 0, width);
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
