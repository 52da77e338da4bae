/**
 * The catalogue's scenarios, written out as people export them, and given to `check`: what the documents say is found in the same step with the same cause.
 * Each of the others is here with what no document of a cluster or an account says; one that comes out alike all the same is a fault of this list.
 */
import { epochMillis } from "@irsa-sim/core";
import { type LoadedScenario, runScenario, ScenarioError } from "@irsa-sim/scenario-runner";
import { WELL_KNOWN_KEYS } from "@irsa-sim/simulation";
import { describe, expect, test } from "vitest";
import { CASES, load } from "../../scenario-runner/test/catalogue.js";
import { checkInput } from "./check-input.js";
import { ELSEWHERE } from "./elsewhere.js";
import { SAID } from "./said.js";
import { writeOut } from "./write-out.js";

interface WrittenCall {
  readonly sdk: string;
  readonly action: string;
  readonly resource?: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly app: { readonly sdkVersion?: string };
}

/** Those in which somebody calls AWS. */
const CALLING = CASES.map((name) => ({ name, scenario: load(name) })).filter(({ scenario }) => lastCall(scenario) !== null);

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
  const call = lastCall(scenario);
  const { Bucket: bucket, Key: key } = call?.parameters ?? {};
  const calls = call?.action !== "s3:GetObject" || bucket === undefined ? [] : [{ action: call.action, resource: `arn:aws:s3:::${bucket}/${key}` }];
  const settings = { calls, sdk: call?.sdk ?? null, sdkVersion: call?.app.sdkVersion ?? null, workload: null, namespace: null, cluster: null };
  const playing = { seed: "1", startAt: epochMillis(Date.UTC(2026, 0, 5, 9)), keys: WELL_KNOWN_KEYS };
  try {
    const report = await runScenario(scenario, { ...playing, keysAre: "well-known" });
    const { failure } = await checkInput(writeOut({ scenario, report }), { ...settings, ...playing });
    return failure === null ? "works" : `step ${failure.step}: ${failure.cause}`;
  } catch (error) {
    if (error instanceof ScenarioError) return `invalid: ${error.message}`;
    throw error;
  }
}

function lastCall({ timeline }: LoadedScenario): WrittenCall | null {
  const entry = timeline.findLast((one) => one.kind === "action" && one.definition.name === "call");
  return entry?.kind === "action" ? (entry.action as WrittenCall) : null;
}
