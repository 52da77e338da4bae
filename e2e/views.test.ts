import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import type { Finding, RunReport, SourceReference } from "@irsa-sim/core";
import { PLAIN_PALETTE, renderMessages, renderRun, renderStepBlock } from "@irsa-sim/trace-views";
import stringWidth from "string-width";
import { describe, expect, test } from "vitest";
import { createScenarioFilesOnDisk, playScenario } from "../packages/cli/src/index.js";
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

describe("what a person sees, word for word", () => {
  test.each(SCENARIOS)("$name", async ({ name }) => {
    await expect(renderRun(withoutLineNumbers(reports.get(name) as RunReport), OPTIONS)).toMatchFileSnapshot(`__golden__/${name}.txt`);
  });

  test.each(["basic", "trust-sub-mismatch", "rotation"])("the command prints it: %s", (name) => {
    const env = { ...process.env, COLUMNS: "100", npm_lifecycle_event: "irsa-sim" };
    const text = execFileSync(process.execPath, [MAIN, "run", name], { encoding: "utf8", env });
    expect(text).toBe(renderRun(reports.get(name) as RunReport, { ...OPTIONS, typed: { command: "npx -y pnpm@12 irsa-sim", scenario: name } }));
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
    (reports.get(name) as RunReport).events.flatMap((event) => (event.kind === "check" && !event.passed ? [event.expected, event.actual] : []));

  test.each(SCENARIOS)("$name: something is written there", ({ name }) => {
    const places = findings(name).flatMap(({ from }) => (from?.line === undefined ? [] : [from]));
    expect(places.filter((from) => !/^\S/.test(textAt(from)))).toEqual([]);
  });

  test.each([
    { name: "trust-sub-mismatch", file: "scenarios/trust-sub-mismatch/scenario.yaml", value: "system:serviceaccount:prod:my-service-account" },
    { name: "another-namespace", file: "scenarios/basic/trust-policy.json", value: '"system:serviceaccount:default:my-service-account"' },
  ])("$name: the value that differs, in the trace, in the view and in the fix", ({ name, file, value }) => {
    const report = reports.get(name) as RunReport;
    const { from } = findings(name).find((finding) => finding.from?.file === file) as Finding & { readonly from: SourceReference };
    expect(textAt(from).slice(0, value.length)).toBe(value);
    expect(renderRun(report, OPTIONS)).toContain(`${file}:${from.line}:${from.column}\n`);
    expect(report.failure?.fix).toContain(`${file.slice(file.lastIndexOf("/") + 1)}:${from.line}: `);
  });
});

describe("no line is wider than the terminal", () => {
  test.each(SCENARIOS)("$name", ({ name }) => {
    const report = reports.get(name) as RunReport;
    for (let width = 40; width <= 160; width += 7) {
      const text = renderRun(report, { ...OPTIONS, width, verbose: name === "basic" });
      const wide = text.split("\n").filter((line) => (/^[\x20-\x7e]*$/.test(line) ? line.length : stringWidth(line)) > width);
      expect([width, wide]).toEqual([width, []]);
    }
  });
});

describe("a view is made from the report alone", () => {
  const report = reports.get("basic") as RunReport;
  const options = OPTIONS;

  test("a step's block is what the whole run shows of it", () => {
    const whole = renderRun(report, { ...options, verbose: false });
    for (const { step } of report.steps) expect(whole).toContain(renderStepBlock(report, step, options).trimEnd());
  });

  test("messages stand whole, secrets do not", () => {
    const messages = renderMessages(report, 6, options);
    expect(messages).toContain("POST https://sts.eu-west-1.amazonaws.com/");
    expect(messages.replaceAll(/\n\s*/g, "")).not.toMatch(/eyJ[\w-]+\.eyJ[\w-]+\.[\w-]{20,}/);
    expect(messages).not.toMatch(/<SecretAccessKey>[^<…]{20}/);
    expect(renderMessages(report, 6, { ...options, showTokens: true })).toMatch(/<SecretAccessKey>[^<]{40}</);
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
