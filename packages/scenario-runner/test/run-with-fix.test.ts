/** A fix is a patch that was tried: it mends the run, and breaks nothing that worked. */
import { WELL_KNOWN_KEYS } from "@irsa-sim/simulation";
import { describe, expect, test } from "vitest";
import { loadScenario, runScenario, runWithFix } from "../src/index.js";
import { catalogueFiles, load, START_AT } from "./catalogue.js";

const OPTIONS = { seed: "1", startAt: START_AT, keys: WELL_KNOWN_KEYS, keysAre: "well-known" } as const;
const SUB = "patch:\n  aws.roles[my-pod-role].trustPolicy.Statement[0].Condition.StringEquals:\n";
const NO_POLICY = "  aws.roles[my-pod-role].policies[read-my-bucket].Statement[0].Action: s3:PutObject\n";

const fixOf = async (lines: string) => {
  const files = catalogueFiles({ "mine/scenario.yaml": `title: mine\nbase: basic\nexpect: { outcome: refused }\n${lines}` });
  return (await runWithFix(loadScenario(files, "mine"), OPTIONS)).failure;
};

describe("what is told of a fix", () => {
  test("one that was tried is a fix", async () => {
    const failure = await fixOf(`${SUB}    "\${issuer}:sub": system:serviceaccount:prod:other\n`);
    expect(failure).toMatchObject({ cause: "trust-sub-mismatch", isFixTried: true, also: [] });
    expect(failure?.edits).toMatchObject([{ source: "role/my-pod-role/trust-policy", value: "system:serviceaccount:default:my-service-account" }]);
  });

  test("two faults, one behind the other, are both told and mended", async () => {
    const failure = await fixOf(`${SUB}    "\${issuer}:sub": system:serviceaccount:prod:other\n${NO_POLICY}`);
    expect(failure).toMatchObject({ cause: "trust-sub-mismatch", isFixTried: true, also: [{ cause: "identity-policy-gap" }] });
    expect(failure?.fix).toMatch(/^trust-policy\.json|^scenario\.yaml:\d+: put .*; then allow it /);
  });

  test("where the second cannot be mended, nothing is called a fix, and both are told", async () => {
    const failure = await fixOf(
      `${SUB}    "\${issuer}:sub": system:serviceaccount:prod:other\n  aws.roles[my-pod-role].policies[read-my-bucket].Statement[0].Effect: Deny\n`,
    );
    expect(failure).toMatchObject({ cause: "trust-sub-mismatch", isFixTried: false, also: [{ cause: "identity-policy-gap" }] });
  });

  test("a service account that is there keeps its role", async () => {
    const files = catalogueFiles({
      "mine/other.yaml": "apiVersion: v1\nkind: ServiceAccount\nmetadata: { name: other }\n",
      "mine/scenario.yaml": `title: mine\nbase: basic\nexpect: { outcome: refused }\ntimeline:\n  - apply: [other.yaml, service-account.yaml, pod.yaml]\n  - call: { pod: my-pod, sdk: dotnet, action: "s3:GetObject", bucket: my-bucket, key: hello.txt }\n${SUB}    "\${issuer}:sub": system:serviceaccount:default:other\n`,
    });
    const { failure: kept } = await runWithFix(loadScenario(files, "mine"), OPTIONS);
    expect([kept?.isFixTried, kept?.edits[0]?.value]).toEqual([
      true,
      ["system:serviceaccount:default:other", "system:serviceaccount:default:my-service-account"],
    ]);
  });

  test("what the timeline changed is mended where the timeline changed it", async () => {
    const scenario = load("trust-policy-narrowed-later");
    const { failure } = await runWithFix(scenario, OPTIONS);
    expect([failure?.isFixTried, failure?.expectedFrom?.file, failure?.fix?.startsWith("scenario.yaml:")]).toEqual([
      true,
      "trust-policy-narrowed-later/scenario.yaml",
      true,
    ]);
  });

  test("a run alone tries nothing", async () => {
    expect((await runScenario(load("trust-sub-mismatch"), OPTIONS)).failure).toMatchObject({ isFixTried: false, also: [] });
  });
});
