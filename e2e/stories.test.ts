import { bodyText, type TraceEvent } from "@irsa-sim/core";
import { type Arrow, type Content, createRunStory, knownAt, lifeLinesOf, type RunStory, type Story, trustDecisionAt } from "@irsa-sim/story";
import { describe, expect, test } from "vitest";
import { play as playScenario } from "../packages/cli/src/commands/play.js";
import { createScenarioFilesOnDisk } from "../packages/cli/src/files/scenario-files-on-disk.js";
import { loadCells } from "../packages/scenario-runner/src/index.js";

const FLAGS = { network: "memory", seed: "1", startAt: Date.UTC(2026, 0, 5, 9), color: false } as const;

const files = createScenarioFilesOnDisk();
const CELLS = files.catalogue().flatMap((name) => loadCells(files, files.find(name)).map((cell) => ({ name: cell.name })));
const runs = new Map<string, RunStory>();
for (const { name } of CELLS) runs.set(name, createRunStory(await playScenario(name, FLAGS)));
const storyOf = (name: string): RunStory => runs.get(name) as RunStory;

describe("in every scenario and cell", () => {
  test.each(CELLS)("$name: each event stands in one story", ({ name }) => {
    const { report, stories } = storyOf(name);
    const own = stories.flatMap((story) => story.own.map(({ seq }) => seq)).sort((a, b) => a - b);
    expect(own).toEqual(report.events.map(({ seq }) => seq));
  });

  test.each(CELLS)("$name: no view has another pod's or container's events", ({ name }) => {
    // While it is admitted, a pod whose name is made is known by what its name begins with.
    const isOf = (pod: string, own: string | undefined): boolean => pod === own || (pod.endsWith("-") && own?.startsWith(pod) === true);
    const strange = ({ subject }: TraceEvent, story: Story): boolean =>
      (subject?.pod !== undefined && !isOf(subject.pod, story.subject.pod)) ||
      (subject?.container !== undefined && subject.container !== story.subject.container);
    expect(storyOf(name).stories.flatMap((story) => story.events.filter((event) => strange(event, story)))).toEqual([]);
  });

  test.each(CELLS)("$name: no step that holds a refused call or a failed check counts as passed", ({ name }) => {
    const wrong = storyOf(name).stories.flatMap((story) =>
      story.steps.filter(
        ({ outcome, arrows, moments }) =>
          outcome === "passed" && (arrows.some(({ refusal }) => refusal !== null) || moments.some((moment) => moment.kind === "check" && !moment.passed)),
      ),
    );
    expect(wrong.map(({ step }) => step)).toEqual([]);
  });

  test.each(CELLS)("$name: the main story ends as the run does", ({ name }) => {
    const { main, report } = storyOf(name);
    const refused = report.failure === null ? [] : [report.failure.step];
    expect(refused.map((step) => main.steps[step]?.outcome)).toEqual(refused.map(() => "refused"));
    const passed = main.steps.filter(({ outcome }) => outcome === "passed" || outcome === "recovered").map(({ step }) => step);
    expect(passed.filter((step) => report.steps[step]?.outcome !== "ok")).toEqual([]);
  });

  test.each(CELLS)("$name: no JWT, patch or form is left as it was sent, in bodies, headers and URLs, in steps and beside them", ({ name }) => {
    const moments = storyOf(name).stories.flatMap((story) => [...story.steps.flatMap((step) => step.moments), ...story.asides]);
    expect(moments.flatMap((moment) => (moment.kind === "arrow" ? encodedLeft(moment) : []))).toEqual([]);
  });

  test.each(CELLS)("$name: what is known of the token is what STS was sent, and a decision is the check's", ({ name }) => {
    const { main, report } = storyOf(name);
    const decision = trustDecisionAt(main, { step: 7 });
    for (const line of lifeLinesOf(main)) expect(line.expiresAt === null || line.expiresAt > line.issuedAt).toBe(true);
    if (decision === null || decision.claims === null) return;
    const compared = decision.statements.flatMap(({ elements }) => elements).filter(({ claim }) => claim === "sub");
    for (const { actual } of compared) expect([[], [decision.claims.sub]]).toContainEqual(actual);
    expect(report.events[decision.seq]).toMatchObject({ check: "sts.trust-policy", passed: decision.isAllowed });
  });
});

