import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { checkPackage, createPackageFromTarballData } from "@arethetypeswrong/core";
import { publint } from "publint";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { acceptedOf } from "../../scripts/release/read-third-parties.mjs";
import { ROOT, TARBALL } from "./packed.test-support.js";

const MIB = 2 ** 20;

interface Manifest {
  readonly [member: string]: unknown;
  readonly bin: Readonly<Record<string, string>>;
}

interface Component {
  readonly group?: string;
  readonly name: string;
  readonly version: string;
  readonly purl: string;
  readonly hashes?: readonly { readonly alg: string; readonly content: string }[];
  readonly licenses: readonly { readonly license: { readonly id: string } }[];
}

let folder: string;
let files: readonly string[];
beforeAll(() => {
  const unpacked = mkdtempSync(join(tmpdir(), "irsa-sim-"));
  execFileSync("tar", ["-xzf", TARBALL, "-C", unpacked]);
  folder = join(unpacked, "package");
  files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) => statSync(join(folder, path)).isFile());
});
afterAll(() => rmSync(join(folder, ".."), { recursive: true }));

const read = (path: string): string => readFileSync(join(folder, path), "utf8");
const manifest = (): Manifest => JSON.parse(read("package.json")) as Manifest;
const components = (): readonly Component[] => (JSON.parse(read("sbom.cdx.json")) as { readonly components: readonly Component[] }).components;

describe("what is in the tarball", () => {
  test("it is small, installed too", () => {
    const bytes = files.reduce((sum, path) => sum + statSync(join(folder, path)).size, 0);
    expect([statSync(TARBALL).size < 5 * MIB, bytes < 15 * MIB]).toEqual([true, true]);
  });

  test("the bundle, the library's types, the page and every scenario", () => {
    const scenarios = readdirSync(join(ROOT, "scenarios"), { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith("scenario.yaml"));
    const wanted = [
      "dist/main.js",
      "dist/index.js",
      "dist/index.d.ts",
      "dist/test-worker.js",
      "dist/page.html",
      "dist/explain-index.json",
      "README.md",
      "LICENSE",
    ];
    expect(files).toEqual(expect.arrayContaining([...wanted, ...scenarios.map((path) => join("scenarios", path))]));
  });

  test("no source, test, note of the build or path of this machine", () => {
    expect(files.filter((path) => (path.endsWith(".ts") && path !== "dist/index.d.ts") || /\.test\.|tsbuildinfo|\.map$|^src\//.test(path))).toEqual([]);
    expect(files.filter((path) => read(path).includes(ROOT))).toEqual([]);
  });

  test("no dependency, script or trace of the workspace in its manifest", () => {
    const members = Object.keys(manifest());
    expect(members.filter((member) => /dependencies|scripts|private|devEngines/i.test(member))).toEqual([]);
    expect(read("package.json")).not.toContain("workspace:");
  });

  test("every command of it begins as a program does", () => {
    expect(Object.values(manifest().bin).map((path) => read(path).split("\n")[0])).toEqual(Object.values(manifest().bin).map(() => "#!/usr/bin/env node"));
  });
});

describe("how it is published", () => {
  test("publint has nothing against it", async () => {
    expect((await publint({ pkgDir: folder, strict: true })).messages).toEqual([]);
  });

  test("its types are found and right for whoever imports it as a module", async () => {
    const result = await checkPackage(createPackageFromTarballData(readFileSync(TARBALL)));
    // Who requires a module needs Node 20.19 or later, which the package asks for.
    const problems = result.types === false ? ["no types"] : result.problems.filter(({ kind }) => kind !== "CJSResolvesToESM");
    expect(problems).toEqual([]);
  });
});

describe("the works of others", () => {
  test("each is named with version, licence and, where a registry served it, digest", () => {
    const wrong = components().filter(({ version, licenses, purl, hashes }) => {
      const isServed = purl.startsWith("pkg:npm/") && !purl.includes("iam-data");
      return (
        !/^\d/.test(version) || !purl.endsWith(`@${version}`) || licenses[0] === undefined || isServed !== /^[0-9a-f]{128}$/.test(hashes?.[0]?.content ?? "")
      );
    });
    expect([components().length > 50, wrong]).toEqual([true, []]);
  });

  test("each licence stands in the text that comes along", () => {
    const text = read("THIRD-PARTY-LICENCES.txt");
    const missing = components().filter(({ group, name, version }) => !text.includes(`${group === undefined ? name : `${group}/${name}`} ${version} (`));
    expect(missing).toEqual([]);
  });

  test.each([
    { written: "MIT", accepted: "MIT" },
    { written: "(BSD-3-Clause OR GPL-2.0)", accepted: "BSD-3-Clause" },
    { written: "GPL-3.0", accepted: null },
    { written: "(MIT AND GPL-2.0)", accepted: null },
    { written: undefined, accepted: null },
  ])("of the licence $written: $accepted", ({ written, accepted }) => {
    expect(acceptedOf(written)).toBe(accepted);
  });
});
