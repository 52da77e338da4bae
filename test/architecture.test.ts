import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { findCycles } from "./imports/find-cycles.js";
import { importsOf } from "./imports/imports-of.js";

const ROOT = new URL("..", import.meta.url).pathname;
const PACKAGES = readdirSync(join(ROOT, "packages")).sort();
const NODE_PACKAGES = ["node-host", "stepper", "cli"];
const MAX_LINES = 250;

interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>;
}

interface TsConfig {
  readonly compilerOptions?: { readonly types?: readonly string[] };
  readonly references?: readonly { readonly path: string }[];
}

describe("docs/architecture.md agrees with the packages", () => {
  const table = readPackageTable();

  test("the table names every package", () => {
    expect([...table.keys()].sort()).toEqual(PACKAGES);
  });

  test.each(PACKAGES)("%s imports what the table allows", (name) => {
    const dependencies = Object.keys(readJson<Manifest>(`packages/${name}/package.json`).dependencies ?? {});
    const workspace = dependencies.filter((dependency) => dependency.startsWith("@irsa-sim/")).map((dependency) => dependency.slice("@irsa-sim/".length));
    expect(workspace.sort()).toEqual([...(table.get(name) ?? [])].sort());
  });

  test.each(PACKAGES)("%s references the projects it imports", (name) => {
    const references = (readJson<TsConfig>(`packages/${name}/tsconfig.json`).references ?? []).map(({ path }) => path.replace("../", ""));
    expect(references.sort()).toEqual([...(table.get(name) ?? [])].sort());
  });
});

describe("the middle runs anywhere", () => {
  const anywhere = PACKAGES.filter((name) => !NODE_PACKAGES.includes(name));

  test('the base configuration has "types": []', () => {
    expect(readJson<TsConfig>("tsconfig.base.json").compilerOptions?.types).toEqual([]);
  });

  test.each(anywhere)("%s adds no ambient types", (name) => {
    expect(readJson<TsConfig>(`packages/${name}/tsconfig.json`).compilerOptions?.types).toBeUndefined();
  });

  test.each(anywhere)("%s imports no node: module", (name) => {
    const offenders = sourcesOf(name).filter((file) => /from "node:|import\("node:/.test(readFileSync(file, "utf8")));
    expect(offenders).toEqual([]);
  });
});

describe("time and chance are injected", () => {
  // The linter refuses the globals; these are members of globals that may be used otherwise.
  const ambient = /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bcrypto\.(randomUUID|getRandomValues)\(/;

  test.each(PACKAGES.filter((name) => !NODE_PACKAGES.includes(name)))("%s asks Clock and Random", (name) => {
    const withoutComments = (file: string): string => readFileSync(file, "utf8").replaceAll(/^\s*(\*|\/\/).*$/gm, "");
    expect(sourcesOf(name).filter((file) => ambient.test(withoutComments(file)))).toEqual([]);
  });
});

describe("names", () => {
  test("no folder or file has a catch-all name", () => {
    const catchAll = /\/(utils?|common|helpers?|misc|shared|lib)(\/|\.tsx?$)/;
    expect(PACKAGES.flatMap((name) => sourcesOf(name)).filter((file) => catchAll.test(file.slice(ROOT.length)))).toEqual([]);
  });

  test("no package re-exports by star", () => {
    const offenders = PACKAGES.flatMap((name) => sourcesOf(name)).filter((file) => /^export \* /m.test(readFileSync(file, "utf8")));
    expect(offenders).toEqual([]);
  });
});

describe("files", () => {
  test.each(PACKAGES)("%s has no import cycle, types included", (name) => {
    expect(findCycles(importGraphOf(name))).toEqual([]);
  });

  test.each(PACKAGES)(`%s has no file of more than ${MAX_LINES} lines`, (name) => {
    const sources = sourcesOf(name).filter((file) => !file.endsWith(".test-support.ts"));
    const lengths = sources.map((file) => [file.slice(ROOT.length), readFileSync(file, "utf8").split("\n").length - 1] as const);
    expect(lengths.filter(([, lines]) => lines > MAX_LINES)).toEqual([]);
  });

  test("none has a conflict marker that git left", () => {
    const tracked = execFileSync("git", ["ls-files"], { cwd: ROOT, encoding: "utf8" }).trim().split("\n");
    const marker = /^(<{7}|\|{7}|>{7})( |$)|^={7}$/m;
    expect(tracked.filter((file) => existsSync(join(ROOT, file)) && marker.test(readFileSync(join(ROOT, file), "utf8")))).toEqual([]);
  });
});

/** Package name to the packages it may import, as the page says. */
function readPackageTable(): ReadonlyMap<string, readonly string[]> {
  const page = readFileSync(join(ROOT, "docs/architecture.md"), "utf8");
  const section = page.slice(page.indexOf("## Packages"), page.indexOf("Actors never import"));
  const rows = section
    .split("\n")
    .filter((line) => line.startsWith("| ") && !line.startsWith("| package") && !line.startsWith("| ---"))
    .map((line) => line.split("|").map((cell) => cell.trim()));
  return new Map(rows.map((cells) => [cells[1] as string, (cells[4] as string).split(", ").filter(Boolean)]));
}

function sourcesOf(name: string): readonly string[] {
  const folder = join(ROOT, "packages", name, "src");
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))
    .map((file) => join(folder, file));
}

/** The sources of a package, each with those of the same package that it imports. */
function importGraphOf(name: string): ReadonlyMap<string, readonly string[]> {
  const files = sourcesOf(name);
  const importsWithin = (file: string): readonly string[] =>
    importsOf(readFileSync(file, "utf8"))
      .filter((specifier) => specifier.startsWith("."))
      .map((specifier) => join(dirname(file), specifier).replace(/\.js$/, ".ts"))
      .flatMap((imported) => [imported, `${imported}x`].filter((file) => files.includes(file)));
  return new Map(files.map((file) => [file, importsWithin(file)]));
}

function readJson<T>(path: string): T {
  return JSON.parse(readFileSync(join(ROOT, path), "utf8")) as T;
}
