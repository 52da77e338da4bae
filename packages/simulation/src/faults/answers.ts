import type { HttpResponse } from "@irsa-sim/core";
import { choice, duration, integer, list, strictObject, text, toMillis } from "@irsa-sim/core/schema";
import { renderQueryError } from "@irsa-sim/iam";
import { z } from "zod";
import type { AnsweredService, ScriptedAnswer } from "../network/scripted-answers.js";
import type { World } from "../world.js";
import { defineFault } from "./fault.js";

const isTrue = z.literal(true, { error: "true" }).optional();

const members = strictObject({
  usual: isTrue.describe("the service's own answer"),
  silence: isTrue.describe("no answer at all"),
  status: integer(100, 599).optional().describe("the HTTP status; 200 with a body, 400 with a code when left out"),
  code: text("an error's code").optional().describe("code of an error, in the service's own form"),
  message: text("an error's message").optional().describe("the error's message"),
  body: z.string({ error: "text" }).optional().describe("the whole body, as it is"),
  delay: duration.optional().describe("how long the answer takes; no time when left out"),
});

const answer = members
  .refine(saysOneThing, {
    error: "one of: usual, silence, body, code with message, a status alone, or a delay alone",
    when: ({ issues }) => issues.length === 0,
  })
  .describe("one answer");

const schema = strictObject({
  of: choice(["sts", "s3", "issuer", "instance-metadata", "container-credentials"]).describe(
    "who answers; container-credentials stands for the endpoints of ECS and of EKS Pod Identity",
  ),
  to: text("an operation, or the beginning of a path")
    .optional()
    .describe("only requests of this operation, such as AssumeRoleWithWebIdentity, or whose path begins so; all when left out"),
  with: list(answer, "a list of answers").optional().describe("the answers, used up in order"),
  afterwards: choice(["usual", "last"])
    .default("usual")
    .describe("what comes when they are used up: the service's own answers, or the last one for ever; its own when left out"),
  off: isTrue.describe("ends it: the service answers by itself again"),
})
  .refine(({ with: answers = [], off }) => (off === undefined) === answers.length > 0, {
    error: "with and at least one answer, or off",
    when: ({ issues }) => issues.length === 0,
  })
  .describe("answers in the place of a service's own");

/** A service answers as the scenario says, for a while or for good. */
export const answers = defineFault(
  schema,
  (world, { of, to = null, with: written = [], afterwards }) => {
    world.answer({ service: of, to, afterwards, answers: written.map((each) => toAnswer(of, each, world)) });
    const name = written.length === 0 ? "A service answers by itself again" : "A service is made to answer otherwise";
    world.trace.root.enter(name, { step: null, actor: "simulator" }).note("network.answers", { service: of, to, answers: written.length, afterwards });
  },
  { isEverywhere: true },
);

type WrittenAnswer = z.infer<typeof members>;

/** A delay alone stands for the service's own answer after that time. */
function saysOneThing({ usual, silence, body, code, status, delay }: WrittenAnswer): boolean {
  const said = countOf(usual, silence, body, code);
  return said === 1 || (said === 0 && (status !== undefined || delay !== undefined));
}

function toAnswer(service: AnsweredService, written: WrittenAnswer, world: World): ScriptedAnswer {
  const delayMs = written.delay === undefined ? 0 : toMillis(written.delay);
  const { usual, silence, body, code, status } = written;
  if (usual || countOf(silence, body, code, status) === 0) return { delayMs, response: "usual" };
  return { delayMs, response: silence ? "silence" : responseOf(service, written, world) };
}

function responseOf(service: AnsweredService, { status, code, message, body }: WrittenAnswer, world: World): HttpResponse {
  if (code === undefined) return { status: status ?? 200, headers: {}, body: body ?? "" };
  const error = { code, message: message ?? "", status: status ?? 400 };
  switch (service) {
    case "sts":
      return renderQueryError({ ...error, namespace: "https://sts.amazonaws.com/doc/2011-06-15/", requestId: REQUEST_ID, now: world.clock.now() });
    case "s3":
      return { status: error.status, headers: { "content-type": "application/xml" }, body: s3Error(error) };
    default:
      return { status: error.status, headers: { "content-type": "application/json" }, body: JSON.stringify({ code, message: error.message }) };
  }
}

/** Nobody looks such a request up. */
const REQUEST_ID = "00000000-0000-4000-8000-000000000000";

function s3Error({ code, message }: { readonly code: string; readonly message: string }): string {
  const escaped = message.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  return `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>${escaped}</Message><RequestId>${REQUEST_ID}</RequestId></Error>`;
}

function countOf(...values: readonly unknown[]): number {
  return values.filter((value) => value !== undefined).length;
}
