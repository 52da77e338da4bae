import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import type { Finding, RunReport, SourceReference } from "@irsa-sim/core";
import { compareRuns } from "@irsa-sim/story";
import { PLAIN_PALETTE, type RunViewOptions, renderMessages, renderRun, renderStepBlock, tellRun } from "@irsa-sim/trace-views";
import stringWidth from "string-width";
import { describe, expect, test } from "vitest";
import { play as playScenario } from "../packages/cli/src/commands/play.js";
import { createScenarioFilesOnDisk } from "../packages/cli/src/files/scenario-files-on-disk.js";
import { loadCells } from "../packages/scenario-runner/src/index.js";
import { withoutLineNumbers } from "./without-line-numbers.js";

const MAIN = new URL("../packages/cli/dist/main.js", import.meta.url).pathname;
const FLAGS = { network: "memory", seed: "1", startAt: Date.UTC(2026, 0, 5, 9), color: false } as const;
const OPTIONS = { width: 100, palette: PLAIN_PALETTE, showTokens: false, verbose: false };

const files = createScenarioFilesOnDisk();
/** Each scenario; of a matrix its first cell, since the others look alike. */
const SCENARIOS = files.catalogue().map((name) => ({ name, played: loadCells(files, files.find(name))[0]?.name ?? name }));
/** Played once, in this process; the command is asked for a few alone. */
const reports = new Map<string, RunReport>();
for (const { name, played } of SCENARIOS) reports.set(name, await playScenario(played, FLAGS));
const reportOf = (name: string): RunReport => reports.get(name) as RunReport;

/** The run as the command compares it: with its base, of which these scenarios have one cell. */
function against(report: RunReport): Pick<RunViewOptions, "against"> {
  const base = report.base === null ? undefined : reports.get(report.base);
  return report.base === null || base === undefined ? {} : { against: { base: report.base, comparison: compareRuns(tellRun(base), tellRun(report)) } };
}

/** What the command prints of a scenario. */
const render = (name: string, options: Partial<RunViewOptions> = {}): string =>
  renderRun(reportOf(name), { ...OPTIONS, ...against(reportOf(name)), ...options });

describe("what a person sees, word for word", () => {
  test.each(SCENARIOS)("$name", async ({ name }) => {
    const report = withoutLineNumbers(reportOf(name));
    await expect(renderRun(report, { ...OPTIONS, ...against(reportOf(name)) })).toMatchFileSnapshot(`__golden__/${name}.txt`);
  });

  test.each(["basic", "trust-sub-mismatch", "rotation"])("the command prints it: %s", (name) => {
    const env = { ...process.env, COLUMNS: "100", npm_lifecycle_event: "irsa-sim" };
    const text = execFileSync(process.execPath, [MAIN, "run", name], { encoding: "utf8", env });
    expect(text).toBe(render(name, { typed: { command: "npx -y pnpm@12 irsa-sim", scenario: name } }));
  });
});

/** Golden files name no lines, so that a comment changes none of them; here they are looked up. */
describe("the lines that are named are those of the files", () => {
  const ROOT = new URL("../", import.meta.url).pathname;
  const textAt = ({ file, line = 0, column = 0 }: SourceReference): string =>
    readFileSync(ROOT + file, "utf8")
      .split("\n")
      [line - 1]?.slice(column - 1) ?? "";
  const findings = (name: string): readonly Finding[] =>
    reportOf(name).events.flatMap((event) => (event.kind === "check" && !event.passed ? [event.expected, event.actual] : []));

  test.each(SCENARIOS)("$name: something is written there", ({ name }) => {
    const places = findings(name).flatMap(({ from }) => (from?.line === undefined ? [] : [from]));
    expect(places.filter((from) => !/^\S/.test(textAt(from)))).toEqual([]);
  });

  test.each([
    { name: "trust-sub-mismatch", file: "scenarios/trust-sub-mismatch/scenario.yaml", value: "system:serviceaccount:prod:my-service-account" },
    { name: "another-namespace", file: "scenarios/basic/trust-policy.json", value: '"system:serviceaccount:default:my-service-account"' },
  ])("$name: the value that differs, in the trace, in the view and in the fix", ({ name, file, value }) => {
    const report = reportOf(name);
    const { from } = findings(name).find((finding) => finding.from?.file === file) as Finding & { readonly from: SourceReference };
    expect(textAt(from).slice(0, value.length)).toBe(value);
    expect(render(name, { full: true })).toContain(`${file}:${from.line}:${from.column}\n`);
    expect(report.failure?.fix).toContain(`${file.slice(file.lastIndexOf("/") + 1)}:${from.line}: `);
  });
});

