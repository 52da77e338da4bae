import { describe, expect, test } from "vitest";
import { PLAIN_PALETTE } from "../palette.js";
import { toGithub } from "./github.js";
import { toJunit } from "./junit.js";
import { toMarkdown } from "./markdown.js";
import { renderTestResult, renderTestSummary } from "./render-test-result.js";
import { SAMPLE_TEST_REPORT } from "./sample-test-report.test-support.js";
import { toTap } from "./tap.js";

describe("golden reports", () => {
  test.each([
    { name: "junit.xml", text: () => toJunit(SAMPLE_TEST_REPORT) },
    { name: "report.tap", text: () => toTap(SAMPLE_TEST_REPORT) },
    { name: "github.txt", text: () => toGithub(SAMPLE_TEST_REPORT) },
    { name: "report.markdown", text: () => toMarkdown(SAMPLE_TEST_REPORT) },
    {
      name: "terminal.txt",
      text: () =>
        SAMPLE_TEST_REPORT.scenarios.map((result) => renderTestResult(result, { palette: PLAIN_PALETTE })).join("") +
        renderTestSummary(SAMPLE_TEST_REPORT, { palette: PLAIN_PALETTE }),
    },
  ])("$name", async ({ name, text }) => {
    await expect(text()).toMatchFileSnapshot(`./__golden__/${name}`);
  });
});
