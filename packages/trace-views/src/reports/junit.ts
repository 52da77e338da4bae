import type { ScenarioResult, TestReport } from "@irsa-sim/core";
import { XMLBuilder } from "fast-xml-parser";
import { failureLines, inOneLine, missedExpectations } from "./describe-result.js";

/**
 * The report as JUnit XML: one suite a scenario file, one case a scenario, times in seconds.
 *
 * @see the schema that Jenkins' xUnit plugin publishes as `junit-10.xsd`
 */
export function toJunit(report: TestReport): string {
  const { passed, failed, skipped, durationMs, scenarios } = report;
  const totals = { "@tests": passed + failed + skipped, "@failures": failed, "@errors": 0, "@time": seconds(durationMs) };
  const document = {
    "?xml": { "@version": "1.0", "@encoding": "UTF-8" },
    testsuites: { "@name": "irsa-sim", ...totals, testsuite: scenarios.map(toSuite) },
  };
  return new XMLBuilder({ ignoreAttributes: false, attributeNamePrefix: "@", textNodeName: "#text", format: true, suppressEmptyNode: true }).build(document);
}

function toSuite(result: ScenarioResult): object {
  const failures = result.outcome === "failed" ? 1 : 0;
  const time = seconds(result.durationMs);
  return {
    "@name": clean(result.expectFrom?.file ?? result.name),
    "@tests": 1,
    "@failures": failures,
    "@errors": 0,
    "@skipped": 0,
    "@time": time,
    testcase: {
      "@name": clean(result.name),
      "@classname": "irsa-sim",
      "@time": time,
      ...(failures === 0 ? {} : { failure: { "@message": clean(headline(result)), "@type": "expectation", "#text": clean(failureLines(result).join("\n")) } }),
      ...(result.failure === null ? {} : { "system-out": clean(inOneLine(result.failure)) }),
    },
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
