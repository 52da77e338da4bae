/** Time that moves until something happens. */
import { describe, expect, test } from "vitest";
import { playVariant } from "../../../test/catalogue.js";

const playUntil = (advance: string) => playVariant(`timeline:\n  - apply: [service-account.yaml, pod.yaml]\n  - advance: ${advance}`);

describe("it ends with the next event of which all is true", () => {
  test.each<{ readonly name: string; readonly advance: string; readonly last: object }>([
    { name: "a step", advance: "{ until: { step: 5 }, atMost: 30h }", last: { kind: "change", step: 5 } },
    { name: "an exchange", advance: "{ until: { exchange: TokenRequest, step: 4 }, atMost: 30h }", last: { step: 5 } },
    { name: "a note", advance: "{ until: { note: kubelet.token-needed, step: 3 }, atMost: 30h }", last: { step: 5 } },
  ])("$name", async ({ advance, last }) => {
    const { failure, events } = await playUntil(advance);
    expect(failure).toBeNull();
    expect(events.at(-1)).toMatchObject(last);
    // The kubelet replaces a token after 80 % of its day, and looks every 60 to 90 s.
    const hours = ((events.at(-1)?.at ?? 0) - (events[0]?.at ?? 0)) / 3_600_000;
    expect([Math.floor(hours)]).toEqual([19]);
  });
});

test("what does not come in time is a refusal that says so", async () => {
  const { failure } = await playUntil("{ until: { step: 3, note: kubelet.token-needed }, atMost: 2h30m }");
  expect(failure).toMatchObject({ step: 3, code: "NothingHappened", status: null, message: "no kubelet.token-needed of step 3 within 2h30m", check: null });
});
