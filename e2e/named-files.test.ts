/** Which files a scenario may name, and what is told of what stands in them. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { irsaSim } from "./irsa-sim.test-support.js";

const folder = mkdtempSync(join(tmpdir(), "irsa-sim-"));
const write = (path: string, text: string): void => {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
};
const scenario = (lines: string): string => `title: mine\nexpect: { outcome: succeeded }\n${lines}\n`;
const applying = (pod: string): string => scenario(`base: basic\ntimeline:\n  - apply: [service-account.yaml, ${pod}]`);
const POD =
  "apiVersion: v1\nkind: Pod\nmetadata: { name: my-pod, uid: u }\nspec: { serviceAccountName: my-service-account, containers: [{ name: app, image: example.com/app:1 }] }\n";

beforeAll(() => {
  write("suite/common/pod.yaml", POD);
  write("suite/a/beside/scenario.yaml", applying("../common/pod.yaml"));
  write("suite/a/common/pod.yaml", POD);
  write("suite/a/above/scenario.yaml", applying("../../common/pod.yaml"));
  write("suite/a/on-beside/scenario.yaml", scenario("base: ../beside"));
  write("apart/outside/scenario.yaml", applying("../../suite/common/pod.yaml"));
  write("apart/on-suite/scenario.yaml", scenario("base: ../../suite/a/beside"));
  write("linked/on-link/scenario.yaml", scenario("base: ../link"));
  symlinkSync("../suite/a/beside", join(folder, "linked/link"));
});
afterAll(() => rmSync(folder, { recursive: true }));

const run = (...args: readonly string[]) => irsaSim(args, { cwd: folder, env: { XDG_CACHE_HOME: join(folder, ".cache") } });

describe("a scenario may name", () => {
  test.each<{ readonly name: string; readonly args: readonly string[]; readonly code: number; readonly says: string }>([
    { name: "what is in the folder around its own", args: ["lint", "suite/a/beside"], code: 0, says: "suite/a/common/pod.yaml:3:32  notice: " },
    { name: "what is in the folder that is searched", args: ["test", "suite", "--jobs", "2"], code: 0, says: "suite/common/pod.yaml:3:32  notice: " },
    { name: "a base in another folder, with its files", args: ["run", "suite/a/on-beside"], code: 0, says: "suite/a/common/pod.yaml:3:32  notice: " },
    {
      name: "nothing further up, where that is not searched",
      args: ["run", "suite/a/above"],
      code: 3,
      says: "a file in suite/a\n  found    a path or a link that leads out of it",
    },
    { name: "nothing outside of what is searched", args: ["test", "apart/outside"], code: 3, says: "" },
    { name: "no base outside", args: ["lint", "apart/on-suite"], code: 3, says: "base names no scenario" },
    { name: "no base behind a link that leads out", args: ["lint", "linked/on-link"], code: 3, says: "base names no scenario" },
  ])("$name", async ({ args, code, says }) => {
    const outcome = await run(...args);
    expect([outcome.code, outcome.stderr]).toEqual([code, expect.stringContaining(says)]);
  });
});

test("what several scenarios have from one file is told once, and counted", async () => {
  const { stdout, stderr } = await run("lint", "suite");
  expect(stdout).toBe("3 scenarios, no faults, 2 notices\n");
  expect(stderr.split("\n").filter((line) => line.includes("notice: "))).toHaveLength(2);
});
