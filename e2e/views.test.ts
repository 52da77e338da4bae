import { execFileSync } from "node:child_process";
import type { RunReport } from "@irsa-sim/core";
import { PLAIN_PALETTE, renderMessages, renderRun, renderStepBlock } from "@irsa-sim/trace-views";
import stringWidth from "string-width";
import { describe, expect, test } from "vitest";
import { createScenarioFilesOnDisk, playScenario } from "../packages/cli/src/index.js";
import { loadCells } from "../packages/scenario-runner/src/index.js";

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
    await expect(renderRun(reports.get(name) as RunReport, OPTIONS)).toMatchFileSnapshot(`__golden__/${name}.txt`);
  });

  test.each(["basic", "trust-sub-mismatch", "rotation"])("the command prints it: %s", (name) => {
    const env = { ...process.env, COLUMNS: "100", npm_lifecycle_event: "irsa-sim" };
    const text = execFileSync(process.execPath, [MAIN, "run", name], { encoding: "utf8", env });
    expect(text).toBe(renderRun(reports.get(name) as RunReport, { ...OPTIONS, typed: { command: "npx -y pnpm@12 irsa-sim", scenario: name } }));
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
