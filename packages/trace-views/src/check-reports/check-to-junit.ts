import type { CheckReport, ContainerCheck, WorkloadCheck } from "@irsa-sim/core";
import { XMLBuilder } from "fast-xml-parser";
import { cleanTexts } from "../text/clean-texts.js";
import { nameOf } from "./findings.js";

/**
 * A check as JUnit XML: one suite a workload, one case for containers that are alike.
 *
 * @see the schema that Jenkins' xUnit plugin publishes as `junit-10.xsd`
 */
export function checkToJunit(report: CheckReport): string {
  const { workloads } = cleanTexts(report);
  const cases = workloads.flatMap(({ containers }) => containers);
  const document = {
    "?xml": { "@version": "1.0", "@encoding": "UTF-8" },
    testsuites: {
      "@name": "irsa-sim check",
      ...totalsOf(cases),
      testsuite: workloads.map((workload) => ({
        "@name": nameOf(workload),
        ...totalsOf(workload.containers),
        testcase: workload.containers.map((container) => toCase(workload, container)),
      })),
    },
  };
  return new XMLBuilder({ ignoreAttributes: false, attributeNamePrefix: "@", textNodeName: "#text", format: true, suppressEmptyNode: true }).build(document);
}

function totalsOf(containers: readonly ContainerCheck[]) {
  return {
    "@tests": containers.length,
    "@failures": containers.filter(({ verdict }) => verdict === "broken").length,
    "@errors": 0,
    "@skipped": 0,
    "@time": "0",
  };
}

function toCase(workload: WorkloadCheck, { names, failure }: ContainerCheck): object {
  const own = { "@name": names.join(", "), "@classname": nameOf(workload), "@time": "0" };
  if (failure === null) return own;
  const { step, code, message, because, expected, actual, fix } = failure;
  const lines = [because, expected && `expected ${expected}`, actual && `actual   ${actual}`, fix && `fix      ${fix}`].filter((line) => line);
  return { ...own, failure: { "@message": `step ${step}: ${code}: ${message}`, "@type": failure.cause ?? code, "#text": lines.join("\n") } };
}