test.each(["basic", "rotation", "annotated-then-restarted"])("%s: what the container has at the end is what it ran with", (name) => {
  const { main, report } = storyOf(name);
  const known = knownAt(main, { seq: report.events.length });
  const sent = main.steps[6]?.arrows.findLast(({ name: called }) => called === "AssumeRoleWithWebIdentity");
  if (sent === undefined) return expect(known.token).toBeNull();
  expect(known.environment.AWS_ROLE_ARN).toMatch(/^arn:aws:iam::/);
  expect(known.volumes.map(({ path }) => path)).toContain("/var/run/secrets/eks.amazonaws.com/serviceaccount");
});

describe("life lines", () => {
  const HOUR_MS = 3_600_000;

  test("in a day the token is replaced once, when its refresh is due, and credentials live an hour each", () => {
    const lines = lifeLinesOf(storyOf("rotation").main);
    const [first, second] = lines.filter(({ kind }) => kind === "token");
    expect(first?.replacedAt).toBe(second?.issuedAt);
    expect(Math.abs((first?.replacedAt ?? 0) - (first?.refreshDueAt ?? 0))).toBeLessThan(2 * 60_000);
    const credentials = lines.filter(({ kind }) => kind === "credentials");
    expect(new Set(credentials.map(({ issuedAt, expiresAt }) => (expiresAt ?? 0) - issuedAt))).toEqual(new Set([HOUR_MS]));
    expect(credentials.slice(0, -1).map(({ replacedAt }) => replacedAt)).toEqual(credentials.slice(1).map(({ issuedAt }) => issuedAt));
  });

  test.each(CELLS)("$name: tokens and credentials end when those who issued them said", ({ name }) => {
    const { main } = storyOf(name);
    const lines = lifeLinesOf(main);
    const answers = (operation: string): readonly string[] =>
      main.events.flatMap((event) =>
        event.kind === "exchange" && event.name === operation && event.step !== null ? [bodyText(event.response ?? { body: "" })] : [],
      );
    const granted = answers("TokenRequest").flatMap((body) => /"expirationTimestamp":"([^"]+)"/.exec(body)?.[1] ?? []);
    expect(lines.filter(({ kind }) => kind === "token").map(({ expiresAt }) => expiresAt)).toEqual(granted.map((end) => Date.parse(end)));
    for (const body of answers("AssumeRoleWithWebIdentity")) {
      const [id, end] = ["AccessKeyId", "Expiration"].map((element) => new RegExp(`<${element}>([^<]+)<`).exec(body)?.[1]);
      const line = lines.find((one) => one.id === id);
      if (line !== undefined) expect(line.expiresAt).toBe(Date.parse(end ?? ""));
    }
  });

  test.each([
    { name: "key-rotation-old-key-gone", why: "key-withdrawn" },
    { name: "basic", why: undefined },
  ])("$name: $why", ({ name, why }) => {
    expect(lifeLinesOf(storyOf(name).main).find(({ kind }) => kind === "token")?.revoked?.why).toBe(why);
  });
});

/** The texts in a message that stand for something else: decoded, they would be a JWT, a JSON Patch or a form. */
function encodedLeft({ request, response }: Pick<Arrow, "request" | "response">): readonly string[] {
  const messages = [request, ...(response === null ? [] : [response])];
  const inBodies = messages.flatMap(({ body }) => (body.kind === "empty" || body.kind === "bytes" ? [] : textsIn(body.content)));
  const inHeaders = messages.flatMap(({ headers }) => headers.flatMap(({ content }) => textsIn(content)));
  return [request.url, ...inHeaders, ...inBodies].filter((text) => ENCODED.test(text));
}

const ENCODED = /eyJ[\w-]+\.eyJ[\w-]+\.|^W3s|^Action=\w+&|^%7B|^\s*\{"/;

function textsIn(content: Content): readonly string[] {
  switch (content.kind) {
    case "text":
      return [content.text];
    case "list":
      return content.items.flatMap(textsIn);
    case "object":
      return content.members.flatMap((member) => textsIn(member.content));
    case "document":
      return textsIn(content.content);
    case "phrase":
      return content.parts.flatMap(textsIn);
    default:
      return [];
  }
}
