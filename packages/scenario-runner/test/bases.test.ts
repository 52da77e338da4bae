import { describe, expect, test } from "vitest";
import { loadScenario, ScenarioError, type ScenarioFiles } from "../src/index.js";
import { catalogueFiles } from "./catalogue.js";

const onBase = (base: string): string => `title: mine\nbase: ${base}\nexpect: { outcome: succeeded }\n`;

function faultsOf(files: ScenarioFiles): readonly string[] {
  try {
    loadScenario(files, "suite/mine");
    return [];
  } catch (error) {
    if (!(error instanceof ScenarioError)) throw error;
    return error.problems.map(({ file, message, expected, actual }) => [file, message, expected, actual].join(" | "));
  }
}

test("a base may be a folder of one's own, and what it names is found from there", () => {
  const pod = "apiVersion: v1\nkind: Pod\nmetadata: { name: theirs }\nspec: { containers: [{ name: app }] }\n";
  const files = catalogueFiles({
    "suite/mine/scenario.yaml": onBase("../theirs"),
    "suite/theirs/scenario.yaml": `${onBase("basic")}timeline:\n  - apply: [../../common/pod.yaml]\n`,
    "common/pod.yaml": pod,
  });
  const scenario = loadScenario(files, "suite/mine");
  expect([scenario.base, scenario.timeline[0]]).toMatchObject(["../theirs", { objects: [{ metadata: { name: "theirs" } }] }]);
});

describe("a base that cannot be used is a fault", () => {
  const none = "the name of a scenario, which irsa-sim list shows, or a folder such as ../my-base";
  const chain = Array.from({ length: 20 }, (_, index) => [`suite/${index}/scenario.yaml`, onBase(`../${index + 1}`)]);
  test.each<{ readonly name: string; readonly files: ScenarioFiles; readonly fault: string }>([
    {
      name: "nearly a name",
      files: catalogueFiles({ "suite/mine/scenario.yaml": onBase("trust-sub") }),
      fault: `suite/mine/scenario.yaml | base names no scenario | perhaps trust-sub-mismatch; ${none} | "trust-sub"`,
    },
    {
      name: "a folder that is not there",
      files: catalogueFiles({ "suite/mine/scenario.yaml": onBase("../theirs") }),
      fault: `suite/mine/scenario.yaml | base names no scenario | ${none} | "../theirs"`,
    },
    {
      name: "a folder that leads back",
      files: catalogueFiles({ "suite/mine/scenario.yaml": onBase("../theirs"), "suite/theirs/scenario.yaml": onBase("../mine") }),
      fault: "suite/theirs/scenario.yaml | base leads back to this scenario | a chain of bases that ends | ",
    },
    {
      name: "a chain that nobody keeps in mind",
      files: catalogueFiles({ "suite/mine/scenario.yaml": onBase("../0"), ...Object.fromEntries(chain) }),
      fault: "suite/15/scenario.yaml | too many bases | at most 16, each the base of the one before | ",
    },
    {
      name: "a file that may not be read",
      files: { ...catalogueFiles(), read: () => ({ expected: "a regular file", actual: "a device" }) },
      fault: "suite/mine/scenario.yaml | scenario.yaml is not read | a regular file | a device",
    },
  ])("$name", ({ files, fault }) => {
    expect(faultsOf(files)).toEqual([fault]);
  });
});
