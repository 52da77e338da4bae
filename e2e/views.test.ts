import { execFileSync } from "node:child_process";
import { readdirSync } from "node:fs";
import type { RunReport } from "@irsa-sim/core";
import { PLAIN_PALETTE, renderMessages, renderRun, renderStepBlock } from "@irsa-sim/trace-views";
import stringWidth from "string-width";
import { describe, expect, test } from "vitest";

const MAIN = new URL("../packages/cli/dist/main.js", import.meta.url).pathname;
const SCENARIOS = readdirSync(new URL("../scenarios/", import.meta.url));

const reports = new Map(
  SCENARIOS.map((name) => [
    name,
    JSON.parse(execFileSync(process.execPath, [MAIN, "run", name, "--json"], { encoding: "utf8", maxBuffer: 256 * 1024 * 1024 })) as RunReport,
  ]),
);

describe("what a person sees, word for word", () => {
  test.each(SCENARIOS)("%s", async (name) => {
    const text = execFileSync(process.execPath, [MAIN, "run", name], { encoding: "utf8", env: { ...process.env, COLUMNS: "100" } });
    await expect(text).toMatchFileSnapshot(`__golden__/${name}.txt`);
  });
});

describe("no line is wider than the terminal", () => {
  test.each(SCENARIOS)("%s", (name) => {
    const report = reports.get(name) as RunReport;
    for (let width = 40; width <= 160; width += 7) {
      const text = renderRun(report, { width, palette: PLAIN_PALETTE, showTokens: false, verbose: name === "basic" });
      const wide = text.split("\n").filter((line) => stringWidth(line) > width);
      expect([width, wide]).toEqual([width, []]);
    }
  });
});

describe("a view is made from the report alone", () => {
  const report = reports.get("basic") as RunReport;
  const options = { width: 100, palette: PLAIN_PALETTE, showTokens: false };

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
