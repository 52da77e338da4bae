import type { ScenarioResult, TestReport } from "@irsa-sim/core";
import { XMLBuilder } from "fast-xml-parser";
import { failureLines, inOneLine, missedExpectations } from "./describe-result.js";

/**
 * The report as JUnit XML: one suite a scenario file, one case a scenario or cell of its matrix, what became of its steps as properties, times in seconds.
 *
 * @see the schema that Jenkins' xUnit plugin publishes as `junit-10.xsd`
 */
export function toJunit(report: TestReport): string {
  const { passed, failed, skipped, durationMs, scenarios } = report;
  const totals = { "@tests": passed + failed + skipped, "@failures": failed, "@errors": 0, "@time": seconds(durationMs) };
  const document = {
    "?xml": { "@version": "1.0", "@encoding": "UTF-8" },
    testsuites: { "@name": "irsa-sim", ...totals, testsuite: byFile(scenarios).map(toSuite) },
  };
  return new XMLBuilder({ ignoreAttributes: false, attributeNamePrefix: "@", textNodeName: "#text", format: true, suppressEmptyNode: true }).build(document);
}

/** The results of each file; the cells of a matrix stand in one. */
function byFile(results: readonly ScenarioResult[]): readonly Suite[] {
  const files = new Map<string, ScenarioResult[]>();
  for (const result of results) {
    const file = result.expectFrom?.file ?? result.name;
    files.set(file, [...(files.get(file) ?? []), result]);
  }
  return [...files].map(([file, ofFile]) => ({ file, results: ofFile }));
}

interface Suite {
  readonly file: string;
  readonly results: readonly ScenarioResult[];
}

function toSuite({ file, results }: Suite): object {
  return {
    "@name": clean(file),
    "@tests": results.length,
    "@failures": results.filter(({ outcome }) => outcome === "failed").length,
    "@errors": 0,
    "@skipped": 0,
    "@time": seconds(results.reduce((sum, { durationMs }) => sum + durationMs, 0)),
    properties: {
      property: results.flatMap(({ name, steps }) => steps.map((outcome, step) => ({ "@name": clean(`${name}: step ${step}`), "@value": outcome }))),
    },
    testcase: results.map(toCase),
  };
}

function toCase(result: ScenarioResult): object {
  return {
    "@name": clean(result.name),
    "@classname": "irsa-sim",
    "@time": seconds(result.durationMs),
    ...(result.outcome === "passed"
      ? {}
      : { failure: { "@message": clean(headline(result)), "@type": "expectation", "#text": clean(failureLines(result).join("\n")) } }),
    ...(result.failure === null ? {} : { "system-out": clean(inOneLine(result.failure)) }),
  };
}

function headline(result: ScenarioResult): string {
  return missedExpectations(result)
    .map(({ path, expected, actual }) => `${path}: expected ${expected}, found ${actual}`)
    .join("; ");
}

function seconds(durationMs: number): string {
  return (durationMs / 1000).toFixed(3);
}

/** Without what XML 1.0 cannot hold, not even escaped. */
function clean(text: string): string {
  return text.replaceAll(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, "\u{FFFD}");
}
