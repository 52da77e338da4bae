import { epochMillis, type RunReport, type Step, type TraceEvent } from "@irsa-sim/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { PLAIN_PALETTE } from "./palette.js";
import { renderFailure } from "./render-failure.js";
import { renderMessages } from "./render-messages.js";
import { renderRun } from "./render-run.js";
import { ACTING, hostileText, withTexts } from "./text/hostile-text.test-support.js";
import { toJson } from "./to-json.js";

const AT = epochMillis(1_767_603_600_000);
const OPTIONS = { width: 80, palette: PLAIN_PALETTE, showTokens: true };

const segment = (value: object): string => Buffer.from(JSON.stringify(value)).toString("base64url");

/** A run in which each kind of event says such texts, also inside of bodies and tokens, where they are escapes until a view decodes them. */
function reportOf(texts: readonly string[]): RunReport {
  const text = (index: number): string => texts[index % texts.length] as string;
  const token = `${segment({ alg: text(0), kid: text(1) })}.${segment({ iss: text(2), sub: text(3), aud: [text(4)], iat: 0, exp: 60 })}.c2ln`;
  const exchange = (step: Step, name: string, status: number, body: string): object => ({
    ...{ kind: "exchange", step, name, actor: "sdk", to: "sts", failure: null, tls: { subject: text(0), issuer: text(1), thumbprint: text(2) } },
    request: {
      method: "POST",
      url: "https://sts.amazonaws.com/",
      headers: { [text(3)]: text(4), "content-type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams({ RoleArn: text(5), RoleSessionName: text(6) }).toString(),
    },
    response: { status, headers: { "content-type": text(7) }, body },
  });
  const events = [
    exchange(0, "JWKS", 200, JSON.stringify({ keys: [{ kid: text(0), alg: text(1) }] })),
    exchange(4, "TokenRequest", 201, JSON.stringify({ status: { token } })),
    exchange(6, "AssumeRoleWithWebIdentity", 403, `{${text(8)}`),
    exchange(9, "GetObject", 200, text(9)),
    {
      kind: "change",
      step: 0,
      actor: "iam",
      what: `OpenIDConnectProvider ${text(0)}`,
      before: null,
      after: { url: text(1), clientIds: [text(2)], thumbprints: [text(3)] },
    },
    {
      kind: "change",
      step: 1,
      actor: "api-server",
      what: `Pod ${text(4)}`,
      before: null,
      after: { spec: { containers: [{ name: text(5), env: [{ name: text(6), value: text(7) }] }] } },
    },
    { kind: "change", step: 8, actor: "sts", what: text(0), before: null, after: { accessKeyId: text(1), arn: text(2), expiration: text(3) } },
    { kind: "note", step: 1, actor: "webhook", name: "webhook.decision", attributes: { outcome: "leave-alone", reason: text(0), serviceAccount: text(1) } },
    { kind: "note", step: 2, actor: "kubelet", name: "kubelet.pod-seen", attributes: { pod: text(0), node: text(1), uid: text(2) } },
    { kind: "note", step: 6, actor: "sdk", name: "sdk.provider", attributes: { verdict: "skip", provider: text(3), reason: text(4), position: 1, of: 2 } },
    {
      kind: "check",
      step: 7,
      actor: "sts",
      check: text(0),
      title: text(1),
      passed: false,
      expected: { value: text(2), from: { file: text(3), line: 1 } },
      actual: { value: text(4) },
      details: { operator: text(5), conditionKey: text(6) },
    },
  ].map((event, seq) => ({ seq, parent: null, at: AT, ...event }) as TraceEvent);
  const frame = withTexts(
    {
      ...{
        schema: "irsa-sim/run/v1",
        scenario: "x",
        title: "x",
        base: "x",
        apps: [{ pod: "x", container: "x", sdk: "x" }],
        seed: "x",
        startAt: AT,
        network: "memory",
        keys: "fresh",
        outcome: "unexpected",
        steps: [],
      },
      failure: {
        ...{ step: 7, code: "x", status: 403, message: "x", cause: "x", check: "x", expected: "x", actual: "x" },
        ...{ expectedFrom: null, actualFrom: null, because: "x", fix: "x", event: 10 },
        ...{ edits: [], isFixTried: false, also: [{ cause: "x", because: "x", fix: "x" }], subject: {} },
      },
      warnings: [{ cause: "x", because: "x", fix: "x", from: { file: "x", line: 1 } }],
      expectations: [{ path: "x", expected: "x", actual: "x", met: false, from: null }],
    },
    texts,
  ) as unknown as RunReport;
  const steps = Array.from({ length: 10 }, (_, step) => ({
    step: step as Step,
    title: text(step),
    why: text(1),
    technical: text(2),
    outcome: "ok" as const,
    evidence: [{ what: text(3), pattern: { kind: "exchange" as const, name: text(4) }, event: null }],
  }));
  return { ...frame, steps, events };
}

const anyRun = fc.array(hostileText, { minLength: 1, maxLength: 12 }).map(reportOf);

describe("whatever stands in a scenario or in a message, nothing of it acts", () => {
  test.each<{ readonly name: string; readonly render: (report: RunReport) => string }>([
    { name: "the run", render: (report) => renderRun(report, { ...OPTIONS, verbose: true }) },
    { name: "the failure", render: (report) => renderFailure(report, OPTIONS) },
    { name: "whole messages", render: (report) => renderMessages(report, 6, OPTIONS) },
    { name: "JSON", render: (report) => [...toJson(report, { showTokens: true })].join("") },
  ])("$name", ({ render }) => {
    fc.assert(
      fc.property(anyRun, (report) => {
        expect(
          render(report)
            .split("\n")
            .filter((line) => ACTING.test(line)),
        ).toEqual([]);
      }),
    );
  });

  test("JSON is the report", () => {
    fc.assert(
      fc.property(anyRun, (report) => {
        expect(JSON.parse([...toJson(report, { showTokens: true })].join(""))).toEqual(report);
      }),
    );
  });

  test("a text of several lines makes no line of its own", () => {
    const lines = (text: string): number => renderRun(reportOf([text]), { ...OPTIONS, width: 10_000, verbose: false }).split("\n").length;
    expect(lines("a\n::error::b\r\nc")).toBe(lines("abc"));
  });
});
