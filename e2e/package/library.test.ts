import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { NODE_RELEASES, nodeOf } from "./node-releases.test-support.js";
import { ROOT, TARBALL } from "./packed.test-support.js";

/** The example's folder with the packed library in it, and everything else that it depends on from the workspace. */
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "irsa-sim-"));
  cpSync(join(ROOT, "examples/library"), folder, { recursive: true });
  mkdirSync(join(folder, "node_modules/irsa-sim"), { recursive: true });
  execFileSync("tar", ["-xzf", TARBALL, "-C", join(folder, "node_modules/irsa-sim"), "--strip-components=1"]);
  for (const name of ["@aws-sdk", "vitest"]) symlinkSync(join(ROOT, "node_modules", name), join(folder, "node_modules", name));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** What it prints; a code other than 0 is thrown, with that as its output. */
function run(program: string, ...args: readonly string[]): string {
  const env = { ...process.env, NO_COLOR: "1", NODE_OPTIONS: "", VITEST: undefined, NODE_TEST_CONTEXT: undefined };
  return execFileSync(program, args, { cwd: folder, env, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
}

describe.each(NODE_RELEASES.map((release) => ({ release, node: nodeOf(release) })))("on Node $release", ({ node }) => {
  test.skipIf(node === null)("the example for node:test", () => {
    expect(run(node as string, "--test", "--test-reporter=tap", "with-node-test.mjs")).toMatch(/^# pass 2$/m);
  });

  test.skipIf(node === null)("a CommonJS program", () => {
    writeFileSync(
      join(folder, "app.cjs"),
      'const { createSimulation } = require("irsa-sim");\ncreateSimulation().then((s) => s.close()).then(() => console.log("closed"));\n',
    );
    expect(run(node as string, "app.cjs")).toBe("closed\n");
  });
});

test("the example for vitest", () => {
  expect(run(process.execPath, join(ROOT, "node_modules/vitest/vitest.mjs"), "run", "--no-cache")).toMatch(/Tests +3 passed/);
});

describe("types", () => {
  const compile = (program: string, { skipLibCheck = false } = {}): string => {
    writeFileSync(join(folder, "app.mts"), program);
    return run(
      process.execPath,
      join(ROOT, "node_modules/typescript/bin/tsc"),
      ...["--noEmit", "--strict", "--exactOptionalPropertyTypes", "--module", "nodenext", "--target", "es2022"],
      ...["--lib", "es2023,esnext.disposable,dom", "--types", "", "--skipLibCheck", String(skipLibCheck), "--ignoreConfig", "app.mts"],
    );
  };

  test("they need no others, not even Node's", () => {
    compile(`
      import { createSimulation, type ClientCall } from "irsa-sim";
      await using simulation = await createSimulation("basic", { network: "memory", startAt: new Date(0) });
      await using _ = await simulation.inject({ unreachable: { host: "sts.eu-west-1.amazonaws.com" } });
      export const last: ClientCall | undefined = simulation.calls.at(-1);
    `);
  });

  test("a client of the SDK takes the request handler", () => {
    const program = `
      import { S3Client } from "@aws-sdk/client-s3";
      import type { SdkRequestHandler } from "irsa-sim";
      export const create = (requestHandler: SdkRequestHandler) => new S3Client({ requestHandler });
    `;
    // The SDK's own declarations need Node's.
    compile(program, { skipLibCheck: true });
  });

  test.each([
    { name: "a fault that there is not", line: "simulation.inject({ earthquake: true })", found: "earthquake" },
    { name: "an option that there is not", line: 'createSimulation("basic", { speed: 2 })', found: "speed" },
    { name: "a policy in place of a role", line: 'simulation.changeIam({ policy: "p" })', found: "policy" },
  ])("it refuses $name", ({ line, found }) => {
    const program = `import { createSimulation } from "irsa-sim";\nconst simulation = await createSimulation();\nawait ${line};\n`;
    expect(() => compile(program)).toThrow(expect.objectContaining({ stdout: expect.stringContaining(found) }));
  });
});
