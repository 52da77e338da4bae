import { duration, integer, strictObject, text, toMillis } from "@irsa-sim/core/schema";

const until = strictObject({
  step: integer(0, 9).optional().describe("something of this step happens"),
  exchange: text("an exchange such as AssumeRoleWithWebIdentity").optional().describe("a request of this name is sent, as the trace names it"),
  note: text("a note such as kubelet.token-needed").optional().describe("an actor notes this, as the trace names it"),
}).refine((event) => Object.keys(event).length > 0, {
  error: "at least one of: step, exchange, note",
  when: ({ issues }) => issues.length === 0,
});

/** Time moves on: for so long, or until something happens. */
export const advanceSchema = strictObject({
  duration: duration.optional().describe("how far time moves"),
  until: until.optional().describe("what ends it: the next event of which all this is true"),
  atMost: duration.optional().describe("how long that is waited for; it is a refusal when nothing came"),
})
  .refine((action) => (action.duration === undefined) === (action.until !== undefined && action.atMost !== undefined), {
    error: "a duration, or both until and atMost",
    when: ({ issues }) => issues.length === 0,
  })
  .transform(({ duration: written, until: event, atMost }) => {
    const length = written ?? atMost;
    // zod comes here with neither of them where an unknown member is the only fault.
    return { durationMs: length === undefined ? 0 : toMillis(length), until: event ?? null };
  });
