import { createHostDirectory, createInMemoryTransport, createNetwork, createTrace, epochMillis, NetworkError, VirtualClock } from "@irsa-sim/core";
import { describe, expect, test } from "vitest";
import { type AnswerScript, createScriptedHosts, type ScriptedAnswer } from "./scripted-answers.js";

const THROTTLED: ScriptedAnswer = { delayMs: 0, response: { status: 400, headers: {}, body: "throttled" } };
const USUAL: ScriptedAnswer = { delayMs: 0, response: "usual" };
const script = (rest: Partial<AnswerScript>): AnswerScript => ({ service: "sts", to: null, answers: [THROTTLED], afterwards: "usual", ...rest });

/** What each request in turn was answered, and when; ` <- ` the body that was sent. */
async function ask(given: AnswerScript | null, requests: readonly string[]): Promise<readonly string[]> {
  const clock = new VirtualClock(epochMillis(0));
  const trace = createTrace(clock);
  const scripted = createScriptedHosts(createHostDirectory(), clock);
  scripted.hosts.listen({ host: "sts.test", actor: "sts", handler: async () => ({ status: 200, headers: {}, body: "usual" }) });
  scripted.hosts.listen({ host: "s3.test", actor: "s3", handler: async () => ({ status: 200, headers: {}, body: "object" }) });
  const network = createNetwork(scripted.hosts, createInMemoryTransport(scripted.hosts, clock), clock);
  if (given !== null) scripted.answer(given);
  const answers: string[] = [];
  for (const each of requests) {
    const [url = "", body = ""] = each.split(" <- ");
    const request = { method: "POST", url: `http://${url}`, headers: {}, body };
    answers.push(
      await clock.run(async () => {
        try {
          const { status, body: said } = await network.send(request, trace.root, { name: "Ask" });
          return `${status} ${said} at ${clock.now()}`;
        } catch (error) {
          if (error instanceof NetworkError) return `${error.code} at ${clock.now()}`;
          throw error;
        }
      }),
    );
  }
  return answers;
}

describe("a service's answers", () => {
  test.each<{ readonly name: string; readonly script: AnswerScript | null; readonly requests: readonly string[]; readonly answers: readonly string[] }>([
    { name: "its own, without a script", script: null, requests: ["sts.test/"], answers: ["200 usual at 0"] },
    { name: "its own, with a script that is over", script: script({ answers: [] }), requests: ["sts.test/"], answers: ["200 usual at 0"] },
    {
      name: "used up in order, then its own",
      script: script({ answers: [THROTTLED, USUAL, THROTTLED] }),
      requests: ["sts.test/", "sts.test/", "sts.test/", "sts.test/"],
      answers: ["400 throttled at 0", "200 usual at 0", "400 throttled at 0", "200 usual at 0"],
    },
    {
      name: "the last one for ever",
      script: script({ afterwards: "last" }),
      requests: ["sts.test/", "sts.test/", "sts.test/"],
      answers: ["400 throttled at 0", "400 throttled at 0", "400 throttled at 0"],
    },
    { name: "late", script: script({ answers: [{ ...USUAL, delayMs: 250 }] }), requests: ["sts.test/"], answers: ["200 usual at 250"] },
    {
      name: "none, for a minute",
      script: script({ answers: [{ delayMs: 0, response: "silence" }] }),
      requests: ["sts.test/", "sts.test/"],
      answers: ["ETIMEDOUT at 60000", "200 usual at 60000"],
    },
    { name: "another service's stay", script: script({}), requests: ["s3.test/"], answers: ["200 object at 0"] },
    {
      name: "to one operation alone; other requests use nothing up",
      script: script({ to: "AssumeRole" }),
      requests: ["sts.test/ <- Action=GetCallerIdentity", "sts.test/ <- Action=AssumeRole", "sts.test/ <- Action=AssumeRole"],
      answers: ["200 usual at 0", "400 throttled at 0", "200 usual at 0"],
    },
    {
      name: "to one path alone",
      script: script({ to: "/x" }),
      requests: ["sts.test/", "sts.test/x/y"],
      answers: ["200 usual at 0", "400 throttled at 0"],
    },
    {
      name: "where nobody is: the endpoint of a container's credentials",
      script: script({ service: "container-credentials" }),
      requests: ["169.254.170.23/v1", "169.254.170.2/v2"],
      answers: ["400 throttled at 0", "ETIMEDOUT at 0"],
    },
  ])("$name", async ({ script: given, requests, answers }) => {
    expect(await ask(given, requests)).toEqual(answers);
  });
});
