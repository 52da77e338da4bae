import type { CheckReport, Failure } from "@irsa-sim/core";
import { expect, test } from "vitest";
import { checkToGithub } from "./check-to-github.js";
import { checkToJunit } from "./check-to-junit.js";
import { checkToMarkdown } from "./check-to-markdown.js";
import { checkToSarif } from "./check-to-sarif.js";

const FAILURE: Failure = {
  ...{
    step: 7,
    code: "AccessDenied",
    status: 403,
    message: "Not authorized",
    cause: "trust-sub-mismatch",
    check: "sts.trust-policy",
    expected: "a:b",
    actual: "a:c",
  },
  ...{ expectedFrom: { file: "my iam/trust.json", pointer: "/x", line: 13, column: 87 }, actualFrom: { file: "token", pointer: "sub" } },
  ...{ because: "the policy says <b>", fix: "put a:c there", edits: [], isFixTried: true, also: [], event: 1, subject: {} },
};
const REPORT: CheckReport = {
  schema: "irsa-sim/check/v1",
  verdict: "broken",
  workloads: [
    {
      ...{
        kind: "Deployment",
        namespace: "billing",
        name: "payments",
        from: { file: "app.yaml", line: 1, column: 1 },
        serviceAccount: "sa",
        role: null,
        issuer: "https://x",
      },
      verdict: "broken",
      containers: [
        { names: ["app"], verdict: "broken", steps: [], failure: FAILURE, causedAt: [{ file: "my iam/trust.json", pointer: "/x", line: 13, column: 87 }] },
        { names: ["side"], verdict: "works", steps: [], failure: null, causedAt: [] },
      ],
    },
  ],
  failure: FAILURE,
  warnings: [{ cause: "trust-too-wide", message: "too wide", fix: "name it", file: "a,b.json", line: 2, column: 3, workload: null, breaksAt: "never" }],
  assumptions: [{ id: "sdk", message: "no SDK is given" }],
  notices: [],
};

test("GitHub's annotations stand at the lines that are to be put right", () => {
  expect(checkToGithub(REPORT)).toBe(
    "::error file=my iam/trust.json,line=13,col=87,title=irsa-sim%3A trust-sub-mismatch::Deployment billing/payments, container app: refused in step 7 with AccessDenied: the policy says <b>; expected a:b, found a:c%0AFix: put a:c there\n" +
      "::warning file=a%2Cb.json,line=2,col=3,title=irsa-sim%3A trust-too-wide::too wide%0AFix: name it\n" +
      "::notice title=irsa-sim%3A assumed-sdk::no SDK is given\n",
  );
});

test("SARIF has a rule for each cause and a region for each place", () => {
  const { runs } = JSON.parse(checkToSarif(REPORT, "1.2.3")) as {
    readonly runs: readonly { readonly tool: { readonly driver: object }; readonly results: readonly object[] }[];
  };
  expect(runs[0]?.tool.driver).toMatchObject({
    name: "irsa-sim",
    version: "1.2.3",
    rules: [{ id: "trust-sub-mismatch" }, { id: "trust-too-wide" }, { id: "assumed-sdk" }],
  });
  expect(runs[0]?.results).toMatchObject([
    {
      ruleIndex: 0,
      level: "error",
      locations: [{ physicalLocation: { artifactLocation: { uri: "my%20iam/trust.json" }, region: { startLine: 13, startColumn: 87 } } }],
    },
    { ruleIndex: 1, level: "warning", locations: [{ physicalLocation: { artifactLocation: { uri: "a%2Cb.json" }, region: { startLine: 2 } } }] },
    { ruleIndex: 2, level: "note", locations: [] },
  ]);
});

test("JUnit has a case for containers that are alike", () => {
  const junit = checkToJunit(REPORT);
  expect(junit).toContain('<testsuite name="Deployment billing/payments" tests="2" failures="1" errors="0" skipped="0" time="0">');
  expect(junit).toContain(
    '<failure message="step 7: AccessDenied: Not authorized" type="trust-sub-mismatch">the policy says &lt;b&gt;\nexpected a:b\nactual   a:c\nfix      put a:c there</failure>',
  );
});

test("Markdown has a row for each workload", () => {
  const markdown = checkToMarkdown(REPORT);
  expect(markdown).toContain("| Deployment billing/payments | sa | none | step 7: trust-sub-mismatch |\n");
  expect(markdown).toContain(String.raw`the policy says \<b\>; expected a:b, found a:c (my iam/trust.json:13)`);
});
