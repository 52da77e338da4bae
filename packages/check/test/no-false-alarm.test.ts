/** What goes well in the catalogue goes well in `check`, in whatever form its documents are, and nothing is warned of that the scenario does not expect. */
import { runScenario } from "@irsa-sim/scenario-runner";
import { WELL_KNOWN_KEYS } from "@irsa-sim/simulation";
import { describe, expect, test } from "vitest";
import { CASES, load } from "../../scenario-runner/test/catalogue.js";
import { checkInput } from "./check-input.js";
import { ELSEWHERE } from "./elsewhere.js";
import { readExported } from "./forms/exported/exported.js";
import { EXPORTED_FORMS } from "./forms/exported/exported-forms.js";
import { SETTINGS, settingsOf } from "./settings-of.js";
import { writeOut } from "./write-out.js";

/** Happy ones of which documents say all. */
const HAPPY = CASES.map((name) => ({ name, scenario: load(name) })).filter(
  ({ name, scenario }) =>
    scenario.expect.outcome === "succeeded" && settingsOf(scenario) !== null && ![name, name.split("[")[0] ?? ""].some((one) => one in ELSEWHERE),
);

describe.each(HAPPY)("$name", ({ scenario }) => {
  test("works, in every form", async () => {
    const report = await runScenario(scenario, { ...SETTINGS, keys: WELL_KNOWN_KEYS, keysAre: "well-known" });
    const exported = readExported(writeOut({ scenario, report }));
    const expected = { verdict: "works", unexpected: [] };
    const found = await Promise.all(
      EXPORTED_FORMS.map(async ({ name, write, cannot = [] }) => {
        const files = write(exported);
        if (files === null) return [name, cannot.length > 0 ? expected : "not written, and nobody says why"];
        const { verdict, failure, warnings } = await checkInput(files, settingsOf(scenario) ?? {});
        const unexpected = warnings.filter(({ cause }) => !report.warnings.some((known) => known.cause === cause));
        return [name, { verdict, unexpected: [...unexpected.map(({ cause }) => cause), ...(failure === null ? [] : [failure.because])] }];
      }),
    );
    expect(Object.fromEntries(found)).toEqual(Object.fromEntries(EXPORTED_FORMS.map(({ name }) => [name, expected])));
  });
});
