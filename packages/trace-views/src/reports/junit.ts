import type { ScenarioResult, TestReport } from "@irsa-sim/core";
import { XMLBuilder } from "fast-xml-parser";
import { cleanTexts } from "../text/clean-texts.js";
import { failureLines, inOneLine, missedExpectations, missInOneLine } from "./describe-result.js";

/**
 * The report as JUnit XML: one suite a scenario file, one case a scenario or cell of its matrix, what became of its steps as properties, times in seconds.
 *
 * @see the schema that Jenkins' xUnit plugin publishes as `junit-10.xsd`
 */
export function toJunit(report: TestReport): string {
  const { passed, failed, invalid, skipped, durationMs, scenarios } = cleanTexts(report);
  const totals = { "@tests": passed + failed + invalid + skipped, "@failures": failed, "@errors": invalid, "@time": seconds(durationMs) };
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
    "@name": file,
    "@tests": results.length,
    "@failures": results.filter(({ outcome }) => outcome === "failed").length,
    "@errors": results.filter(({ outcome }) => outcome === "invalid" || outcome === "exceeded").length,
    "@skipped": 0,
    "@time": seconds(results.reduce((sum, { durationMs }) => sum + durationMs, 0)),
    properties: {
      property: results.flatMap(({ name, steps }) => steps.map((outcome, step) => ({ "@name": `${name}: step ${step}`, "@value": outcome }))),
    },
    testcase: results.map(toCase),
  };
}

function toCase(result: ScenarioResult): object {
  return {
    "@name": result.name,
    "@classname": "irsa-sim",
    "@time": seconds(result.durationMs),
    ...(result.outcome === "passed" ? {} : problemOf(result)),
    ...(result.failure === null ? {} : { "system-out": inOneLine(result.failure) }),
  };
}

/** An expectation that was missed is a failure; what cannot be run, or not to its end, is an error. */
function problemOf(result: ScenarioResult): object {
  const [element, type] = result.outcome === "failed" ? ["failure", "expectation"] : ["error", result.outcome];
  return { [element]: { "@message": headline(result), "@type": type, "#text": failureLines(result).join("\n") } };
}

function headline(result: ScenarioResult): string {
  return missedExpectations(result).map(missInOneLine).join("; ");
}

function seconds(durationMs: number): string {
  return (durationMs / 1000).toFixed(3);
}
