import fc from "fast-check";
import { XMLParser, XMLValidator } from "fast-xml-parser";
import { describe, expect, test } from "vitest";
import { parseAllDocuments } from "yaml";
import { PLAIN_PALETTE } from "../palette.js";
import { cleanLine } from "../text/clean-line.js";
import { ACTING, hostileText, withTexts } from "../text/hostile-text.test-support.js";
import { toGithub } from "./github.js";
import { testReportToJson } from "./json.js";
import { toJunit } from "./junit.js";
import { toMarkdown } from "./markdown.js";
import { renderTestResult, renderTestSummary } from "./render-test-result.js";
import { SAMPLE_TEST_REPORT } from "./sample-test-report.test-support.js";
import { toTap } from "./tap.js";

const anyReport = fc.array(hostileText, { minLength: 1, maxLength: 40 }).map((texts) => withTexts(SAMPLE_TEST_REPORT, texts));
/** As long as the hostile ones, in lines. */
const HARMLESS = withTexts(SAMPLE_TEST_REPORT, ["x"]);

const VIEWS = [
  // Cases of one file share a suite, and YAML says itself how it writes a text: their lines are not counted.
  { name: "JUnit", isCounted: false, render: toJunit },
  { name: "TAP", isCounted: false, render: toTap },
  { name: "GitHub", isCounted: true, render: toGithub },
  { name: "Markdown", isCounted: true, render: toMarkdown },
  { name: "JSON", isCounted: true, render: testReportToJson },
  {
    name: "a result",
    isCounted: true,
    render: (report: typeof HARMLESS) => report.scenarios.map((result) => renderTestResult(result, { palette: PLAIN_PALETTE })).join(""),
  },
  { name: "the summary", isCounted: true, render: (report: typeof HARMLESS) => renderTestSummary(report, { palette: PLAIN_PALETTE }) },
] as const;

describe("whatever stands in a scenario, nothing of it acts, and no text takes more lines than it has", () => {
  test.each(VIEWS)("$name", ({ isCounted, render }) => {
    fc.assert(
      fc.property(anyReport, (report) => {
        const lines = render(report).split("\n");
        expect(lines.filter((line) => ACTING.test(line))).toEqual([]);
        // Where a text is empty its line is left out.
        if (isCounted && !JSON.stringify(report).includes('""')) expect(lines).toHaveLength(render(HARMLESS).split("\n").length);
      }),
    );
  });
});

describe("readers take back what was said", () => {
  test("JUnit is XML, with each case's name", () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        const text = toJunit(report);
        expect(XMLValidator.validate(text)).toBe(true);
        const parser = new XMLParser({
          ignoreAttributes: false,
          attributeNamePrefix: "",
          parseAttributeValue: false,
          trimValues: false,
          isArray: (name) => ["testsuite", "testcase"].includes(name),
        });
        const { testsuites } = parser.parse(text) as {
          readonly testsuites: { readonly testsuite: readonly { readonly testcase: readonly { readonly name: string }[] }[] };
        };
        const names = testsuites.testsuite.flatMap(({ testcase }) => testcase.map(({ name }) => name));
        expect(names.sort()).toEqual(report.scenarios.map(({ name }) => cleanLine(name)).sort());
      }),
    );
  });

  test("JSON is the report", () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        expect(JSON.parse(testReportToJson(report))).toEqual(report);
      }),
    );
  });

  test("GitHub finds one command for each miss, and its own properties", () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        const lines = toGithub(report).trimEnd().split("\n");
        expect(lines).toHaveLength(2);
        for (const line of lines) expect(line).toMatch(/^::error file=[^,:]*,line=\d+,col=\d+,title=irsa-sim%3A [^,:]*::/);
      }),
    );
  });

  test("TAP has as many results as planned, and each block is YAML", () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        const text = toTap(report);
        expect(text.match(/^(?:not )?ok \d+ - /gm)).toHaveLength(4);
        expect(text.match(/^TAP version 14\n1\.\.4\n/)).not.toBeNull();
        const descriptions = [...text.matchAll(/^(?:not )?ok [1-3] - (.*)$/gm)].map(([, description = ""]) => description);
        expect(descriptions.filter((description) => description.replaceAll(/\\./g, "").includes("#"))).toEqual([]);
        for (const [, block = ""] of text.matchAll(/^ {2}---\n([\s\S]*?)^ {2}\.\.\.$/gm)) {
          expect(parseAllDocuments(block).flatMap((document) => ("errors" in document ? document.errors : []))).toEqual([]);
        }
      }),
    );
  });

  test("Markdown's table keeps its four cells a row", () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        const rows = toMarkdown(report).split("\n").slice(2, 7);
        for (const row of rows) expect(row.replaceAll(/\\./g, "").split("|")).toHaveLength(6);
      }),
    );
  });
});
