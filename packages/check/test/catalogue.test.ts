/**
 * The catalogue's scenarios, written out as people export them, and given to `check`: what the documents say is found in the same step with the same cause.
 * Each of the others is here with what no document of a cluster or an account says; one that comes out alike all the same is a fault of this list.
 */
import { type LoadedScenario, runScenario, ScenarioError } from "@irsa-sim/scenario-runner";
import { WELL_KNOWN_KEYS } from "@irsa-sim/simulation";
import { describe, expect, test } from "vitest";
import { CASES, load } from "../../scenario-runner/test/catalogue.js";
import { CheckError } from "../src/index.js";
import { checkInput } from "./check-input.js";
import { ELSEWHERE } from "./elsewhere.js";
import { SAID } from "./said.js";
import { SETTINGS, settingsOf } from "./settings-of.js";
import { writeOut } from "./write-out.js";

/** Those in which somebody calls AWS. */
const CALLING = CASES.map((name) => ({ name, scenario: load(name) })).filter(({ scenario }) => settingsOf(scenario) !== null);

describe("what the documents say", () => {
  test.each(CALLING.filter(({ name }) => isIn(SAID, name)))("$name", async ({ scenario }) => {
    expect(await outcomeOf(scenario)).toEqual(expectedOf(scenario));
  });
});

describe("what no document says", () => {
  test.each(CALLING.filter(({ name }) => isIn(Object.keys(ELSEWHERE), name)))("$name comes out otherwise", async ({ scenario }) => {
    expect(await outcomeOf(scenario)).not.toEqual(expectedOf(scenario));
  });

  test("no name on the list is unknown", () => {
    expect(Object.keys(ELSEWHERE).filter((name) => !CALLING.some((one) => namesOf(one.name).includes(name)))).toEqual([]);
  });
});

function isIn(names: readonly string[], name: string): boolean {
  return namesOf(name).some((one) => names.includes(one));
}

/** A cell's own name, and that of its scenario. */
function namesOf(name: string): readonly string[] {
  return [name, name.split("[")[0] ?? ""];
}

function expectedOf({ expect: expected }: LoadedScenario): string {
  return expected.outcome === "succeeded" ? "works" : `step ${expected.step}: ${expected.cause ?? null}`;
}

async function outcomeOf(scenario: LoadedScenario): Promise<string> {
  const settings = settingsOf(scenario) ?? {};
  try {
    const report = await runScenario(scenario, { ...SETTINGS, keys: WELL_KNOWN_KEYS, keysAre: "well-known" });
    const { failure } = await checkInput(writeOut({ scenario, report }), settings);
    return failure === null ? "works" : `step ${failure.step}: ${failure.cause}`;
  } catch (error) {
    if (error instanceof ScenarioError || error instanceof CheckError) return `invalid: ${error.message}`;
    throw error;
  }
}