describe("no line is wider than the terminal, and no word is broken that fits on a line", () => {
  /** A narrow terminal's first column is further left, so that a host name fits; lines that are cut end with an ellipsis. */
  const NARROWEST = 33;
  const piecesOf = (text: string): readonly string[] => text.split(/\s+|(?<=[:/])/).filter((piece) => piece !== "" && !piece.includes("…"));

  test.each(SCENARIOS)("$name", ({ name }) => {
    const verbose = name === "basic";
    const whole = new Set(piecesOf(render(name, { width: 10_000, full: true, verbose })));
    for (const width of [40, 60, 80, 120]) {
      const text = render(name, { width, full: true, verbose });
      const wide = text.split("\n").filter((line) => (/^[\x20-\x7e]*$/.test(line) ? line.length : stringWidth(line.replaceAll("✔", "v"))) > width);
      const broken = piecesOf(text).filter(
        (piece) => !/^\^+$/.test(piece) && !whole.has(piece) && ![...whole].some((long) => long.length > NARROWEST && long.includes(piece)),
      );
      expect([width, wide, broken]).toEqual([width, [], []]);
    }
  });
});

describe("the answer first", () => {
  test("cause, both values with the differing part marked, and the fix are within the first 15 lines", () => {
    const lines = render("trust-sub-mismatch").split("\n").slice(0, 15).join("\n");
    expect(lines).toContain("Because    trust-sub-mismatch: ");
    expect(lines).toMatch(
      /Expected {3}system:serviceaccount:prod:my-service-account[\s\S]*Actual {5}system:serviceaccount:default:my-service-account[^\n]*\n {34}\^{7}\n/,
    );
    expect(lines).toContain("put system:serviceaccount:default:my-service-account in the condition");
  });

  test.each(SCENARIOS.filter(({ name }) => reportOf(name).failure !== null))("$name: the same stands at the top and at the end", ({ name }) => {
    const blocks = render(name).split(/\n\n/);
    expect(blocks.slice(-3).join("\n\n")).toContain(blocks[1]);
  });

  test("what went as in the base is one line, and is unfolded when asked for", () => {
    expect(render("trust-sub-mismatch")).toMatch(/\n 3 .* as in basic ✔\n 4 .* as in basic ✔\n/);
    expect(render("trust-sub-mismatch", { full: true })).not.toContain("as in basic");
  });

  test("the run of another pod is shown when asked for", () => {
    const text = render("sts-throttled", { about: { pod: "task-1" }, full: true });
    expect(text).toContain("pod default/task-1, container app");
    expect(text).not.toMatch(/default\/my-pod +on node/);
  });
});

describe("a view is made from the report alone", () => {
  const report = reports.get("basic") as RunReport;
  const options = OPTIONS;

  test("a step's block is what the whole run shows of it", () => {
    const whole = render("basic");
    for (const { step } of report.steps) expect(whole).toContain(renderStepBlock(report, step, options).trimEnd());
  });

  test("messages stand whole, secrets do not", () => {
    const messages = renderMessages(report, 6, options);
    expect(messages).toContain("POST https://sts.eu-west-1.amazonaws.com/");
    expect(messages.replaceAll(/\n\s*/g, "")).not.toMatch(/eyJ[\w-]+\.eyJ[\w-]+\.[\w-]{20,}/);
    expect(messages).toMatch(/SecretAccessKey: .{4}…\n/);
    expect(messages).toContain("sub: system:serviceaccount:default:my-service-account");
    expect(renderMessages(report, 6, { ...options, showTokens: true })).toMatch(/SecretAccessKey: \S{40}\n/);
  });

  test("colours are the palette's business", () => {
    const marked = {
      accent: (text: string) => `[a]${text}`,
      good: (text: string) => `[g]${text}`,
      bad: (text: string) => `[b]${text}`,
      quiet: (text: string) => `[q]${text}`,
      strong: (text: string) => text,
    };
    expect(renderStepBlock(report, 7, { ...options, width: 200, palette: marked })).toContain("[g]✔");
    expect(renderStepBlock(report, 7, { ...options, width: 200, palette: marked })).not.toContain("[b]");
  });
});
