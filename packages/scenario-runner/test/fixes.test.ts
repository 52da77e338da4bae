import { WELL_KNOWN_KEYS } from "@irsa-sim/simulation";
import { describe, expect, test } from "vitest";
import { type LoadedScenario, loadScenario, runScenario } from "../src/index.js";
import { CASES, catalogueFiles, load, START_AT } from "./catalogue.js";

const OPTIONS = { seed: "1", startAt: START_AT, keys: WELL_KNOWN_KEYS, keysAre: "well-known" } as const;
const fixable = CASES.filter((name) => load(name).fix !== null);

/** What works goes all ten steps of the flow; with EKS Pod Identity it goes those that its base goes. */
async function stepsOfBase({ base, aws }: LoadedScenario): Promise<readonly string[]> {
  if (base !== "pod-identity") return Array.from({ length: 10 }, () => "ok");
  const ofBase = (await runScenario(load(base), OPTIONS)).steps.map(({ outcome }) => outcome);
  // Who comes from IRSA may still have its provider.
  return aws.oidcProviders.length === 0 ? ofBase : ["ok", ...ofBase.slice(1)];
}

describe("a scenario with a fix succeeds after it", () => {
  test("there are some", () => {
    expect(fixable.length).toBeGreaterThan(3);
  });

  test.each(fixable)("%s", async (name) => {
    const report = await runScenario(load(name, { fixed: true }), OPTIONS);
    expect([report.outcome, report.failure, report.steps.map(({ outcome }) => outcome)]).toEqual([
      "as-expected",
      null,
      await stepsOfBase(load(name, { fixed: true })),
    ]);
  });
});

describe("locate: where a value was written", () => {
  const scenario = loadScenario(catalogueFiles(), "trust-sub-mismatch");
  const condition = "/Statement/0/Condition/StringEquals/oidc.eks.eu-west-1.amazonaws.com~1id~1A1B2C3D4E5F60718293A4B5C6D7E8F90";
  test.each([
    { name: "a patched value", source: "role/my-pod-role/trust-policy", pointer: `${condition}:sub`, place: "trust-sub-mismatch/scenario.yaml:7:22" },
    { name: "a value beside it", source: "role/my-pod-role/trust-policy", pointer: `${condition}:aud`, place: "basic/trust-policy.json:12:87" },
    { name: "a permission policy", source: "role/my-pod-role/policy/read-my-bucket", pointer: "/Statement/0/Action", place: "basic/read-my-bucket.json:6:17" },
    { name: "the node's policy", source: "role/demo-node-role/policy/node", pointer: "/Statement/0", place: "basic/node-policy.json:4:5" },
    { name: "a manifest", source: "Pod/default/my-pod", pointer: "/spec/serviceAccountName", place: "basic/pod.yaml:7:23" },
    { name: "what is not there, by what holds it", source: "Pod/default/my-pod", pointer: "/spec/none/at/all", place: "basic/pod.yaml:7:3" },
    { name: "what no file says", source: "token", pointer: "sub", place: null },
  ])("$name", ({ source, pointer, place }) => {
    const found = scenario.locate(source, pointer);
    expect(found === null ? null : `${found.file}:${found.line}:${found.column}`).toBe(place);
  });
});
