/** The reports of a check, as CI systems take them: of worked examples, held against the formats' own schemas and against the files. */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Ajv from "ajv-draft-04";
import addFormats from "ajv-formats";
import { XMLParser, XMLValidator } from "fast-xml-parser";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { irsaSim, type Outcome } from "./irsa-sim.test-support.js";

const ROOT = new URL("..", import.meta.url).pathname;
/** A trust policy in JSON, one in YAML, and warnings without a failure. */
const EXAMPLES = ["01-helm-prefixed-name", "05-cloudformation", "10-init-container-skipped"];
// Its patterns are no regular expressions under the flag u.
const ajv = new Ajv.default({ strict: false, allErrors: true, unicodeRegExp: false });
addFormats.default(ajv);
const isSarif = ajv.compile(createRequire(import.meta.url)("@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json") as object);

interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

interface SarifResult {
  readonly level: string;
  readonly message: { readonly text: string };
  readonly locations: readonly {
    readonly physicalLocation: {
      readonly artifactLocation: { readonly uri: string };
      readonly region: { readonly startLine: number; readonly startColumn: number };
    };
  }[];
}

describe.each(EXAMPLES)("of %s", (example) => {
  let folder: string;
  let outcome: Outcome;
  const read = (name: string): string => readFileSync(join(folder, name), "utf8");
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "irsa-sim-reports-"));
    const files = ["sarif", "junit", "markdown", "json"].flatMap((format) => ["--report", `${format}=${join(folder, format)}`]);
    outcome = await irsaSim(["check", `examples/check/${example}`, "--report", "github", ...files], { cwd: ROOT });
  }, 300_000);
  afterAll(() => rmSync(folder, { recursive: true }));

  test("SARIF is what its schema says, which another version is not", () => {
    const report = JSON.parse(read("sarif")) as object;
    expect([isSarif(report), isSarif.errors]).toEqual([true, null]);
    expect(isSarif({ ...report, version: "2.0" })).toBe(false);
  });

  test("SARIF and GitHub have the same places, each of which is in a file", () => {
    const { runs } = JSON.parse(read("sarif")) as { readonly runs: readonly [{ readonly results: readonly SarifResult[] }] };
    const inSarif = runs[0].results.flatMap(({ locations }) =>
      locations.map(
        ({ physicalLocation: { artifactLocation, region } }): Place => ({
          file: decodeURIComponent(artifactLocation.uri),
          line: region.startLine,
          column: region.startColumn,
        }),
      ),
    );
    expect(placesOfAnnotations(outcome.stdout)).toEqual(inSarif);
    expect(inSarif).not.toEqual([]);
    for (const { file, line, column } of inSarif) expect(lineOf(file, line).length, `${file}:${line}:${column}`).toBeGreaterThanOrEqual(column - 1);
  });

  test.runIf(example === "01-helm-prefixed-name")("the annotation of a subject that does not fit stands at the line with the subject", () => {
    const [, file = "", line = "", expected = ""] =
      /^::error file=([^,]+),line=(\d+),[^:]*trust-sub-mismatch::.*; expected ([^,]+), found/m.exec(outcome.stdout) ?? [];
    expect(expected).toMatch(/^system:serviceaccount:/);
    expect(lineOf(file, Number(line))).toContain(expected);
  });

  test("JUnit is sound XML with a case for every kind of container, and as many failures as it says", () => {
    const { workloads } = JSON.parse(read("json")) as { readonly workloads: readonly { readonly containers: readonly { readonly verdict: string }[] }[] };
    const containers = workloads.flatMap(({ containers: own }) => own);
    const parsed = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: "" }).parse(read("junit")) as {
      readonly testsuites: Readonly<Record<string, string>>;
    };
    expect([XMLValidator.validate(read("junit")), parsed.testsuites.tests, parsed.testsuites.failures]).toEqual([
      true,
      String(containers.length),
      String(containers.filter(({ verdict }) => verdict === "broken").length),
    ]);
  });

  test("Markdown has a row for each workload", () => {
    const { workloads } = JSON.parse(read("json")) as { readonly workloads: readonly unknown[] };
    // The head of the table and the line below it.
    expect(
      read("markdown")
        .split("\n")
        .filter((line) => line.startsWith("| ")).length,
    ).toBe(workloads.length + 2);
  });
});

function lineOf(file: string, line: number): string {
  return readFileSync(join(ROOT, file), "utf8").split("\n")[line - 1] ?? "";
}

/** As GitHub reads them. */
function placesOfAnnotations(text: string): readonly Place[] {
  return [...text.matchAll(/^::(?:error|warning|notice) file=([^,]+),line=(\d+),col=(\d+)/gm)].map(([, file = "", line, column]) => ({
    file: file.replaceAll("%2C", ",").replaceAll("%3A", ":").replaceAll("%25", "%"),
    line: Number(line),
    column: Number(column),
  }));
}
