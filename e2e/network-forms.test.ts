import { execFileSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";

const MAIN = new URL("../packages/cli/dist/main.js", import.meta.url).pathname;
const SCENARIOS = readdirSync(new URL("../scenarios/", import.meta.url));

interface Report {
  readonly outcome: string;
  readonly steps: readonly { readonly step: number; readonly outcome: string }[];
  readonly failure: object | null;
}

function run(scenario: string, network: string): Report {
  return JSON.parse(
    execFileSync(process.execPath, [MAIN, "run", scenario, "--json", "--network", network], { encoding: "utf8", maxBuffer: 256 * 1024 * 1024 }),
  ) as Report;
}

describe("memory and loopback give the same outcome, step by step", () => {
  test.each(SCENARIOS)("%s", (scenario) => {
    const [memory, loopback] = [run(scenario, "memory"), run(scenario, "loopback")];
    expect(loopback.steps.map(({ step, outcome }) => [step, outcome])).toEqual(memory.steps.map(({ step, outcome }) => [step, outcome]));
    expect(loopback.failure).toEqual(memory.failure);
    expect([memory.outcome, loopback.outcome]).toEqual(["as-expected", "as-expected"]);
  });
});
