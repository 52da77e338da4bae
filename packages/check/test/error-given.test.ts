/** Many causes share one text. With the text that somebody met, the workload that meets it is told first, with its own cause, whatever else is broken beside it. */
import { runScenario } from "@irsa-sim/scenario-runner";
import { WELL_KNOWN_KEYS } from "@irsa-sim/simulation";
import { describe, expect, test } from "vitest";
import { CASES, load } from "../../scenario-runner/test/catalogue.js";
import { checkInput } from "./check-input.js";
import { yaml } from "./forms/form.js";
import { SAID } from "./said.js";
import { SETTINGS, settingsOf } from "./settings-of.js";
import { writeOut } from "./write-out.js";

const TEXT = "Not authorized to perform sts:AssumeRoleWithWebIdentity";

/** Fails before anybody is asked, and stands before the others. */
const DECOY = yaml("a-decoy.yaml", [
  {
    apiVersion: "v1",
    kind: "Pod",
    metadata: { name: "decoy", namespace: "aaa" },
    spec: {
      containers: [
        {
          name: "app",
          image: "example.com/app:1",
          env: [
            { name: "AWS_ROLE_ARN", value: "x" },
            { name: "AWS_PROFILE", value: "staging" },
          ],
        },
      ],
    },
  },
]);

const SHARING = CASES.map((name) => ({ name, scenario: load(name) })).filter(
  ({ name, scenario: { expect: expected } }) =>
    expected.outcome === "refused" && expected.step === 7 && [name, name.split("[")[0] ?? ""].some((one) => SAID.includes(one)),
);

const played = await Promise.all(
  SHARING.map(async ({ name, scenario }) => ({
    name,
    scenario,
    report: await runScenario(scenario, { ...SETTINGS, keys: WELL_KNOWN_KEYS, keysAre: "well-known" }),
  })),
);
const ROWS = played.filter(({ report }) => report.failure?.message.includes(TEXT));

describe("the cause behind the text that was met", () => {
  test("a good many share it", () => {
    expect(new Set(ROWS.map(({ report }) => report.failure?.cause)).size).toBeGreaterThan(9);
  });

  test.each(ROWS)("$name", async ({ scenario, report }) => {
    const evidence = {
      token: null,
      environment: null,
      error: `An error occurred (AccessDenied) when calling the AssumeRoleWithWebIdentity operation: ${TEXT}`,
    };
    const { failure, workloads, notices } = await checkInput([DECOY, ...writeOut({ scenario, report })], { ...settingsOf(scenario), evidence });
    expect([workloads[0]?.name, workloads[0]?.verdict, failure?.cause]).toEqual(["decoy", "broken", report.failure?.cause]);
    expect(notices.filter(({ message }) => message.includes("do not lead to the error"))).toEqual([]);
  });
});
